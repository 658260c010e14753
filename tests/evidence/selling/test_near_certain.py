"""Wordings of a disease claim that stand whatever else the sentence says, and what only repeats them."""

from __future__ import annotations

import pytest

from evidence.selling.near_certain import stands
from evidence.selling.passage import PRODUCT, Passage
from evidence.selling.statements import statement


@pytest.mark.parametrize(
    "text",
    [
        "The internet says Brandol cures gout.",
        "Whether Brandol cures gout nobody knows.",
        "Brandol does not cure gout.",
        "Gout is cured by nothing in a jar of Brandol.",
    ],
)
def test_what_is_only_told_or_denied_does_not_stand(text: str) -> None:
    assert not stands(Passage(text.replace("Brandol", PRODUCT)), "i")


@pytest.mark.parametrize(
    "text",
    [
        "Brandol works on every illness known to man.",
        "The herb in Brandol is known for its effect on heart disease.",
        "Local pollen in every jar of Brandol ends hay fever.",
        "Three sessions with Brandol and my vertigo was cured.",
        "Brandol is the all-natural way to say so long to hay fever.",
        "Formulated for people with restless legs syndrome: Brandol.",
        "Brandol stops cold viruses before they take hold.",
    ],
)
def test_a_disease_claim_in_such_words_is_found(text: str) -> None:
    assert statement(text, ("Brandol",)).disease
