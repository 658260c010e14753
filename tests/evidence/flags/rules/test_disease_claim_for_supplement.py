"""A supplement said to treat or prevent a disease."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TEA, check_clean, check_flags, flags_of

CODE = "disease-claim-for-supplement"


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea promotes digestive and urinary health.",
        "Ginger prevents infections.",
        "Calm Tea is available over the counter, without yeast.",
    ],
)
def test_it_leaves_structure_claims_and_other_sentences_alone(text: str) -> None:
    check_clean(CODE, text, products=[TEA])


def test_it_leaves_a_licensed_medicine_alone() -> None:
    check_clean(CODE, "Calm Tea prevents infections.", products=[replace(TEA, licensed=True)])


def test_it_flags_goods_that_are_no_supplement_too() -> None:
    check_flags(CODE, "Calm Tea prevents infections.", products=[replace(TEA, supplement=False)])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Calm Tea prevents infections.", "prevents ... infections"),
        ("Calm Tea helps reduce the risk of diabetes.", "reduce ... diabetes"),
        ("Calm Tea relieves arthritis.", "relieves ... arthritis"),
    ],
)
def test_it_flags_a_verb_against_a_disease(text: str, words: str) -> None:
    assert ("words", words) in check_flags(CODE, text, products=[TEA]).facts


def test_a_heading_that_asks_and_answers_in_a_word_is_judged_on_a_page_that_sells() -> None:
    text = "# Calm Tea\n\n## Gout? Gone.\n\nOrder Calm Tea now for $20."
    assert flags_of(CODE, text, products=[TEA])


def test_the_head_of_a_table_is_not() -> None:
    text = "Calm Tea\n\n| Condition | Calm Tea |\n|---|---|\n| Packing | a box |"
    assert not flags_of(CODE, text, products=[TEA], advertised="calm-tea")


def test_the_words_of_a_flag_hold_the_name_of_the_product() -> None:
    [flag] = flags_of("safety-claim-unsupported", "You can stop Calm Tea overnight.", products=[TEA])
    assert ("words", "stop Calm Tea overnight") in flag.facts
