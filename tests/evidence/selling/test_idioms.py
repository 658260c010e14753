"""Words of the body that mean nothing of the kind are not judged; what tells of a body that got better is."""

from __future__ import annotations

import pytest

from evidence.selling.idioms import without_idioms
from evidence.selling.statements import Statement, statement


def said(text: str) -> Statement:
    return statement(text, ("Brandol",))


@pytest.mark.parametrize(
    "text",
    [
        "Brandol is back.",
        "Brandol is back in stock.",
        "At face value Brandol is cheap.",
        "Our head office ships Brandol.",
        "See the foot of the page for what is in Brandol.",
        "Brandol gives you a head start on Christmas shopping.",
        "We always keep Brandol on hand.",
        "Brandol spread by word of mouth.",
        "We are gardeners at heart, and Brandol began in a shed.",
        "Brandol leaves no fishy aftertaste.",
        "With Brandol there is no mess.",
        "Brandol has no bitter taste.",
        "Nothing sticky about Brandol.",
    ],
)
def test_a_turn_of_phrase_or_an_absent_taste_claims_nothing(text: str) -> None:
    assert not said(text).claims


@pytest.mark.parametrize(
    "text",
    [
        "My back is back to normal with Brandol.",
        "Brandol strengthens the heart.",
        "Brandol brings feeling back to your hands.",
        "Brandol is kind to skin and leaves no redness.",
        "No upset stomach and no aftertaste with Brandol.",
    ],
)
def test_what_is_said_of_a_body_is_left_as_it_is(text: str) -> None:
    assert without_idioms(text) == text
    assert said(text).claims
