"""School grade and syllables, against counts done by hand."""

from __future__ import annotations

import pytest

from evidence.language.readability import grade, syllables


def test_no_words_have_no_grade() -> None:
    assert grade([]) == 0.0
    assert grade(["...", ""]) == 0.0


@pytest.mark.parametrize(
    ("word", "count"),
    [("tea", 1), ("ginger", 2), ("make", 1), ("little", 2), ("nausea", 2), ("supplement", 3), ("x", 1)],
)
def test_it_counts_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_it_follows_the_formula() -> None:
    # 6 words, 1 sentence, 7 syllables: 0.39 * 6 + 11.8 * 7 / 6 - 15.59
    assert grade(["The tea may calm the stomach."]) == pytest.approx(0.39 * 6 + 11.8 * 7 / 6 - 15.59)
