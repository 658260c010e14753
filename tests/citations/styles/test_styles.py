"""Reference lists: what each style makes of works of every kind, and that it is safe to show."""

from __future__ import annotations

import html
from typing import Any

import pytest

from citations.styles import STYLES, reference, reference_list
from citations.styles.chicago import shortened
from tests.citations.styles.expected import EXPECTED, WORKS, article, day, person

CASES = [(name, style, text) for name, styles in EXPECTED.items() for style, text in styles.items()]


@pytest.mark.parametrize(("name", "style", "text"), CASES, ids=[f"{name}-{style}" for name, style, _ in CASES])
def test_a_work_reads_as_the_manual_has_it(name: str, style: str, text: str) -> None:
    assert html.unescape(reference(WORKS[name], style, links=False)) == text


@pytest.mark.parametrize("style", STYLES)
def test_no_markup_of_a_record_gets_through(style: str) -> None:
    evil = (
        '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><i onclick="x()">y</i>'
    )
    names = "title container-title publisher volume issue page edition genre number status DOI PMID publisher-place"
    work = dict.fromkeys(names.split(), evil)
    people = [{"family": evil, "given": evil, "suffix": evil}, {"literal": evil}]
    for kind in ("article-journal", "book", "chapter", "webpage", "thesis", "report", "article", "document"):
        csl: dict[str, Any] = work | {"type": kind, "author": people, "editor": people, "translator": people}
        csl |= {"URL": f"javascript:alert(1)//https://x.example/{evil}"}
        written = reference(csl, style)
        for bad in ("<script", "<img", "javascript:alert(1)/", "<i onclick", '<a href="java'):
            assert bad not in written


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "csl",
    [{}, {"title": None}, {"author": "Bell"}, {"author": [None, {}, 3]}, {"issued": {"date-parts": [["x", None]]}},
     {"issued": "2012"}, {"issued": {"date-parts": [[2012, 13, 40]]}}, {"page": 3, "volume": True}, {"URL": "ftp://x"}],
)  # fmt: skip
def test_a_record_with_parts_of_other_forms_still_reads(style: str, csl: dict[str, Any]) -> None:
    assert reference(csl, style)


def test_links_lead_to_the_doi_or_to_the_web_only() -> None:
    assert '<a href="https://doi.org/10.1000/x1">' in reference(WORKS["online first"], "ama")
    assert '<a href="https://herbs.example/tea">https://herbs.example/tea</a>.' in reference(
        WORKS["undated page"], "chicago"
    )
    assert "href" not in reference(article(URL="javascript:alert(1)"), "apa")


def test_alphabetical_styles_sort_and_numbered_ones_keep_the_order() -> None:
    works = [article(author=[person("Zoe")]), article(author=[person("Ångström")], issued=day(2001)),
             article(author=[person("Ångström")], issued=day(1999))]  # fmt: skip
    assert [row[:9] for row in reference_list(works, "nlm")] == ["Zoe. A tr", "Ångström.", "Ångström."]
    assert [row.partition("(")[2][:4] for row in reference_list(works, "apa")] == ["1999", "2001", "2012"]


@pytest.mark.parametrize(
    ("first", "last", "short"),
    [("3", "10", "10"), ("71", "72", "72"), ("100", "104", "104"), ("1100", "1113", "1113"), ("107", "108", "8"),
     ("505", "517", "17"), ("1002", "1006", "6"), ("321", "325", "25"), ("415", "532", "532"), ("1496", "1500", "1500"),
     ("1087", "1089", "89"), ("11564", "11615", "615")],
)  # fmt: skip
def test_chicago_shortens_pages_as_its_rule_9_61(first: str, last: str, short: str) -> None:
    assert shortened(first, last) == short
