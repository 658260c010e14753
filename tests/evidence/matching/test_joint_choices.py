"""Mentions that leave the same works, weighed together."""

from __future__ import annotations

from itertools import product

import pytest

from evidence.matching.joint_choices import together

CHANCES = [[0.6, 0.3, 0.1], [0.5, 0.2, 0.3], [0.4, 0.4, 0.2], [0.2, 0.5, 0.3]]
BONDS = [1.0, 0.3, 1.0, 1.3]
LEFT_OUT = 0.05


def counted_out() -> list[list[float]]:
    """The same chances by going through every way in which the mentions may mean the works."""
    found = [[0.0] * 3 for _ in CHANCES]
    for meant in product(range(3), repeat=len(CHANCES)):
        weight = LEFT_OUT ** (3 - len(set(meant)))
        for place, work in enumerate(meant):
            weight *= CHANCES[place][work] * (BONDS[place] if place and meant[place - 1] == work else 1)
        for place, work in enumerate(meant):
            found[place][work] += weight
    whole = sum(found[0])
    return [[chance / whole for chance in row] for row in found]


def test_a_single_mention_keeps_its_chances() -> None:
    assert together(CHANCES[:1], BONDS[:1], LEFT_OUT)[0] == pytest.approx(CHANCES[0])


def test_without_bonds_and_where_works_may_be_left_out_each_mention_keeps_its_chances() -> None:
    for row, chances in zip(together(CHANCES, [1.0] * 4, 1.0), CHANCES, strict=True):
        assert row == pytest.approx(chances)


def test_the_chances_are_those_of_every_way_in_which_the_works_may_be_meant() -> None:
    for row, chances in zip(together(CHANCES, BONDS, LEFT_OUT), counted_out(), strict=True):
        assert row == pytest.approx(chances)


def test_of_two_works_that_must_both_be_meant_each_has_its_mention() -> None:
    joint = together([[0.9, 0.1], [0.6, 0.4]], [1.0, 1.0], 0.0)
    assert joint[0][0] == pytest.approx(1 - joint[1][0])
    assert joint[1][1] > 0.8


def test_a_long_article_leaves_chances_that_sum_to_one() -> None:
    joint = together(CHANCES * 300, BONDS * 300, LEFT_OUT)
    assert all(sum(row) == pytest.approx(1) for row in joint)
