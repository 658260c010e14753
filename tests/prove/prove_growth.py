"""No text takes more than linear time: every shape of `tests/growth/shapes.py` through every face, in three sizes.

`make prove` tries them all; `tests/growth/test_growth.py` tries some. So it is with the units that the tests of the
reader, of citations and of the engine make long.
"""

from __future__ import annotations

import sys

import pytest

from tests.evidence import test_pipeline as endless_sentences
from tests.evidence.matching import test_citing_at_length as citing
from tests.evidence.reading import test_documents as reading
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


@pytest.mark.parametrize("unit", reading.LENGTHENED)
def test_reading_takes_linear_time(unit: str) -> None:
    assert reading.takes_linear_time(unit, times=16)


@pytest.mark.parametrize("unit", citing.LENGTHENED)
def test_citing_takes_linear_time(unit: str) -> None:
    assert citing.takes_linear_time(unit)


@pytest.mark.parametrize("unit", ["[", "(1", "[^a"])
def test_a_million_letters_of_nothing_are_read_in_seconds(unit: str) -> None:
    assert citing.seconds_for_nothing(unit, 1_000_000) < 10


@pytest.mark.parametrize("unit", endless_sentences.LENGTHENED)
def test_one_endless_sentence_takes_linear_time(unit: str) -> None:
    assert endless_sentences.takes_linear_time(unit)


@pytest.mark.parametrize("unit", endless_sentences.LENGTHENED)
def test_an_endless_sentence_of_a_page_on_health_takes_linear_time(unit: str) -> None:
    assert endless_sentences.takes_linear_time(unit, endless_sentences.health_page)
