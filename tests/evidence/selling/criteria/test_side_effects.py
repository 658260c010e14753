"""(ix) Treating what a therapy does to the body."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import side_effects
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea takes care of a full stomach.",
        "Calm Tea is mild.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea spares your stomach the ulcers that painkillers leave behind.",
        "Calm Tea eases the nausea that chemotherapy brings.",
        "Calm Tea removes the poison that chemo leaves behind.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert side_effects.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
