"""Ties to what the page argues for that nobody has stated."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Disclosure, Page
from tests.evidence.judging import TEA, check_clean, check_flags

CODE = "conflict-undisclosed"
ANSWERED = Page(interests_answered=True)


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    check_clean(CODE, "We walked to the harbour and ate noodles.")


def test_an_answer_settles_it() -> None:
    check_clean(CODE, "Magnesium relieves migraine.", page=ANSWERED)


def test_a_disclosed_product_settles_it() -> None:
    page = replace(ANSWERED, disclosures=(Disclosure("calm-tea", answered=True),))
    check_clean(CODE, "Calm Tea supports digestion.", products=[TEA], page=page)


def test_it_asks_where_nobody_has_answered() -> None:
    assert check_flags(CODE, "Magnesium relieves migraine.").facts == (("interests", "not answered"),)


def test_it_flags_the_publishers_product_without_its_disclosure() -> None:
    flag = check_flags(CODE, "Calm Tea supports digestion.", products=[TEA], page=ANSWERED)
    assert flag.facts == (("names", "Calm Tea"),)


def test_it_flags_an_argument_for_a_class_that_the_publisher_sells() -> None:
    flag = check_flags(CODE, "Ginger reduces nausea.", products=[TEA], page=ANSWERED)
    assert flag.facts == (("argues for", "ginger"),)
