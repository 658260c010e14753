"""A plain description of goods claims nothing, whoever makes them; one that says what they are for does."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.selling.described import FIRM, without_descriptions
from evidence.selling.statements import statement


def lines(name: str) -> list[str]:
    """Our own sentences over supplements, teas, foods, skin care, devices, apps, programmes and oils."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    return text.replace("{B}", "Brandol").splitlines()


@pytest.mark.parametrize("text", lines("described_with_a_claim.txt"))
def test_a_description_that_says_what_it_is_for_still_claims(text: str) -> None:
    assert statement(text, ("Brandol",)).claims


@pytest.mark.parametrize("text", lines("described_plainly.txt"))
def test_what_it_is_and_holds_and_costs_and_who_makes_it_claims_nothing(text: str) -> None:
    assert not statement(text, ("Brandol",)).claims


def test_a_maker_that_is_named_for_a_disease_is_read_like_other_words() -> None:
    assert FIRM not in without_descriptions("It was made by Arthritis Busters.")


def test_a_firm_on_record_is_known_wherever_it_stands() -> None:
    text = "Strong Bones keeps Brandol in stock."
    assert statement(text, ("Brandol",)).claims
    assert not statement(text, ("Brandol",), firms=("Strong Bones", "")).claims
