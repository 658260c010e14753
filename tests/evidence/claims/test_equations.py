"""An equation in words claims nothing, unless it promises something."""

from __future__ import annotations

import pytest

from evidence.claims.equations import is_equation
from tests.evidence.claims.test_beside_frames import SAID


@pytest.mark.parametrize("frame", ["share = number of days / 7, and {}", "{} = number / total", "rate = {} * number"])
def test_what_is_said_beside_or_in_one_stays_a_claim(frame: str) -> None:
    assert [said for said in SAID if is_equation(frame.format(said))] == []


@pytest.mark.parametrize(
    "text",
    [
        "garlic = the cure for gout",
        "garlic / honey = no more colds",
        "no sugar = no cancer * more life",
        "salt * stress = high blood pressure * death",
        "coffee = 5 mg of caffeine * 2 per day",
        "the share of colds is half",
        "less salt per day = longer life / lower rate of gout",
    ],
)
def test_a_line_that_judges_or_counts_nothing_stays_a_claim(text: str) -> None:
    assert not is_equation(text)


@pytest.mark.parametrize(
    "text",
    [
        "> (2) % of visits = visits in winter / (all visits * share of adults)",
        "number of visits = population * visiting rate",
        "BMI = weight / (height * height)",
        "winter rate = 4.2% x (visits per 100k * 1/100k) / 12%",
    ],
)
def test_an_equation_is_no_claim(text: str) -> None:
    assert is_equation(text)
