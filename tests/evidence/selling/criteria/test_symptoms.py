"""(ii) Signs and symptoms of a disease, in scientific or lay words."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import symptoms
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea eases occasional heartburn.",
        "Calm Tea soothes tired eyes after screen work.",
        "Calm Tea warms cold mornings.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea relieves wheezing and shortness of breath.",
        "Swollen, aching fingers calm down with Calm Tea.",
        "Calm Tea stops the ringing in your ears.",
        "Thirst, cold hands and dry skin vanish with Calm Tea.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert symptoms.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
