"""Names of an author list are left alone by what stands beside them."""

from __future__ import annotations

import pytest

from evidence.references.beside_names import names_alone


@pytest.mark.parametrize(
    "text", ["Kovač AB, Moreau C", "Lee, MD, Kim, RN", "Bell AB (2015)", "A–B of C", "Drake D, Profumo J"]
)
def test_names_without_such_words_stay(text: str) -> None:
    assert names_alone(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Kovač AB*, Moreau C†",
        "Dr. Kovač AB, Prof. Dr. Moreau C",
        "Kovač AB, MD, Moreau C, PhD",
        "Kovač AB/Moreau C",
        "Kovač AB[1] – Moreau C[2]",
    ],
)
def test_signs_degrees_titles_and_strokes_go(text: str) -> None:
    assert names_alone(text) == "Kovač AB, Moreau C"
