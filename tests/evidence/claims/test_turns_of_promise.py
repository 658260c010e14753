"""Promises and alarms in figures of speech, and what only sounds like one."""

from __future__ import annotations

import pytest

from evidence.claims.outright_promises import promised
from evidence.values import Kind


@pytest.mark.parametrize(
    "text",
    [
        "Is garlic the answer to cancer?",
        "Garlic is not the answer to cancer.",
        "It is a myth that sugar is behind the rise in diabetes.",
        "The snow melts away under the sun.",
        "Our nurse takes care of people with diabetes.",
        "I put the pills in the bin by mistake.",
        "We do not have to live with fear of illness.",
        "Her cancer could not be treated any more.",
        "The film turns children into detectives.",
        "Cut your nails short.",
        "Stop your tablets only if your doctor says so.",
        "You will never need a map in this hospital.",
        "Most warts fade within two years.",
    ],
)
def test_what_is_denied_asked_or_of_something_else_promises_nothing(text: str) -> None:
    assert promised(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Garlic is nature's answer to cancer.", Kind.EFFICACY),
        ("Eczema melts away under shea butter.", Kind.EFFICACY),
        ("The flu has no chance against elderberry.", Kind.EFFICACY),
        ("Cancer cannot live in an alkaline body.", Kind.EFFICACY),
        ("CBD silences seizures.", Kind.EFFICACY),
        ("Honey does for ulcers what no pill can.", Kind.EFFICACY),
        ("This is the only thing you need against arthritis.", Kind.EFFICACY),
        ("There is no depression that running cannot lift.", Kind.EFFICACY),
        ("Many have beaten leukaemia with this diet.", Kind.EFFICACY),
        ("You do not have to live with diabetes: fasting undoes it.", Kind.EFFICACY),
        ("If you have lupus, nettle tea will set you free.", Kind.EFFICACY),
        ("With this tea you will never need statins.", Kind.MANAGEMENT),
        ("You can throw your inhaler in the bin after this course.", Kind.MANAGEMENT),
        ("Cut your lithium in half when you start this herb.", Kind.MANAGEMENT),
        ("Give your baby star anise tea for colic.", Kind.MANAGEMENT),
        ("Bleach baths draw autism out of the body.", Kind.EFFICACY),
        ("Statins rot the brain.", Kind.SAFETY),
        ("Vaccines are behind the rise in autism.", Kind.SAFETY),
        ("Fluoride makes children stupid.", Kind.SAFETY),
    ],
)
def test_a_turn_that_promises_or_alarms_is_told(text: str, kind: Kind) -> None:
    assert promised(text) is kind
