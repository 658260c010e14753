"""Some hostile shapes, through the engine and the renderer, grow at most linearly; `make prove` tries them all."""

from __future__ import annotations

import re
import time

import pytest

from evidence.reading import captions
from evidence.selling import weighed
from tests.growth.faces import FACES
from tests.growth.measuring import MOST, growth
from tests.growth.shapes import SHAPES, Shape

TRIED = {
    "draft": (
        *("one bracket and endless numbers", "open images", "hyphens and digits", "works that are all the same"),
        *("long families spelt otherwise and works", "authors in one reference", "numbers and works"),
    ),
    "page": ("nested divs", "raised numbers", "tag without an end"),
    "reference": ("initials", "open brackets"),
    "renderer": ("equal headings", "backticks of many lengths", "soft hyphens", "open notes under a note"),
    "preview": ("keys and works of as many keys", "goods among works"),
}
CASES = [(face, name) for face, names in TRIED.items() for name in names]


@pytest.mark.drawn(5)
@pytest.mark.parametrize(("face", "name"), CASES)
def test_a_hostile_shape_takes_at_most_linear_time(face: str, name: str) -> None:
    shape = next(shape for shape in SHAPES if shape.name == name)
    assert growth(FACES[face], shape, smallest=4_000, largest=32_000) < MOST


@pytest.mark.parametrize("cue", [weighed._HEALS._pattern, captions._ADVISES], ids=["heals", "advises"])
def test_endless_spaces_behind_a_stop_are_passed_over_in_linear_time(cue: re.Pattern[str]) -> None:
    def search(text: str) -> None:
        assert cue.search(text) is None

    assert growth(search, Shape("spaces", " ", head="Zinc."), smallest=2_000, largest=16_000) < MOST


def test_quadratic_time_is_seen() -> None:
    """By a reader that takes exactly as long as one with the square of the length would, here and on a fast machine."""

    def careless(text: str) -> None:
        end = time.process_time() + 0.022 * (len(text) / 4_000) ** 2
        while time.process_time() < end:
            pass

    assert growth(careless, Shape("letters", "ab"), smallest=4_000, largest=4_000) > MOST
