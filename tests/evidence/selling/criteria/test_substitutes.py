"""(vi) A substitute for a therapy."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import substitutes
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea can be ordered without registration.",
        "Leave the bag in the cup for five minutes.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Put down the ibuprofen and pick up Calm Tea.",
        "Calm Tea took the place of my inhaler.",
        "Calm Tea saves you a hip replacement.",
        "Why take sleeping pills when there is Calm Tea?",
        "With Calm Tea I came off my antidepressant.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert substitutes.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
