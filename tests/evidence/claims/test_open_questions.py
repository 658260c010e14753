"""Claims that say only that something is not known are of no benefit or harm; what goes on to a result is."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import Reading
from evidence.claims.open_questions import left_open, only_open
from evidence.values import Kind


@pytest.mark.parametrize(
    "text",
    [
        "Ginger eases nausea.",
        "Ginger was known to sailors for its effect on nausea.",
        "Evidence is mixed, but most trials found that ginger eases nausea.",
        "Little evidence supports mint, although it helps some children.",
        "It is unclear why, yet zinc reduces colds.",
        "The cause is unknown, and you should avoid coffee.",
        "More research is needed, while one trial showed fewer colds.",
        "A limited diet harms the gut.",
        "Research has shown that naps improve memory.",
        "Mixed nuts lower cholesterol.",
        "The risk is not small.",
        "We know that sleep helps the heart.",
        "It is not known how, but ginger helps.",
        "It is unclear whether zinc helps, yet it reduces colds.",
        "It is unclear why ginger works although it helps.",
        "Nobody knows if it works and you should avoid it.",
    ],
)
def test_what_says_more_is_not_left_open(text: str) -> None:
    assert not only_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "The way in which massage might raise weight is not well understood.",
        "It is unclear whether mucuna works in people.",
        "For most people with high blood pressure the cause is unknown.",
        "Little research has been done on its effect on sleep.",
        "No clinical evidence supports the use of these herbs against hay fever.",
        "Evidence on its safety in pregnancy is limited.",
        "Insufficient data exist on the benefit of either drug.",
        "Aromatherapy for these purposes has not been studied.",
        "Further research is needed on its harms.",
        "We don't know whether it prevents colds.",
        "Studies of homeopathy for colds have been mixed.",
        "Nobody knows if it protects the heart.",
        "It is not known whether probiotics help.",
        "It remains unclear whether and how zinc reduces colds.",
        "We do not know how yoga improves sleep.",
        "Whether acupuncture helps is unknown.",
    ],
)
def test_what_is_not_known_is_left_open(text: str) -> None:
    assert only_open(text)


def _kinds(text: str, kinds: tuple[Kind, ...], *, product: str = "") -> tuple[Kind, ...]:
    reading = Reading(0, text, 0, "", tuple(text.lower().split()), 2, 0, False, 0, True, (), bool(product), "")
    return left_open([reading], [(kinds, 0.9, "")])[0][0]


def test_it_takes_the_place_of_benefit_and_harm_and_leaves_other_kinds() -> None:
    text = "It is unclear whether ginger eases nausea in one in ten women."
    assert _kinds(text, (Kind.EFFICACY, Kind.NUMERIC)) == (Kind.STATE_OF_EVIDENCE, Kind.NUMERIC)
    assert _kinds(text, (Kind.NUMERIC,)) == (Kind.NUMERIC,)
    assert _kinds("Ginger eases nausea.", (Kind.EFFICACY,)) == (Kind.EFFICACY,)
