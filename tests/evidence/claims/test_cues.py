"""Wordings that show what a sentence is."""

from __future__ import annotations

import pytest

from evidence.claims import cues


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zinc and vitamin C",
        "Red hair of old",
        "Seed for packets",
        "Some 19s of COVID19s in all",
        "Shoulder pain",
        "They use it",
    ],
)
def test_what_has_no_finite_verb_is_told_from_a_sentence(text: str) -> None:
    assert not cues.has_verb(text)


@pytest.mark.parametrize(
    "text", ["Zinc may, in time", "ZINC REDUCES COLDS", "It eased\npain", "Colds end", "Milk SHOULD"]
)
def test_a_verb_is_told_by_its_word_or_by_its_ending_before_another_word(text: str) -> None:
    assert cues.has_verb(text)


@pytest.mark.parametrize("text", ["Rain is common in May.", "It is common and cheap.", "A rare book of medicine"])
def test_what_is_common_without_a_complaint_counts_nobody(text: str) -> None:
    assert not cues.COMMON.search(text)


@pytest.mark.parametrize(
    "text", ["Gout is a common joint disease.", "Falls are a very common cause of pain.", "Goitre is a rare condition."]
)
def test_that_a_complaint_is_common_says_how_many_have_it(text: str) -> None:
    assert cues.COMMON.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Action: the clinic is open.",
        "Goal of the trial: see whether ginger helps.",
        "Colours: use is free.",
        "Tip jars are common.",
    ],
)
def test_a_label_before_anything_else_bids_nothing(text: str) -> None:
    assert cues.IMPERATIVE.match(text) is None


@pytest.mark.parametrize(
    "text",
    ["**Action:** Avoid bright lamps.", "Tip 2: Drink water.", "To do – Dim the lamps.", "Determine your bedtime."],
)
def test_a_bidding_may_stand_behind_a_label(text: str) -> None:
    assert cues.IMPERATIVE.match(text) is not None
