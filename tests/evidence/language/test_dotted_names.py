"""Short names with dots."""

from __future__ import annotations

import pytest

from evidence.language.dotted_names import undotted


@pytest.mark.parametrize(
    "text",
    ["Dr. Lee B. says so.", "At 5 p.m. or 8 a.m.", "e.g. ginger", "U.Sa.", "Mr. U. Sand", "a.b.c", "", "The end."],
)
def test_it_leaves_alone(text: str) -> None:
    assert undotted(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("the U.S. Task Force", "the US Task Force"),
        ("the U. S. Task Force", "the US Task Force"),
        ("W.H.O. advice", "WHO advice"),
        ("in the U.K.", "in the UK"),
        ("U.S.", "US"),
        ("(U.S.)", "(US)"),
        ("U.S.-made", "US-made"),
        ("U.S. and E.U.", "US and EU"),
    ],
)
def test_it_takes_the_dots_out_of(text: str, plain: str) -> None:
    assert undotted(text) == plain
