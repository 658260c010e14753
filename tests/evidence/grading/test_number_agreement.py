"""A number told of a work beside what its abstract gives."""

from __future__ import annotations

import pytest

from evidence.grading.number_agreement import agrees, held_in, nearest, stated


def _agree(told: str, abstract: str) -> bool:
    [number] = stated(told)
    return any(agrees(number, held.number) for held in held_in(abstract))


@pytest.mark.parametrize(
    ("told", "abstract"),
    [
        ("50 %", "It was 38 %."),
        ("2 weeks", "It took 2 months."),
        ("30 women", "It was 30 %."),
        ("more than 200 women", "There were 900 women."),
        ("more than 200 women", "There were 150 women."),
        ("twice the risk", "Relative risk, 1.4."),
        ("95 %", "It was 3 % (95% CI, 1 to 8)."),
        ("one in five", "It was 31%."),
        ("4 to 6 weeks", "It took 4 to 12 weeks."),
    ],
)
def test_another_number_is_not_the_same(told: str, abstract: str) -> None:
    assert not _agree(told, abstract)


@pytest.mark.parametrize(
    ("told", "abstract"),
    [
        ("40 %", "It was 38 %."),
        ("about one in four", "It was 11 of 44 women."),
        ("two months", "It took 8 weeks."),
        ("half a gram is 500 mg", "The dose was 0.5 g."),
        ("more than 200 women", "There were 241 women."),
        ("less than 5 %", "It was 4.2%."),
        ("30 % fewer colds", "Relative risk, 0.70; 95% CI, 0.5 to 0.9."),
        ("halved", "Eczema was found in 29% versus 57%."),
        ("28 percentage points", "Eczema fell from 57% to 29%."),
        ("twice as many", "It was 40% in one group and 20% in the other."),
        ("96 women", "Ninety-six women took part."),
        ("1250 women", "There were 1,250 women."),
        ("5 weeks", "It took 4 to 6 weeks."),
        ("3,5 %", "It was 3.5%."),
        ("44 women", "It was 11 of 44 women, or 44 in all."),
    ],
)
def test_the_same_number_may_be_told_in_other_words(told: str, abstract: str) -> None:
    assert _agree(told, abstract)


def test_a_share_is_compared_only_with_one_of_the_same_thing() -> None:
    held = held_in("Nausea eased in 38% of women. Headache came in 40% of cases.")
    [told] = stated("Nausea eased in 55% of women")
    found = nearest(told, "Nausea eased in 55% of women", held)
    assert found is not None
    assert found.text == "38%"
    assert nearest(told, "Fever rose in 55% of babies", held) is None
    [far] = stated("95% of women")
    assert nearest(far, "Nausea eased in 95% of women", held) is None


def test_what_follows_from_numbers_contradicts_none() -> None:
    held = held_in("Nausea eased in 40% of women and 20% of controls.")
    [told] = stated("Nausea eased 3 times as often in women")
    assert nearest(told, "Nausea eased 3 times as often in women", held) is None
