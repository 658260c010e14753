"""(iii) Abnormal conditions of natural states."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import natural_states
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea helps with mild mood swings before your period.",
        "Calm Tea makes hot flushes easier to live with.",
        "Calm Tea is for the forgetfulness that comes with age.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea prevents miscarriage.",
        "Calm Tea cures PMS.",
        "Calm Tea eases severe hot flushes.",
        "Calm Tea averts gestational diabetes.",
        "Calm Tea treats depression after birth.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert natural_states.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
