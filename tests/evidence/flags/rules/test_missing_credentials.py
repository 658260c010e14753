"""An author without stated qualification."""

from __future__ import annotations

from dataclasses import replace

from evidence import pipeline
from evidence.context import Page
from evidence.reading import documents
from tests.evidence.judging import TODAY, check_clean, check_flags

CODE = "missing-credentials"
TEXT = "Magnesium relieves migraine."


def _codes(byline: str) -> set[str]:
    document = replace(documents.read(TEXT), byline=byline)
    return {flag.code for flag in pipeline.assess(document, today=TODAY).page_flags}


def test_it_leaves_stated_credentials_alone() -> None:
    check_clean(CODE, TEXT, page=Page(credentials=True))


def test_it_reads_the_byline_where_nobody_has_answered() -> None:
    assert CODE not in _codes("By Dr. Ada Moor, RN")
    assert CODE in _codes("By the editors")


def test_an_answer_goes_before_the_byline() -> None:
    check_flags(CODE, TEXT, page=Page(credentials=False))
