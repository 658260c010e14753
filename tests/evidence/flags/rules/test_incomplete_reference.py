"""A reference that readers can hardly look up."""

from __future__ import annotations

from dataclasses import replace

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
