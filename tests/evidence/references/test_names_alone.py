"""Family names that stand alone in a list: with others left out, or two of them."""

from __future__ import annotations

import pytest

from evidence.references.parsing import parse


@pytest.mark.parametrize("who", ["World Sleep Council", "Harbour Clinic", "Sleep and Mood Group"])
def test_a_body_is_no_family(who: str) -> None:
    assert parse(f"{who}, 2018. *Calm nights*. https://a.example/b")["author"] == [{"literal": who}]


@pytest.mark.parametrize(
    ("who", "families"),
    [
        ("Moor et al., 2010.", ["Moor"]),
        ("Moor et al. (2010).", ["Moor"]),
        ("Moor et al. 2010.", ["Moor"]),
        ("Moor & Lane, 2010.", ["Moor", "Lane"]),
        ("Moor and Lane (2010).", ["Moor", "Lane"]),
        ("Stær-Jensen et al., 2010.", ["Stær-Jensen"]),
    ],
)
def test_families_without_initials_are_read_as_such(who: str, families: list[str]) -> None:
    people = parse(f"{who} *Sleep and mood in nurses*. https://a.example/b")["author"]
    assert people == [{"family": family} for family in families]
