"""(v) Belonging to a class of products meant against a disease."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import drug_classes
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea contains no steroids.",
        "Calm Tea is an herbal tea.",
        "Calm Tea is sold in pharmacies.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea is a natural statin.",
        "Calm Tea acts as an antihistamine.",
        "Calm Tea has antiviral properties.",
        "Calm Tea is nature's Prozac.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert drug_classes.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""
