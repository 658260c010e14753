"""No medical reviewer."""

from __future__ import annotations

from evidence.context import Page
from tests.evidence.judging import check_clean, check_flags

CODE = "missing-reviewer"


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    check_clean(CODE, "We walked to the harbour and ate noodles.")


def test_it_leaves_a_page_alone_that_has_it() -> None:
    check_clean(CODE, "Magnesium relieves migraine.", page=Page(reviewer=True))


def test_it_flags_a_page_without() -> None:
    flag = check_flags(CODE, "Magnesium relieves migraine.")
    assert (flag.sentence, flag.reference) == (None, None)
