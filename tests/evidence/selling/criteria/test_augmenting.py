"""(vii) Augmenting a therapy or a drug."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import augmenting
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea works better with honey.",
        "Calm Tea goes well with cake.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea makes chemotherapy work better.",
        "Calm Tea boosts the effect of your antidepressant.",
        "Taken beside methotrexate, Calm Tea makes every dose go further.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert augmenting.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
