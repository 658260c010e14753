"""Whether two titles are those of one work."""

from __future__ import annotations

import pytest

from evidence.verifying.titles import Likeness, likeness

TRIAL = "Walking for sore knees: a randomised trial in older adults"


@pytest.mark.parametrize(
    "other",
    [
        "Swimming for sore knees: a randomised trial in older adults",
        "Walking for sore backs: a randomised trial in older adults",
        "A survey of footwear among hospital staff",
        "Oat bran and cholesterol",
        "",
    ],
)
def test_another_title_is_not_the_same(other: str) -> None:
    assert likeness(TRIAL, other) < Likeness.SAME


@pytest.mark.parametrize(("one", "other"), [("Sleep in towns, part 1", "Sleep in towns, part 2")])
def test_numbers_tell_two_titles_apart(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.NEAR


def test_a_title_of_other_words_is_another() -> None:
    assert likeness(TRIAL, "Oat bran lowers cholesterol in men with diabetes") is Likeness.OTHER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TRIAL, "WALKING FOR SORE KNEES: A RANDOMISED TRIAL IN OLDER ADULTS."),
        (TRIAL, "Walking for sore knees"),
        (TRIAL, "Walking for sore knees: a <i>randomised</i> trial in older adults"),
        (TRIAL, "Walking for sore knees: a randomisd trial in oldre adults"),
        ("Diet & sleep in school children", "Diet and sleep in school children"),
        ("Sleep in towns, part II", "Sleep in towns, part 2"),
        ("β-carotene and lung cancer in smokers", "Beta-carotene and lung cancer in smokers"),
        ("Crème brûlée and naïve eaters", "Creme brulee and naive eaters"),
        (TRIAL, f"RETRACTED ARTICLE: {TRIAL}"),
        ("Health-care workers and sleep", "Healthcare workers and sleep"),
    ],
)
def test_the_same_title_is_known_in_every_spelling(one: str, other: str) -> None:
    assert likeness(one, other) is Likeness.SAME
    assert likeness(other, one) is Likeness.SAME
