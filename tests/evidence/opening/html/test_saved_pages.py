"""Pages as Word, MediaWiki and Medium save them: the title is one, and what leads around the page is no prose."""

from __future__ import annotations

import pytest

from evidence import open_document


def _opened(body: str):  # type: ignore[no-untyped-def]
    return open_document("page.html", f"<html><body>{body}</body></html>".encode()).document


def test_another_class_makes_no_title() -> None:
    assert _opened("<p class='MsoTitlePage'>Mint</p><p>Mint is green.</p>").title == ""


def test_the_title_of_a_page_that_word_saved_is_its_title() -> None:
    document = _opened("<p class=MsoTitle>Mint and colic</p><p class=MsoNormal>Mint is green.</p>")
    assert document.title == "Mint and colic"
    assert [one.text for one in document.sentences] == ["Mint is green."]


@pytest.mark.parametrize(
    "part",
    [
        "<p class=MsoToc1><a href='#a'>Doses</a>3</p>",
        "<p class=MsoTocHeading>Contents of it</p>",
        "<a class='mw-jump-link' href='#a'>Jump to navigation</a>",
        "<div id='siteSub'>From a wiki on herbs</div>",
        "<p><a class='p-canonical' href='/a'>Canonical link</a></p>",
    ],
)
def test_what_leads_around_a_page_is_no_prose(part: str) -> None:
    document = _opened(f"<h1>Mint</h1>{part}<p>Mint is green.</p><p>It grows in gardens.</p>")
    assert [one.text for one in document.sentences] == ["Mint is green.", "It grows in gardens."]
