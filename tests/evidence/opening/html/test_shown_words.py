"""What a drawing, a frame or a tooltip promises is read, and what it only names is not."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import open_document, pipeline
from evidence.opening.html.pages import read_page

BODY = "<p>Thyme is a herb of the south, and it grows on dry hills where little else does.</p>"
SHOWN = (
    "<svg><text>{}</text></svg>",
    "<svg><g><text><tspan>{}</tspan></text></g></svg>",
    "<svg role=img><title>{}</title><path d='M0 0'/></svg>",
    '<p title="{}">Herbs are old.</p>',
    '<p>Our <span title="{}">herbs</span> are old.</p>',
    '<p><abbr title="{}">Herbs</abbr> are old.</p>',
    '<div role="img" aria-label="{}"></div>',
    '<iframe srcdoc="<p>{}</p>"></iframe>',
)


def page(part: str) -> str:
    article = f"<h1>Herbs</h1>{BODY}{part}{BODY}"
    return f"<html><head><title>Herbs</title></head><body><article>{article}</article></body></html>"


@pytest.mark.parametrize("form", SHOWN)
def test_what_only_names_something_is_left_out(form: str) -> None:
    assert "sunny hill" not in read_page(page(form.format("A sunny hill"))).text


@pytest.mark.parametrize(
    "part",
    [
        '<p><a href="/thyme" title="Thyme cures asthma">Read on</a></p>',
        "<style>p::before{content:'Thyme cures asthma'}</style>",
        '<p>Herbs are old.<abbr title="Bell A. Thyme cures asthma in adults. J Herbs. 2019;4(2):1-9."></abbr></p>',
        '<nav><p title="Thyme cures asthma">Menu</p></nav>',
        '<script>var x = "<svg><text>Thyme cures asthma</text></svg>"</script>',
    ],
)
def test_titles_of_links_works_menus_and_styles_are_not_read(part: str) -> None:
    assert "cures asthma" not in read_page(page(part)).text


@pytest.mark.parametrize("form", SHOWN)
def test_what_promises_is_read_once_and_stops_publication(form: str) -> None:
    raw = page(form.format("Thyme cures asthma.") * 2)
    document = open_document("a.html", raw.encode()).document
    assert document.text.count("Thyme cures asthma") == 1
    flags = [flag for row in pipeline.assess(document, today=date(2026, 11, 30)).sentences for flag in row.flags]
    assert any(flag.code == "missing-citation" and flag.severity.value == "blocker" for flag in flags)


def test_a_tooltip_that_says_what_is_seen_is_not_read_twice() -> None:
    text = read_page(page('<p title="Thyme cures asthma">Thyme cures asthma in most.</p>')).text
    assert text.count("cures asthma") == 1


@pytest.mark.parametrize("form", ['<p aria-hidden="true">{}</p>', '<div aria-hidden="true"><p><b>{}</b></p></div>'])
def test_what_is_kept_from_those_who_listen_is_read_where_it_promises(form: str) -> None:
    assert "Thyme cures asthma" in read_page(page(form.format("Thyme cures asthma."))).text
    assert "sunny hill" not in read_page(page(form.format("A sunny hill"))).text
    hidden = form.replace("aria-hidden", 'style="display:none" aria-hidden')
    assert "Thyme cures asthma" not in read_page(page(hidden.format("Thyme cures asthma."))).text
