"""How strongly a sentence asserts its effect."""

from __future__ import annotations

import pytest

from evidence.claims.wording import in_past, strength, wording
from evidence.values import Wording


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sun rises in the east.", Wording.NONE),
        ("Short sleep is linked to obesity.", Wording.ASSOCIATION),
        ("Short sleep may be associated with a higher risk of obesity.", Wording.ASSOCIATION),
        ("People who sleep little are more likely to gain weight.", Wording.ASSOCIATION),
        ("Larger trials are needed to show whether zinc shortens colds.", Wording.NONE),
        ("Zinc lowers risk.", Wording.CAUSAL),
        ("Zinc may shorten a cold.", Wording.HEDGED),
        ("Zinc shortens a cold.", Wording.CAUSAL),
        ("Ginger is thought to ease nausea.", Wording.HEDGED),
        ("Ginger eases nausea in most people.", Wording.CAUSAL),
        ("This supplement boosts your metabolism and burns fat.", Wording.CAUSAL),
        ("Children who ate breakfast had lower rates of obesity.", Wording.ASSOCIATION),
        ("Skipping meals causes headache.", Wording.CAUSAL),
        ("Probiotics heal the gut.", Wording.CAUSAL),
        ("Most adults need seven hours of sleep.", Wording.NONE),
    ],
)
def test_it_names_the_wording(text: str, expected: Wording) -> None:
    assert wording(text) is expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The sun rises in the east.", 0),
        ("Zinc does not reduce colds.", 0),
        ("There was no difference in the risk of colds.", 0),
        ("Zinc does not cause nausea, but it reduces colds.", 6),
        ("Short sleep is linked to obesity.", 3),
        ("Zinc may reduce colds.", 4),
        ("Zinc probably reduces colds.", 5),
        ("Zinc can reduce colds.", 5),
        ("Zinc reduces colds.", 6),
        ("Zinc may reduce colds, and it cures coughs.", 6),
    ],
)
def test_it_places_the_strongest_clause_on_the_causal_scale(text: str, code: int) -> None:
    assert strength(text) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Wording.NONE),
        ("Further studies are needed.", Wording.NONE),
        ("Coffee intake was independently associated with mortality.", Wording.ASSOCIATION),
        ("Our findings suggest that zinc may reduce the duration of colds.", Wording.HEDGED),
        ("Zinc significantly reduced the duration of colds.", Wording.CAUSAL),
    ],
)
def test_it_names_the_wording_of_a_conclusion(text: str, expected: Wording) -> None:
    assert wording(text, of_abstract=True) is expected


def test_a_very_long_sentence_is_read_in_bounded_time() -> None:
    assert wording("zinc " * 200_000) is Wording.NONE


def test_it_tells_a_result_from_a_rule() -> None:
    assert in_past("Zinc reduced colds.")
    assert not in_past("Zinc reduces colds.")
