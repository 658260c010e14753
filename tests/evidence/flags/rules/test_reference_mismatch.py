"""A name or year in the text that comes near a reference without fitting it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "reference-mismatch"
MADE = replace(TRIAL, key="lindqvist2016", families=("Lindqvist", "Okoro"), year=2016)


@pytest.mark.parametrize(
    "text",
    [
        "Lindqvist et al. (2016) found that ginger reduced nausea.",
        "Ginger reduced nausea (Lindqvist and Okoro, 2016).",
        "Lindqvist and colleagues found that ginger reduced nausea.",
        "Ginger reduced nausea (Marlowe et al., 2017).",  # nobody of that name is on the list
        "Landquist et al. (2011) found that ginger reduced nausea.",  # two letters and another year: somebody else
        "Okoro and colleagues found that ginger reduced nausea.",
    ],
)
def test_it_leaves_alone(text: str) -> None:
    check_clean(CODE, text, [MADE])


@pytest.mark.parametrize("name", ["Verdin-Garcia", "Verdin Garcia", "VerdinGarcia"])
def test_a_hyphen_makes_no_other_name(name: str) -> None:
    check_clean(CODE, f"Ginger reduced nausea ({name} et al., 2016).", [replace(MADE, families=("Verdin-Garcia",))])


def test_it_says_nothing_where_two_works_of_that_author_are_listed() -> None:
    check_clean(CODE, "Lindqvist et al. (2012) found less nausea.", [MADE, replace(MADE, key="b", year=2019)])


def test_it_leaves_works_alone_that_are_not_on_the_list() -> None:
    check_clean(CODE, "Lindqvist et al. (2017) found less nausea.", [replace(MADE, on_list=False)])


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("Lindqvist et al. (2017) found that ginger reduced nausea.", "year"),
        ("Ginger reduced nausea (Lindqvist et al., 2014).", "year"),
        ("Lindquist et al. (2016) found that ginger reduced nausea.", "name"),
        ("Ginger reduced nausea (Linqvist et al., 2016).", "name"),
        ("Lindqivst and colleagues found that ginger reduced nausea.", "name"),
    ],
)
def test_it_names_the_reference_that_comes_near(text: str, differs: str) -> None:
    flag = check_flags(CODE, text, [MADE])
    assert ("near", "lindqvist2016") in flag.facts
    assert ("differs", differs) in flag.facts
