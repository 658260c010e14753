"""Health claims outside the registers of Great Britain and the European Union."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Page
from evidence.values import Severity
from tests.evidence.judging import TEA, check_clean, check_flags

CODE = "unregistered-health-claim"
UK, EU = Page(market="UK"), Page(market="EU")


def test_it_asks_nothing_of_american_readers() -> None:
    check_clean(CODE, "Calm Tea supports digestion.", products=[TEA], page=Page(market="US"))


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea holds zinc, which contributes to the normal function of the immune system.",
        "The vitamin C in Calm Tea contributes to the reduction of tiredness and fatigue.",
        "Calm Tea costs four pounds.",
        "Calm Tea cures asthma.",
    ],
)
def test_it_leaves_the_words_of_the_register_and_other_sentences_alone(text: str) -> None:
    check_clean(CODE, text, products=[TEA], page=UK)


def test_it_leaves_goods_alone_that_are_not_swallowed() -> None:
    check_clean(CODE, "Calm Tea supports digestion.", products=[replace(TEA, supplement=False)], page=EU)


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea supports digestion.",
        "The vitamin C in Calm Tea contributes to strong bones and good moods.",
        "Calm Tea with zinc boosts your energy.",
    ],
)
@pytest.mark.parametrize("page", [UK, EU])
def test_it_flags_a_claim_that_no_register_allows(text: str, page: Page) -> None:
    assert check_flags(CODE, text, products=[TEA], page=page).severity is Severity.BLOCKER


def test_the_word_probiotic_warns() -> None:
    assert check_flags(CODE, "Calm Tea is a probiotic.", products=[TEA], page=UK).severity is Severity.WARNING


@pytest.mark.parametrize("text", ["Dentists recommend Calm Tea.", "Calm Tea is trusted by nine in ten midwives."])
def test_the_advice_of_doctors_stops_a_page_for_europe_alone(text: str) -> None:
    flag = check_flags(CODE, text, products=[TEA], page=UK)
    assert flag.severity is Severity.BLOCKER
    assert ("article", "12(c)") in flag.facts
    check_clean(CODE, text, products=[TEA], page=Page(market="US"))


def test_the_word_of_a_society_warns() -> None:
    text = "Calm Tea is endorsed by the British Dental Association."
    assert check_flags(CODE, text, products=[TEA], page=EU).severity is Severity.WARNING
