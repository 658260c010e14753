"""Unnamed research or researchers in place of a source."""

from __future__ import annotations

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "vague-attribution"


def test_it_leaves_a_cited_sentence_alone() -> None:
    check_clean(CODE, "Studies show that ginger tea reduces nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_described_study_to_another_flag() -> None:
    check_clean(CODE, "One study found that magnesium eased migraine in nurses.")


def test_it_leaves_a_plain_claim_alone() -> None:
    check_clean(CODE, "Magnesium tablets relieve migraine.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Experts agree that magnesium relieves migraine.", "Experts agree"),
        ("Many scientists believe that magnesium protects the brain.", "Many scientists believe"),
        ("Research into magnesium supplements shows less migraine.", "Research into magnesium supplements shows"),
        ("Magnesium has been shown to relieve migraine.", "has been shown"),
        ("According to recent studies, magnesium relieves migraine.", "According to recent studies"),
    ],
)
def test_it_flags_unnamed_authority(text: str, words: str) -> None:
    assert check_flags(CODE, text).facts == (("words", words),)


def test_some_of_the_studies_spoken_of_are_no_unnamed_authority() -> None:
    check_clean(CODE, "Two of the studies that showed relief of pain used lavender.")
    check_flags(CODE, "Studies that showed relief of pain used lavender, and studies show that it helps.")
