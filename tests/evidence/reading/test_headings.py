"""Lines that tags set in bold are headings as those in stars are; what they promise stays a claim."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read
from evidence.values import Document


def document_with(line: str) -> Document:
    return read(f"# Tea\n\nTea is warm.\n\n{line}\n<p>Mint is green.</p>\n", "markdown")


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Mint</strong> at night</p>",
        "<p><strong>Mint is green and it grows in gardens.</strong></p>",
        "<p><strong>Mint at night</strong> <strong>Tea at noon</strong></p>",
        "<p><em>Mint at night</em></p>",
        "<li><strong>Mint at night</strong></li>",
    ],
)
def test_a_line_that_holds_more_or_is_an_item_is_no_heading(line: str) -> None:
    assert [block.kind for block in document_with(line).not_prose] == ["title"]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Mint at night</strong></p>",
        "<p class='a'> <b>Mint at night</b> </p>",
        "<u>Mint at night</u>",
        "<td><strong>Mint at night</strong></td>",
    ],
)
def test_bold_words_alone_are_a_heading(line: str) -> None:
    document = document_with(line)
    assert [block.text for block in document.not_prose if block.kind == "heading"] == [line]
    assert [one.text for one in document.sentences] == ["Tea is warm.", "Mint is green."]


def test_bold_words_below_a_lead_in_are_an_item_of_its_list() -> None:
    lines = "<p>These ease cramps:</p>\n<p><strong>Mint tea</strong></p>"
    assert [block.kind for block in document_with(lines).not_prose] == ["title"]


def test_bold_words_right_below_a_closed_paragraph_are_a_heading() -> None:
    document = document_with("<p>Tea comes in three kinds</p>\n<p><strong>Mint at night</strong></p>")
    assert [block.kind for block in document.not_prose] == ["title", "heading"]


@pytest.mark.parametrize("tag", ["strong", "b", "u"])
def test_a_promise_in_bold_is_read(tag: str) -> None:
    document = document_with(f"<p><{tag}>Garlic cures cancer</{tag}></p>")
    assert [one.place for one in document.sentences if "Garlic cures cancer" in one.text] == ["heading"]


def test_the_title_is_told_without_its_tags() -> None:
    document = read("<p><strong>Mint at night</strong></p>\n\nMint is a **green** herb that we eat.\n")
    assert document.title == "Mint at night"
