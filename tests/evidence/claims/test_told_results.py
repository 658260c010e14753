"""A result told as a plain story is seen by its counts, by what befell people and by its arms."""

from __future__ import annotations

import pytest

from evidence.claims.told_results import is_result, signs, tells


@pytest.mark.parametrize(
    "text",
    [
        "We comb the hair of 38 children each autumn.",
        "Half of the letters were about the new hall.",
        "Children often catch colds in spring.",
        "The lotion smells better than the old one.",
        "I was ill for a week and slept a lot.",
    ],
)
def test_counts_without_an_outcome_and_outcomes_without_a_count_are_no_result(text: str) -> None:
    assert not tells(text)
    assert not is_result(signs(text))


@pytest.mark.parametrize(
    "text",
    [
        "In one trial 38 of 115 heads were free of lice against 25 of 114 under the other.",
        "Of 56 families who combed, 32 of the children were cured after two weeks.",
        "One in three children had lice again after a month.",
        "After a week 70% were clear, against 75% under the old lotion.",
        "None of the volunteers who slept eight hours caught a cold.",
        "Fewer children fell ill under the new rinse.",
        "A third of the nurses were infected.",
        "Two out of five women relapsed within the year.",
        "Nobody on the tablets had a stroke.",
    ],
)
def test_a_count_with_what_befell_those_counted_is_a_result(text: str) -> None:
    assert tells(text)
    assert is_result(signs(text))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The longer people sat, the worse their backs felt.", "told the more"),
        ("With each extra cup they lay awake ten minutes more.", "told the more"),
        ("Pain came down from six to three.", "told changed"),
        ("They fell asleep sooner, reducing the dose.", "told brings"),
        ("On average they were back at work a day sooner.", "told average"),
        ("The control group did just as well.", "told arms"),
        ("Most recovered at home.", "told befell"),
    ],
)
def test_other_ways_to_tell_one_are_signs_that_weights_look_at(text: str, sign: str) -> None:
    assert sign in signs(text)


@pytest.mark.parametrize("text", ["The more the merrier.", "The meaning of average is unclear.", "Bring your own cup."])
def test_sayings_are_no_such_sign(text: str) -> None:
    assert signs(text) == []
