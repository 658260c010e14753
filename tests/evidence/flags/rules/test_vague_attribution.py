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


@pytest.mark.parametrize(
    "behind",
    [
        "One study looked at magnesium and migraine in nurses and found less pain.",
        "A 2021 review by Moor and colleagues found that magnesium eased migraine.",
        "In a 2019 trial, magnesium halved the days with migraine.",
        "Lee and Okoro (2020) gave magnesium to women with migraine.",
        "Migraine was rarer under magnesium in a trial [@lee2020].",
        "In one trial of 200 adults, magnesium relieved migraine in half.",
        "A 2018 study of nurses tested magnesium against migraine.",
        "Magnesium eased migraine in a trial in Boston [@lee2020].",
    ],
)
def test_research_that_the_next_sentence_names_is_named(behind: str) -> None:
    text = f"Magnesium has also been shown to relieve migraine. {behind}"
    check_clean(CODE, text, [TRIAL])
    check_flags(CODE, text.replace("migraine. ", "migraine.\n\n", 1), [TRIAL])


@pytest.mark.parametrize(
    "behind",
    [
        "It is cheap.",
        "One study looked at ginger and nausea in nurses and found less vomiting.",
        "Ginger eased nausea in a trial [@lee2020].",
        "Magnesium is found in nuts, and migraine is common.",
        "\n\n## Nurses\n\nOne study looked at magnesium and migraine in nurses.",
    ],
)
def test_what_comes_next_names_nothing_of_it(behind: str) -> None:
    check_flags(CODE, f"Magnesium has also been shown to relieve migraine. {behind}", [TRIAL])


_LISTED = (
    "Recent research has suggested that magnesium relieves migraine.\n\n{}\n\n- [{}](https://doi.org/10.1000/lee2020)"
)


@pytest.mark.parametrize("lead", ["There are three studies:", "Here are the studies:", "See these two trials:"])
def test_research_that_is_announced_and_linked_below_is_named(lead: str) -> None:
    check_clean(CODE, _LISTED.format(lead, "Magnesium and migraine: a randomised trial"))


@pytest.mark.parametrize("lead", ["There are three teas:", "Studies are rare.", "There are three studies, I am told."])
def test_what_announces_no_studies_names_none(lead: str) -> None:
    check_flags(CODE, _LISTED.format(lead, "Magnesium and migraine: a randomised trial"))
