"""What readers hear and what is called a myth is no claim where the page denies it, and one where it does not."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.reading import documents
from evidence.values import Severity

AROUND = "Measles kills one in a thousand who catch it. Zinc shortens a cold. Mint oil eases cramps in adults. "


def severity(text: str, behind: str) -> Severity | None:
    """How gravely the missing source of a passage's first sentence is flagged."""
    page = documents.read(f"# Herbs\n\n{AROUND * 3}\n\n{text}{behind}\n\n## More\n\n{AROUND}\n")
    assessment = pipeline.assess(page, today=date(2026, 11, 30))
    rows = [row for row in assessment.sentences if row.sentence.text.strip() in text]
    found = [flag.severity for row in rows for flag in row.flags if flag.code == "missing-citation"]
    return found[0] if found else None


DENIALS = (
    "It does not.",
    "There is no good evidence for this.",
    "This is a myth.",
    "Studies have not found that it works.",
    "No trial has shown that it does.",
    "No, it is a fable.",
    "Thyme cannot cure asthma.",
)
BESIDE = (
    "It is cheap.",
    "It does not harm the stomach.",
    "It does not only help with colds.",
    "No evidence is needed.",
    "It never fails.",
    "It is no myth.",
    "No doubt it works.",
    "Nothing works better.",
    "Nurses do not help much.",
    "Don't worry.",
    "No side effects are known.",
    "Doctors say that it does not work. They are wrong.",
    "Some call it a myth. But it does.",
)


@pytest.mark.parametrize("behind", DENIALS)
@pytest.mark.parametrize(
    "text", ["You have probably heard that thyme cures asthma. ", "## Myth 2: thyme cures asthma\n\n"]
)
def test_what_the_page_denies_behind_it_is_no_claim(text: str, behind: str) -> None:
    assert severity(text, behind) is None


@pytest.mark.parametrize("behind", BESIDE)
@pytest.mark.parametrize(
    "text", ["You have probably heard that thyme cures asthma. ", "## Myth 2: thyme cures asthma\n\n"]
)
def test_what_nothing_denies_stops_publication(text: str, behind: str) -> None:
    assert severity(text, behind) is Severity.BLOCKER


def test_a_denial_under_the_next_heading_takes_nothing_back() -> None:
    assert severity("You often hear that thyme cures asthma.", "\n\n## Sage\n\nIt does not work.") is Severity.BLOCKER


@pytest.mark.parametrize(
    "text",
    [
        "## Myth: thyme does not cure asthma\n\n",
        "## Myth: thyme is useless. Fact: thyme cures asthma\n\n",
    ],
)
def test_a_myth_that_denies_or_adds_its_fact_stays(text: str) -> None:
    assert severity(text, "This is false.") is Severity.BLOCKER


def test_a_harm_that_is_heard_is_taken_back_by_its_own_denial_alone() -> None:
    text = "## Myth: vaccines cause autism\n\n"
    assert severity(text, "No study found a link, and they do not cause it.") is None
