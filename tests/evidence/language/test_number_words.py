from __future__ import annotations

import pytest

from evidence.language.number_words import in_digits, value_of


@pytest.mark.parametrize("words", ["twenty thirty", "five six", "a dozen of"])
def test_words_that_make_no_number_have_no_value(words):
    assert value_of(words) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nine", 9),
        ("Eighty-nine", 89),
        ("fifty two", 52),
        ("one hundred and five", 105),
        ("Two hundred sixty-eight", 268),
        ("a hundred", 100),
        ("one thousand two hundred", 1200),
        ("three million", 3_000_000),
    ],
)
def test_it_reads(words, value):
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ninety-six women in two groups.", "96 women in two groups."),
        ("twenty thirty", "twenty thirty"),
        ("often tender", "often tender"),
    ],
)
def test_only_numbers_from_ten_up_are_written_in_digits(text, written):
    assert in_digits(text) == written
