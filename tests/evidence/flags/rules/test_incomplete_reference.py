"""A reference that readers can hardly look up."""

from __future__ import annotations

from dataclasses import replace

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


@pytest.mark.parametrize("kind", ["book", "chapter", "entry-encyclopedia"])
def test_a_book_is_asked_for_an_identifier_and_never_for_a_volume(kind: str) -> None:
    book = replace(TRIAL, doi="", volume="", kind=kind, container="Harbour Press")
    assert check_flags(CODE, CITED, [book]).facts == (("lacks", "DOI, PMID or address"),)
    check_clean(CODE, CITED, [replace(book, url="https://press.example.org/quiet-mind")])
