"""Wording that promises too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "certainty-overstatement"


@pytest.mark.parametrize(
    "text",
    [
        "Magnesium tablets may relieve migraine.",
        "It has not been proven that magnesium relieves migraine.",
        "Magnesium tablets relieve migraine.",
        "We will look at magnesium and migraine below.",
        "Magnesium will not relieve migraine.",
    ],
)
def test_it_leaves_careful_and_plain_words_without_a_source_alone(text: str) -> None:
    check_clean(CODE, text)


def test_it_leaves_the_past_result_of_a_trial_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea [@lee2020].", [TRIAL])


def test_a_strong_source_carries_plain_words() -> None:
    review = replace(TRIAL, design=Design.SYSTEMATIC_REVIEW)
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [review])


@pytest.mark.parametrize(
    "text",
    [
        "We know that magnesium can relieve migraine.",
        "Magnesium is proven to relieve migraine.",
        "Magnesium will relieve your migraine.",
        "All patients who took magnesium improved and had less migraine.",
        "Magnesium is guaranteed to relieve migraine.",
    ],
)
def test_it_flags_promises_with_or_without_a_source(text: str) -> None:
    check_flags(CODE, text)


def test_it_flags_plain_words_over_one_trial() -> None:
    assert check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [TRIAL]).facts == (("level", "moderate"),)


_RATS = replace(TRIAL, title="Ginger tea and nausea in ten rats", design=Design.ANIMAL)


@pytest.mark.parametrize(
    "text",
    [
        "There is some evidence that ginger tea can reduce nausea",
        "There is evidence, both in women and in rats, that ginger tea can reduce nausea",
        "There's limited evidence that ginger tea might reduce nausea",
        "Moreover, there is early evidence in women that ginger tea could reduce nausea",
        "There is growing evidence that ginger tea may reduce nausea",
        "There is now some evidence that ginger tea can reduce nausea",
        "There is weak evidence from one clinic that ginger tea can reduce nausea",
        "There is also preliminary evidence that ginger tea may reduce nausea",
    ],
)
def test_evidence_for_what_may_be_asserts_no_more(text: str) -> None:
    check_clean(CODE, f"{text} [@lee2020].", [_RATS])


@pytest.mark.parametrize(
    "text",
    [
        "Ginger tea can reduce nausea",
        "There is evidence that ginger tea reduces nausea",
        "There is proof that ginger tea can reduce nausea",
        "There is evidence; ginger tea can reduce nausea",
    ],
)
def test_an_effect_told_as_one_is_still_too_much(text: str) -> None:
    check_flags(CODE, f"{text} [@lee2020].", [_RATS])


@pytest.mark.parametrize(
    "text",
    [
        "This helps explain some of the nausea",
        "That may help to explain the nausea of early pregnancy",
        "It goes some way to explaining the nausea",
        "Such a reflex could partly help explain nausea",
        "This helps us understand nausea",
        "It probably helps to account for part of the nausea",
    ],
)
def test_an_offer_to_explain_asserts_no_effect(text: str) -> None:
    check_clean(CODE, f"Ginger tea and nausea in rats [@lee2020]. {text} [@lee2020].", [_RATS])


@pytest.mark.parametrize(
    "text",
    [
        "This helps explain why ginger tea cures nausea",
        "Ginger tea helps, and that explains why it reduces nausea",
        "This may help to explain that ginger tea prevents nausea",
    ],
)
def test_an_effect_behind_such_an_offer_is_still_too_much(text: str) -> None:
    check_flags(CODE, f"{text} [@lee2020].", [_RATS])
