"""Words and the verdicts of rules are weighed together: a finding may fall, and a claim that no rule knows be found."""

from __future__ import annotations

import pytest

from evidence.selling.passage import PRODUCT
from evidence.selling.scoring import LIKELY
from evidence.selling.statements import NOTHING, Statement, by_rules, statement, verdicts


def said(text: str) -> Statement:
    return statement(text, ("Brandol",))


@pytest.mark.parametrize("text", ["Brandol", "# Brandol", "Brandol®", "**Brandol:**"])
def test_a_bare_name_claims_nothing(text: str) -> None:
    assert said(text) == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "What causes migraine?",
        "Brandol can be stirred into yogurt or porridge.",
        "Brandol is free of yeast.",
        "Brandol plugs into any wall socket.",
        "You will find Brandol on the bottom shelf of most health shops.",
        "My father, who started Brandol, had his first heart attack at 49.",
        "Sales of Brandol in October paid for a minibus for the diabetes day centre.",
    ],
)
def test_what_claims_nothing_is_found_to_claim_nothing(text: str) -> None:
    assert not said(text).claims


def test_a_finding_of_the_rules_falls_where_the_words_speak_against_it() -> None:
    text = "The man who packs Brandol has had Parkinson's for six years, and he is the fastest of us all."
    assert by_rules(text.replace("Brandol", PRODUCT)).disease
    assert not said(text).disease


@pytest.mark.parametrize(
    "text",
    [
        "My GP has taken me down from 80 to 20 since I am on Brandol.",
        "After a month of Brandol the blood in the toilet bowl was gone.",
        "I was told that I would have it for life, but Brandol had other ideas.",
    ],
)
def test_an_effect_on_a_disease_told_by_care_or_distress_is_found_and_never_sure_beyond_doubt(text: str) -> None:
    assert not by_rules(text.replace("Brandol", PRODUCT)).disease
    found = said(text)
    assert found.disease
    assert LIKELY <= found.certainty <= 0.97


def test_what_acts_on_a_disease_outright_stands_whatever_else_the_sentence_says() -> None:
    assert said("Brandol is a hand cream in a tube of 75 ml, which heals eczema.").disease


def test_a_silent_sentence_without_its_product_stays_silent_and_says_why() -> None:
    found = said("Cystic acne?")
    assert (found.silent, verdicts(found)) == ("question", ("silent", "silent question"))
