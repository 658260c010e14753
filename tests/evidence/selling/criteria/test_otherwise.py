"""(x) All disease, or telling who has one."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import otherwise
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea tells you when it is ready.",
        "Calm Tea keeps you well.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea fights disease.",
        "Calm Tea is your shield against every illness.",
        "Calm Tea detects leaky gut.",
        "Calm Tea heals where medicine fails.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert otherwise.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
