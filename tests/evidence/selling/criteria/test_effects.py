"""(i) An effect on a disease, in any verb, voice and order."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import effects
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea supports digestion.",
        "Calm Tea helps maintain cholesterol levels that are already normal.",
        "Calm Tea comes in boxes of twenty.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea treats asthma.",
        "Asthma is kept in check by Calm Tea.",
        "No more gout, thanks to Calm Tea.",
        "Calm Tea: say goodbye to sinusitis.",
        "Calm Tea keeps colds away all winter.",
        "Two bouts of bronchitis a year instead of six, since Calm Tea.",
        "Calm Tea brings blood pressure down from 160 to 130.",
        "Eczema has simply packed its bags since Calm Tea came.",
        "Calm Tea is good for people who cannot shake off cystitis.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert effects.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
