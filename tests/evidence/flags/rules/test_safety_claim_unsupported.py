"""A product called safe without data on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TEA, TRIAL, check_clean, check_flags

CODE = "safety-claim-unsupported"


def test_it_leaves_a_claim_of_benefit_to_another_flag() -> None:
    check_clean(CODE, "Calm Tea supports digestion.", products=[TEA])


def test_it_leaves_a_product_with_its_own_trial_alone() -> None:
    tested = replace(TEA, trials=("lee2020",))
    check_clean(CODE, "Calm Tea is safe for pregnant women.", [TRIAL], products=[tested])


@pytest.mark.parametrize(
    "text",
    ["Calm Tea is suitable for pregnant women.", "Calm Tea is safe for toddlers.", "Calm Tea has no side effects."],
)
def test_it_flags_words_of_safety(text: str) -> None:
    check_flags(CODE, text, products=[TEA])
