"""(iv) Implied by the name, a title or a publication."""

from __future__ import annotations

import pytest

from evidence.selling.criteria import implied
from evidence.selling.passage import Passage
from evidence.selling.statements import masked, statement

NAMES = ("Calm Tea",)


@pytest.mark.parametrize(
    "text",
    [
        "Our book of recipes features Calm Tea.",
        "Calm Tea Family Box",
        "Read how we blend Calm Tea.",
    ],
)
def test_it_leaves_what_is_no_disease_claim_alone(text: str) -> None:
    assert statement(text, NAMES).disease == ""


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea ArthroCure Blend",
        "Calm Tea CholestEnd",
        "Calm Tea TinnitEase",
        "Calm Tea Anti-Flu Bags",
        "Calm Tea is recommended in “The Asthma Solution”.",
        "Read the Lancet paper on stroke and tea, then order Calm Tea.",
    ],
)
def test_it_finds_the_claim_and_says_by_which_words(text: str) -> None:
    assert implied.words(Passage(masked(text, NAMES))) != ""
    assert statement(text, NAMES).disease != ""


@pytest.mark.parametrize("name", ["Migration Tea", "Depress", "Cardigan", "Asterix", "Feverfew", "Kneewell"])
def test_an_ordinary_word_or_a_plain_brand_tells_of_no_disease(name: str) -> None:
    assert not implied.of_name(name)


@pytest.mark.parametrize(
    "name", ["Diabezap", "Arthrelief", "Canceraze", "Coldex", "Flubane", "Painaway", "FungiClear", "Anxicalm"]
)
def test_a_made_up_name_tells_of_the_disease_it_is_made_from(name: str) -> None:
    assert implied.of_name(name)
