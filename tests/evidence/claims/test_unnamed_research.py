"""Unnamed research that a sentence leans on."""

from __future__ import annotations

import pytest

from evidence.claims.unnamed_research import unnamed


@pytest.mark.parametrize(
    "text",
    [
        # spoken of before, or counted
        "The researchers had discovered the genes that keep time.",
        "The 13 studies show no difference in mood.",
        "The two (small) studies found less pain.",
        "These trials show that zinc shortens colds.",
        "A review of 34 studies found no benefit for infants.",
        "A systematic review and meta-analysis of cohort studies showed no link.",
        # no result
        "A few new studies have come out since then.",
        "Several studies have looked at zinc and colds.",
        "Massage has been studied for low back pain.",
        "Many scientists think of food as fuel.",
        # lacking
        "No clinical evidence supports these diets.",
        "There is little research that shows a benefit.",
        "Not enough studies have shown that zinc helps.",
        # named
        "According to data from the UK National Health Service, we brush for 45 seconds.",
        "According to research by Harvard Medical School, naps help.",
        "NCCIH-funded studies have found that massage eases pain.",
        "Researchers at the University of Leeds found less pain.",
        # asked, announced, another science
        "Is zinc scientifically proven?",
        "What the research tells us about zinc",
        "He wanted to see what science says.",
        "He founded the science of statistics and showed that colds spread.",
    ],
)
def test_nothing_leans_on_what_is_known_named_lacking_or_asked(text: str) -> None:
    assert unnamed(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Numerous studies have shown that zinc shortens colds.", "Numerous studies have shown"),
        ("The scientific research indicates four causes.", "scientific research indicates"),
        ("Other researchers observed the same in flies.", "Other researchers observed"),
        ("Trials so far: intervention studies have been mixed.", "studies have"),
        ("Research shows that people in New York City sleep less.", "Research shows"),
        ("Studies of men and women show less pain.", "Studies of men and women show"),
        ("Zinc has been shown to shorten colds and has been studied in children.", "has been shown"),
        ("No one doubts it: studies show that zinc helps.", "studies show"),
    ],
)
def test_it_finds_authority_without_a_name(text: str, words: str) -> None:
    assert unnamed(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "According to the American Heart Association studies have shown that salt harms.",
        "The ADA also states that studies have failed to find harm.",
        "The National Eye Institute says that research shows a rise.",
        "Lead has been found in soil, water and air.",
        "The above studies have been followed by others that show harm.",
        "Research shows that 33% of women leak after birth (Glazener, C. M., & Herbison, G. P. 2001).",
        "Trust scientifically proven treatments over myths.",
        "The earliest evidence of alcohol use dates back to 7000 BCE.",
    ],
)
def test_a_speaker_a_place_and_authors_in_brackets_name_what_it_leans_on(text: str) -> None:
    assert unnamed(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Zinc has been found in trials to shorten colds.",
        "Research shows that zinc (a metal found in 2001 samples) shortens colds.",
        "Zinc is scientifically proven to shorten colds.",
        "My Mum says that studies show harm.",
    ],
)
def test_nobody_is_named_by_a_place_of_study_a_bracket_or_a_mother(text: str) -> None:
    assert unnamed(text)
