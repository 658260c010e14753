"""Two edits of one text are put together sentence by sentence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reconciling.texts import parts, tokens
from tests.drawing import examples

BASE = "One. Two. Three.\n\nFour. Five."
TEXTS = st.lists(st.sampled_from(["One.", "Two.", "Three", " ", "\n\n", "Four!", "a", "“Five.”"]), max_size=12).map(
    "".join
)


def merged(mine: str, theirs: str, base: str = BASE) -> list[str | tuple[str, str, str]]:
    return [(part.base, part.mine, part.theirs) if part.touched else part.text for part in parts(base, mine, theirs)]


def test_the_same_sentence_changed_by_both_is_left_to_people() -> None:
    assert merged("One. Mine. Three.\n\nFour. Five.", "One. Theirs. Three.\n\nFour. Five.") == [
        *("One. ", ("Two.", "Mine.", "Theirs."), " Three.\n\nFour. Five."),
    ]


def test_a_sentence_that_one_changed_and_the_other_took_out_is_left_to_people() -> None:
    (asked,) = [
        part
        for part in merged("One. Three.\n\nFour. Five.", "One. Theirs. Three.\n\nFour. Five.")
        if part[0] and not isinstance(part, str)
    ]
    assert [side.strip() for side in asked] == ["Two.", "", "Theirs."]


def test_what_both_put_in_at_one_place_is_left_to_people() -> None:
    assert merged(f"{BASE} Mine.", f"{BASE} Theirs.")[-1] == ("", " Mine.", " Theirs.")


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (
            *("One, mine. Two. Three.\n\nFour. Five.", "One. Two, theirs. Three.\n\nFour. Five."),
            "One, mine. Two, theirs. Three.\n\nFour. Five.",
        ),
        (f"{BASE} Six.", "One. Two. Three.\n\nFour. Five, theirs.", "One. Two. Three.\n\nFour. Five, theirs. Six."),
        ("Two. Three.\n\nFour. Five.", f"{BASE}\n\nEnd.", "Two. Three.\n\nFour. Five.\n\nEnd."),
        ("One. Same. Three.\n\nFour. Five.", "One. Same. Three.\n\nFour. Five.", "One. Same. Three.\n\nFour. Five."),
        (BASE, "", ""),
    ],
)
def test_what_does_not_touch_is_put_together(mine: str, theirs: str, both: str) -> None:
    assert "".join(part.text for part in parts(BASE, mine, theirs)) == both
    assert "".join(part.text for part in parts(BASE, theirs, mine)) == both


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@pytest.mark.drawn(1)
@settings(max_examples=examples(200))
@given(TEXTS, TEXTS)
def test_one_who_changes_nothing_changes_nothing(base: str, other: str) -> None:
    assert "".join(part.text for part in parts(base, base, other)) == other
    assert "".join(part.text for part in parts(base, other, base)) == other
    assert "".join(part.text for part in parts(base, other, other)) == other


@pytest.mark.drawn(1)
@settings(max_examples=examples(200))
@given(TEXTS, TEXTS, TEXTS)
def test_what_either_put_in_is_there_or_asked(base: str, mine: str, theirs: str) -> None:
    found = parts(base, mine, theirs)
    for side, text in (("mine", mine), ("theirs", theirs)):
        said = "".join(part.text + getattr(part, side) for part in found)
        for token in set(tokens(text)) - set(tokens(base)):
            assert token in said


def test_a_long_text_takes_no_long_time() -> None:
    base = " ".join(f"Sentence {number} stands here." for number in range(1500))
    mine, theirs = (
        base.replace("stands here. Sentence 17", "lies here. Sentence 17"),
        base.replace("9 stands", "9 sits"),
    )
    began = time.process_time()
    assert parts(base, mine, theirs)
    assert time.process_time() - began < 4
