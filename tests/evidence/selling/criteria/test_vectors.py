"""(viii) A role in the body's response to a disease or to what carries one."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import vectors
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea feeds the good bacteria of your gut.",
        "Calm Tea supports a strong immune system.",
        "Calm Tea is free of yeast.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea kills the bacteria in your throat.",
        "Calm Tea gives the cold virus nothing to hold on to.",
        "Calm Tea builds antibodies.",
        "Calm Tea evicts H. pylori.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert vectors.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
