"""What software does with entries is no claim for it; what it promises is."""

from __future__ import annotations

import pytest

from evidence.claims.detection import detect
from evidence.context import Product
from evidence.reading import documents
from evidence.selling.silent.software import handles_entries


@pytest.mark.parametrize(
    "text",
    [
        "thisproduct uses AI to analyse your entries and cures depression.",
        "thisproduct is an app that tracks your meals and melts fat.",
        "The app thisproduct logs your mood and stops panic attacks.",
        "thisproduct is an app that logs your moods and makes you happy.",
        "thisproduct is an app that records entries and makes you feel calm.",
        "thisproduct uses AI to detect cancer in your photos.",
        "thisproduct uses an algorithm to detect signs of a stroke.",
        "thisproduct uses AI to sort your notes, so you sleep better.",
        "The app thisproduct tracks 500 mg of zinc in your meals for strong bones.",
        "thisproduct records your entries.",
    ],
)
def test_a_promise_or_an_illness_beside_it_makes_a_claim(text: str) -> None:
    assert not handles_entries(text)


@pytest.mark.parametrize(
    "text",
    [
        "thisproduct uses AI to sort your notes and find patterns in them.",
        "The app thisproduct records your meals and draws weekly charts.",
        "Journaling apps such as thisproduct analyse entries to identify what makes you happy.",
        "thisproduct uses machine learning to summarise how you felt over the month.",
    ],
)
def test_what_software_does_with_entries_is_no_claim(text: str) -> None:
    assert handles_entries(text)


_PAGE = "Migraine comes in attacks. Asthma narrows the lungs. The liver stores sugar. Salt raises blood pressure. " * 3
_SELLS = "We make Moodleaf. Buy Moodleaf for $5. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The app Moodleaf uses AI to analyse your entries and cures migraine.", True),
        ("The app Moodleaf uses AI to analyse your entries and draws weekly charts.", False),
    ],
)
def test_on_a_page_on_health_it_is_none_whatever_the_weights_say(text: str, claim: bool) -> None:
    document = documents.read(_PAGE + _SELLS + text, "text")
    product = Product("moodleaf", "Moodleaf")
    assert detect(document, (product,))[-1].claim is claim
