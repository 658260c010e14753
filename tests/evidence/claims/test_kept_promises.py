"""On a page, a promise behind a frame stops publication, and a testimony is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.reading import documents
from evidence.values import Severity

AROUND = "Measles kills one in a thousand who catch it. Zinc shortens a cold. Mint oil eases cramps in adults. "


def severity(text: str) -> Severity | None:
    page = documents.read(f"# Herbs\n\n{AROUND * 3}\n\n{text}\n\n{AROUND}\n")
    assessment = pipeline.assess(page, today=date(2026, 11, 30))
    rows = [row for row in assessment.sentences if row.sentence.text.strip() in text]
    found = [flag.severity for row in rows for flag in row.flags if flag.code == "missing-citation"]
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "My doctor told me that thyme is green.",
        "Participants were told that the room was warm.",
        "Here is why we like garlic:",
    ],
)
def test_a_frame_without_a_promise_is_asked_nothing(text: str) -> None:
    assert severity(text) is not Severity.BLOCKER


@pytest.mark.parametrize(
    "text",
    [
        "My doctor told me that thyme cures asthma.",
        "Here is why thyme cures asthma:",
        "Participants were told that thyme cures asthma.",
        "Thyme cures asthma [see our shop](/shop).",
        "## Take 10 g of vitamin C every hour",
        "We were told by a friend that you can stop your blood pressure tablets.",
    ],
)
def test_a_promise_behind_a_frame_stops_publication(text: str) -> None:
    assert severity(text) is Severity.BLOCKER


def test_a_testimony_is_a_warning() -> None:
    assert severity("Honey healed my asthma.") is Severity.WARNING
