"""Numbers in prose."""

from __future__ import annotations

import pytest

from evidence.language.numbers import numbers


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 we met.",
        "It has 3 parts.",
        "PMID 31000001",
        "B12 and omega-3",
        "COVID-19 and IL-10",
        "twice a day",
        "half an hour",
        "a quarter of an hour",
        "a double-blind trial",
        "one of three groups",
        "(95% CI: none; p < 0.05)",
        "the other half of them",
        "1" * 5000,
        "Serum 25OHD and 16S genes were read.",
    ],
)
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
        ("2 months", pytest.approx(60.8), "time"),
        ("two weeks", 14.0, "time"),
        ("0.5 g", 500.0, "mass"),
        ("3,5 %", 3.5, "share"),
        ("one in five", 20.0, "share"),
        ("nine out of ten", 90.0, "share"),
        ("12 of 40 adults", 30.0, "share"),
        ("11/44", 25.0, "share"),
        ("cut in half", 50.0, "share"),
        ("halved", 50.0, "share"),
        ("twice as likely", 2.0, "times"),
        ("threefold", 3.0, "times"),
        ("4 times higher", 4.0, "times"),
        ("odds ratio, 2.1", 2.1, "times"),
        ("5 percentage points", 5.0, "points"),
        ("Ninety-six women", 96.0, ""),
        ("5 mmHg", 5.0, "mmhg"),
        ("5 mm Hg", 5.0, "mmhg"),
        ("241women", 241.0, ""),
    ],
)
def test_it_reads_values_and_what_they_count(text: str, value: float, of: str) -> None:
    [number] = numbers(text)
    assert (number.value, number.of) == (value, of)


@pytest.mark.parametrize(
    ("text", "bound", "low"),
    [("600", 0, None), ("more than 600", 1, None), ("less than 600", -1, None), ("400 to 600", 0, 400.0)],
)
def test_it_reads_bounds_and_ranges(text: str, bound: int, low: float | None) -> None:
    number = list(numbers(text))[-1]
    assert (number.value, number.bound, number.low) == (600.0, bound, low)


def test_a_number_that_goes_on_for_ever_stops_nothing() -> None:
    assert all(number.value < 10**21 for number in numbers("one hundred million " * 500))


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("Take 50 \u03bcg of it.", 0.05, "mass"),  # the Greek letter, as keyboards have it
        ("Take 50 \u00b5g of it.", 0.05, "mass"),  # the sign for "micro"
        ("Take 50 \u212ag of it.", 5e7, "mass"),  # the sign for "Kelvin", which patterns take for a k
        ("It grew twofold in six years.", 2.0, "times"),
    ],
)
def test_letters_that_patterns_take_for_others_are_read_as_those(text: str, value: float, of: str) -> None:
    found = next(iter(numbers(text)))
    assert (found.value, found.of) == (pytest.approx(value), of)


@pytest.mark.parametrize(
    "text", ["\u017fix hundred of \u017feven thou\u017fand", "a third, two-\u017fixths, th\u0131rty-five"]
)
def test_letters_of_old_prints_in_a_number_stop_nothing(text: str) -> None:
    list(numbers(text))
