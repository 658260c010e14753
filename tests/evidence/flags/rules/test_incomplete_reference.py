"""A reference that readers can hardly look up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "incomplete-reference"


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
