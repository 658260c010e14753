"""Promotion without label and disclosure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Disclosure, Page
from tests.evidence.judging import TEA, check_clean, check_flags, flags_of

CODE = "undisclosed-product"
TEXT = "Calm Tea supports good sleep and digestion."


def test_it_leaves_a_text_without_products_alone() -> None:
    check_clean(CODE, "Ginger tea supports good sleep and digestion.")


def test_it_leaves_another_firms_product_alone_that_is_merely_named() -> None:
    check_clean(CODE, "Calm Tea went on sale in 2019.", products=[replace(TEA, sold_by_publisher=False)])


def test_it_leaves_a_disclosed_product_alone() -> None:
    page = Page(disclosures=(Disclosure("calm-tea", answered=True, placed_before=True),))
    check_clean(CODE, TEXT, products=[TEA], page=page)


def test_a_disclosure_that_does_not_stand_before_the_text_is_none() -> None:
    page = Page(disclosures=(Disclosure("calm-tea", answered=True),))
    check_flags(CODE, TEXT, products=[TEA], page=page)


@pytest.mark.parametrize(
    "text",
    [
        "Night Owl, Hill Farm Women’s Health Magnesium Supplement promotes restful sleep.",
        "Our herbal formula supports restful sleep.",
        "SleepWell supports restful sleep and calms nerves.",
        "NightOwl™ capsules support restful sleep.",
    ],
)
def test_it_finds_products_that_nobody_recorded(text: str) -> None:
    check_flags(CODE, text)


def test_it_flags_the_first_promotion_and_the_page() -> None:
    flags = flags_of(CODE, TEXT, products=[TEA])
    assert [flag.sentence for flag in flags] == [0, None]
