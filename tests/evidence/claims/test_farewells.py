"""Slogans that promise to be rid of an illness."""

from __future__ import annotations

import pytest

from evidence.claims.farewells import promises_riddance
from evidence.values import Severity
from tests.evidence.judging import judge


@pytest.mark.parametrize(
    "text",
    [
        "I said goodbye to my migraines.",
        "She waved goodbye to her friends at the clinic.",
        "Say goodbye to queues.",
        "Say goodbye to diabetes myths.",
        "Say goodbye to paper forms.",
        "Your appointment is history.",
        "Live free from fear of cancer bills.",
        "Ready to say goodbye to migraines?",
        "We leave our shoes behind.",
        "Never have a dull dinner again.",
        "Your migraine is worse in spring.",
        "He died free of pain.",
    ],
)
def test_a_story_a_question_or_a_farewell_to_something_else_promises_nothing(text: str) -> None:
    assert not promises_riddance(text)


@pytest.mark.parametrize(
    "text",
    [
        "Say goodbye to migraines with our cap.",
        "It's time to bid a final farewell to eczema.",
        "Kiss your back pain goodbye.",
        "Goodbye, heartburn!",
        "Your gout will soon be history.",
        "Your arthritis will be a thing of the past.",
        "Live free from asthma.",
        "Send your cold packing.",
        "Leave your allergies behind.",
        "Banish bloating in three days.",
        "Never suffer from hay fever again.",
    ],
)
def test_a_slogan_that_promises_riddance_is_told(text: str) -> None:
    assert promises_riddance(text)


def test_such_a_slogan_stops_a_page_without_a_source() -> None:
    page = "Walking lowers blood pressure. Smoking slows healing. " * 5
    flags = judge(f"{page} Say goodbye to migraines with our cap.").flags
    assert any(flag.severity is Severity.BLOCKER and flag.sentence == 10 for flag in flags)
