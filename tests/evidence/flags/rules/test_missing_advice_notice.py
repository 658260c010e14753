"""No notice that the page is not medical advice."""

from __future__ import annotations

from evidence.context import Page
from tests.evidence.judging import check_clean, check_flags

CODE = "missing-advice-notice"
TEXT = "Magnesium relieves migraine."


def test_it_leaves_a_page_with_the_notice_alone() -> None:
    check_clean(CODE, TEXT, page=Page(advice_notice=True))
    check_clean(CODE, TEXT + " This page is not a substitute for professional medical advice.")


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    check_clean(CODE, "We walked to the harbour and ate noodles.")


def test_it_flags_a_page_without() -> None:
    check_flags(CODE, TEXT)
