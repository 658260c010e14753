"""A work that says otherwise in words, and works that do not."""

from __future__ import annotations

import pytest

from evidence.grading.contradictions import contradiction

TOLD = "Vitamin E lowers the risk of prostate cancer in men."


@pytest.mark.parametrize(
    ("told", "abstract"),
    [
        (TOLD, ""),
        (TOLD, "Vitamin E lowered the risk of prostate cancer in men."),
        (TOLD, "Vitamin E may increase the risk of prostate cancer in men."),
        (TOLD, "Vitamin E did not increase the risk of prostate cancer in men."),
        (TOLD, "Low vitamin E intake increased the risk of prostate cancer in men."),
        (TOLD, "Vitamin E lowered the risk of prostate cancer and increased the risk of stroke in men."),
        (TOLD, "Vitamin E increased the risk of stroke in men with prostate cancer."),
        (TOLD, "Vitamin E had no effect on sleep."),
        (TOLD, "Vitamin E had no effect on prostate cancer in smokers, but lowered it in other men."),
        (
            TOLD,
            "Prostate cancer was rarer with vitamin E in men, significantly so. It had no effect on prostate volume.",
        ),
        ("Vitamin E does not prevent prostate cancer in men.", "Vitamin E had no effect on prostate cancer in men."),
        ("Low vitamin E raises the risk of prostate cancer.", "Vitamin E lowered the risk of prostate cancer."),
    ],
)
def test_it_is_silent_where_nothing_is_said_outright(told: str, abstract: str) -> None:
    assert contradiction(told, abstract) == ""


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (TOLD, "Vitamin E had no effect on the risk of prostate cancer in men."),
        (TOLD, "Vitamin E did not reduce prostate cancer in men."),
        (TOLD, "Vitamin E was ineffective in preventing prostate cancer."),
        (TOLD, "Men who took vitamin E had an increased risk of prostate cancer."),
        ("Coffee raises blood pressure in adults.", "Coffee drinking was associated with lower blood pressure."),
        ("Acupuncture relieves chronic migraine pain.", "Acupuncture was no better than sham for chronic migraine."),
    ],
)
def test_it_finds_the_words_that_say_otherwise(told: str, words: str) -> None:
    assert contradiction(told, f"We studied adults. {words}") == words
