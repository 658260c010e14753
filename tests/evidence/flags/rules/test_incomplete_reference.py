"""A reference that readers can hardly look up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "incomplete-reference"
CITED = "Ginger tea reduces nausea [@lee2020]."


def test_it_leaves_a_work_with_an_identifier_alone() -> None:
    check_clean(CODE, "Ginger helps [@lee2020].", [TRIAL])


def test_it_leaves_a_book_with_an_isbn_alone() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, kind="book", doi="", volume="", isbn="9780000000002")])


def test_it_flags_a_work_without_identifier_or_address() -> None:
    flag = check_flags(CODE, "Ginger helps.", [replace(TRIAL, doi="")])
    assert flag.facts == (("lacks", "DOI, PMID or address"),)


def test_it_flags_a_journal_article_without_its_volume() -> None:
    flag = check_flags(CODE, "Ginger helps.", [replace(TRIAL, doi="", volume="", url="https://example.org/a")])
    assert flag.facts == (("lacks", "volume"),)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.nature.com/articles/s41598-020-73767-w",
        "https://www.sciencedirect.com/science/article/pii/S0929664612001180",
        "https://medlineplus.gov/ency/article/002467.htm",
    ],
)
def test_the_address_of_the_very_article_or_page_needs_no_volume(url: str) -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, doi="", volume="", url=url)])


def test_a_number_in_pubmed_central_needs_no_volume() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, doi="", volume="", pmcid="PMC3805807")])


@pytest.mark.parametrize(
    "url",
    [
        "https://www.inverse.com/mind-body/exercise-changes-the-brain",
        "www.health.harvard.edu/heart-health/the-sweet-danger-of-sugar",
        "https://www.gponline.com/depression-rising-faster/article/1497552",
        "http://scielo.isciii.es/scielo.php?script=sci_arttext&pid=S0212-16112009000300003",
    ],
)
def test_the_address_of_a_page_needs_no_volume(url: str) -> None:
    check_clean(CODE, CITED, [replace(TRIAL, doi="", volume="", url=url)])


@pytest.mark.parametrize(
    "url", ["https://www.bmj.com/", "https://www.bmj.com", "www.bmj.com/en", "https://www.bmj.com/?a=b"]
)
def test_the_home_of_a_journal_does_not_lead_to_an_article(url: str) -> None:
    assert check_flags(CODE, CITED, [replace(TRIAL, doi="", volume="", url=url)]).facts == (("lacks", "volume"),)


_BOOK = replace(TRIAL, title="The Quiet Mind", doi="", volume="", kind="book", container="Harbour Press")


@pytest.mark.parametrize(
    "lacks",
    [{"year": None}, {"title": ""}, {"families": (), "container": ""}, {"title": "The quiet mind: workshop summary"}],
)
def test_a_book_without_its_year_its_title_or_whose_it_is_is_asked_for_an_address(lacks: dict[str, Any]) -> None:
    book = replace(_BOOK, **lacks)
    assert check_flags(CODE, CITED, [book]).facts == (("lacks", "DOI, PMID or address"),)
    check_clean(CODE, CITED, [replace(book, url="https://press.example.org/quiet-mind")])


def test_an_entry_of_an_encyclopaedia_is_asked_for_an_address() -> None:
    entry = replace(_BOOK, kind="entry-encyclopedia")
    assert check_flags(CODE, CITED, [entry]).facts == (("lacks", "DOI, PMID or address"),)


@pytest.mark.parametrize("more", [{}, {"kind": "chapter"}, {"container": ""}, {"families": ()}])
def test_a_book_with_title_year_and_whose_it_is_lacks_nothing(more: dict[str, Any]) -> None:
    check_clean(CODE, CITED, [replace(_BOOK, **more)])


@pytest.mark.parametrize(
    "raw",
    [
        "Moor, A. (2017). _The Quiet Mind: How We Rest_",
        "Moor, A. (2017). *The Quiet Mind*.",
        "Moor A (2017) <em>The Quiet Mind</em>.",
        "Quotes are from: Moor, A. (2010). _The Quiet Mind: A History of Rest_ [↩](#a1)",
    ],
)
def test_a_title_in_italics_right_behind_the_year_is_a_book(raw: str) -> None:
    check_clean(CODE, CITED, [replace(_BOOK, kind="document", container="", raw=raw)])


@pytest.mark.parametrize(
    "raw",
    [
        "Moor, A. (2017). The quiet mind.",
        "Moor, A. (2017). The quiet mind. _Annals of Rest_.",
        "Moor, A. (2017). _The quiet mind_ in nurses: a trial.",
        "Moor, A. _The Quiet Mind_.",
    ],
)
def test_what_may_be_an_article_is_asked_for_an_address(raw: str) -> None:
    check_flags(CODE, CITED, [replace(_BOOK, kind="document", container="", raw=raw)])
