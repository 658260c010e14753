"""A supplement claim without the text that US law asks for."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Disclosure, Page
from tests.evidence.judging import TEA, check_clean, check_flags

CODE = "missing-disclaimer"
TEXT = "Calm Tea supports digestion."
DISCLAIMER = (
    " **This statement has not been evaluated by the Food and Drug Administration."
    " This product is not intended to diagnose, treat, cure, or prevent any disease.**"
)


def test_it_leaves_a_text_with_the_disclaimer_alone() -> None:
    check_clean(CODE, TEXT + DISCLAIMER, products=[TEA])


def test_it_leaves_a_page_alone_that_puts_it_in() -> None:
    page = Page(disclosures=(Disclosure("calm-tea", answered=True, disclaimer=True),))
    check_clean(CODE, TEXT, products=[TEA], page=page)


def test_it_leaves_other_markets_and_other_goods_alone() -> None:
    check_clean(CODE, TEXT, products=[TEA], page=Page(market="UK"))
    check_clean(CODE, TEXT, products=[replace(TEA, supplement=False)])


def test_it_flags_a_structure_claim_without_it() -> None:
    assert check_flags(CODE, TEXT, products=[TEA]).sentence == 0
