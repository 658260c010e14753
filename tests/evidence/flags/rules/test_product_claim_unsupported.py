"""A product claim without a trial of this very product."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Design
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
