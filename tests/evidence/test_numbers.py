"""Numbers in prose."""

from __future__ import annotations

import pytest

from evidence.numbers import Number, closest_share, numbers, same


@pytest.mark.parametrize("text", ["In 2015 we met.", "It has 3 parts.", "PMID 31000001", "B12 and omega-3"])
def test_years_identifiers_and_small_digits_are_no_numbers(text: str) -> None:
    assert list(numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("38 %", 38.0, "share"),
        ("38.5 percent", 38.5, "share"),
        ("one-third", pytest.approx(33.33, abs=0.01), "share"),
        ("three quarters", 75.0, "share"),
        ("half of", 50.0, "share"),
        ("1 in 4", 25.0, "share"),
        ("1,250 women", 1250.0, ""),
        ("2 million", 2_000_000.0, ""),
        ("2 months", 2.0, "month"),
        ("241women", 241.0, ""),
    ],
)
def test_it_reads_values_and_what_they_count(text: str, value: float, of: str) -> None:
    [number] = numbers(text)
    assert (number.value, number.of) == (value, of)


def test_numbers_within_a_tenth_are_the_same() -> None:
    assert same(Number("40 %", 40, "share"), Number("38 %", 38, "share"))
    assert not same(Number("50 %", 50, "share"), Number("38 %", 38, "share"))
    assert not same(Number("2 weeks", 2, "week"), Number("2 months", 2, "month"))


def test_only_a_near_share_is_read_as_the_same_quantity() -> None:
    held = [Number("27.7 %", 27.7, "share"), Number("10.3 %", 10.3, "share")]
    assert closest_share(Number("one-third", 100 / 3, "share"), held) == held[0]
    assert closest_share(Number("90 %", 90, "share"), held) is None
    assert closest_share(Number("30", 30, ""), held) is None
