"""A relative effect without absolute numbers."""

from __future__ import annotations

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "relative-only"


@pytest.mark.parametrize(
    "text",
    [
        "Ginger halved the risk of nausea.",
        "Ginger cut the risk of nausea by 50 %, from 20 % to 10 % [@lee2020].",
        "Ginger lowered nausea: 10 in 100 women had it, against 20 in 100 [@lee2020].",
        "Ginger reduced the risk of nausea [@lee2020].",
        "Half of the women had less nausea with ginger [@lee2020].",
        "Ginger halved nausea, from 20 % to 10 % [@lee2020].",
        "A third of adults take ginger for nausea [@lee2020].",
    ],
)
def test_it_leaves_absolute_numbers_and_uncited_claims_alone(text: str) -> None:
    check_clean(CODE, text, [TRIAL])


@pytest.mark.parametrize(
    "text",
    [
        "Ginger halved the risk of nausea [@lee2020].",
        "Ginger reduced nausea by 50 % [@lee2020].",
        "Ginger halved nausea [@lee2020].",
        "Ginger cuts nausea in half [@lee2020].",
        "Ginger lowered the risk of nausea by a third [@lee2020].",
        "Ginger reduced nausea by almost half [@lee2020].",
        "Women who skip ginger are twice as likely to have nausea [@lee2020].",
        "Women who took ginger were half as likely to have nausea [@lee2020].",
        "Ginger brings the risk of nausea down by two-thirds [@lee2020].",
        "Nausea was a quarter less common with ginger [@lee2020].",
        "Ginger carries half the risk of nausea [@lee2020].",
    ],
)
def test_it_flags_a_relative_effect_alone(text: str) -> None:
    check_flags(CODE, text, [TRIAL])
