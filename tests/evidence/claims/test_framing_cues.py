"""Cues of framing in texts that are written without capitals."""

from __future__ import annotations

import pytest

from evidence.claims.framing_cues import FIRST_PERSON


@pytest.mark.parametrize("text", ["type i diabetes", "phase i trials", "(i) a cold", "it is late"])
def test_a_numeral_is_no_person(text: str) -> None:
    assert not FIRST_PERSON.search(text)


@pytest.mark.parametrize("text", ["i hate the cold", "so i've slept badly", "then i also ran"])
def test_an_i_without_a_capital_is_the_writer(text: str) -> None:
    assert FIRST_PERSON.search(text)
