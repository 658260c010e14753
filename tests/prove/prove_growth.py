"""No text takes more than linear time: every shape of `tests/growth/shapes.py` through every face, in three sizes.

`make prove` tries them all; `tests/growth/test_growth.py` tries some.
"""

from __future__ import annotations

import sys

import pytest

from tests.growth.faces import FACES
from tests.growth.measuring import MOST, growth
from tests.growth.shapes import SHAPES


def test_two_hundred_shapes_are_tried() -> None:
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 200


@pytest.mark.parametrize("face", FACES)
def test_every_shape_takes_at_most_linear_time(face: str) -> None:
    grown = sorted(((growth(FACES[face], shape), shape.name) for shape in SHAPES), reverse=True)
    worst = ", ".join(f"{name} {ratio:.2f}" for ratio, name in grown[:5])
    sys.stdout.write(f"\n{face}: {len(grown)} shapes; a doubling multiplies the time at most by: {worst}\n")
    assert [name for ratio, name in grown if ratio >= MOST] == []
