"""Who pays for a treatment is no claim; what it does is one."""

from __future__ import annotations

import pytest

from evidence.claims.who_pays import tells_who_pays
from tests.evidence.claims.test_beside_frames import SAID


@pytest.mark.parametrize(
    "frame",
    [
        "Often covered for adults because {}",
        "Often covered by plans, and {}",
        "Limited coverage for adults since {}",
        "Coupons may reduce costs, and {}",
        "The state funds a service for eligible people, and {}",
        "The state funds a service for eligible people who know that {}",
    ],
)
def test_what_stands_beside_it_stays_a_claim(frame: str) -> None:
    assert [said for said in SAID if tells_who_pays(frame.format(said), "Insurance")] == []


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Often covered for gout", "Symptoms"),
        ("Limited coverage for wounds", "Dressings"),
        ("Often covered for gout that it cures", "With insurance"),
        ("Discount tea may reduce fever", "Cost"),
        ("Savings cards may reduce risk", "Cost"),
        ("Garlic pays for a service for eligible adults and cures gout", "Cost"),
    ],
)
def test_a_line_that_says_more_or_stands_elsewhere_stays_a_claim(text: str, above: str) -> None:
    assert not tells_who_pays(text, above)


@pytest.mark.parametrize(
    "text",
    [
        "Usually covered for gout",
        "There is limited coverage for obesity without other illnesses",
        "Coupons or a maker's savings card may lower the price",
        "The county also funds a physiotherapy service for eligible patients with arthritis.",
    ],
)
def test_who_pays_is_no_claim(text: str) -> None:
    assert tells_who_pays(text, "### With insurance")
