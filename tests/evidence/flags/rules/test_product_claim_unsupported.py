"""A product claim without a trial of this very product."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design, Page
from tests.evidence.judging import TEA, TRIAL, check_clean, check_flags

CODE = "product-claim-unsupported"
TEXT = "Calm Tea supports good sleep and digestion."


def test_it_leaves_a_plain_mention_alone() -> None:
    check_clean(CODE, "Calm Tea went on sale in 2019.", products=[TEA])


def test_it_leaves_a_product_with_its_own_trial_alone() -> None:
    check_clean(CODE, TEXT, [TRIAL], products=[replace(TEA, trials=("lee2020",))])


def test_a_cited_trial_that_names_the_product_counts() -> None:
    trial = replace(TRIAL, title="Calm Tea for sleep: a randomised trial")
    check_clean(CODE, "Calm Tea supports good sleep [@lee2020].", [trial], products=[TEA])


def test_a_trial_of_something_else_does_not_count() -> None:
    check_flags(CODE, "Calm Tea supports good sleep [@lee2020].", [TRIAL], products=[TEA])


def test_a_trial_in_animals_does_not_count() -> None:
    mice = replace(TRIAL, design=Design.ANIMAL)
    check_flags(CODE, TEXT, [mice], products=[replace(TEA, trials=("lee2020",))])


def test_it_stands_in_place_of_missing_citation() -> None:
    check_flags(CODE, TEXT, products=[TEA])
    check_clean("missing-citation", TEXT, products=[TEA])


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea holds calcium, which contributes to the normal function of digestive enzymes.",
        "The vitamin C in Calm Tea contributes to the normal function of the immune system.",
        "Calm Tea contains iron, which contributes to the reduction of tiredness and fatigue.",
    ],
)
def test_words_of_the_register_need_no_trial_in_its_market_alone(text: str) -> None:
    for market in ("UK", "EU"):
        check_clean(CODE, text, products=[TEA], page=Page(market=market))
    check_flags(CODE, text, products=[TEA])


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea with ginger contributes to normal digestion.",
        "The zinc in Calm Tea contributes to normal fertility and boosts your mood.",
        "The magnesium in Calm Tea contributes to normal muscle function and Calm Tea gives you glowing skin.",
        "Calm Tea contains calcium, which is needed for the maintenance of normal teeth, and whitens them.",
        "The iron in Calm Tea contributes to normal oxygen transport, and it is safe in pregnancy.",
    ],
)
def test_words_of_the_register_cover_nothing_else(text: str) -> None:
    check_flags(CODE, text, products=[TEA], page=Page(market="UK"))
