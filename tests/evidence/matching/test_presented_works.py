"""Studies that are told of before the sentence that presents them (standards.md A3.2)."""

from __future__ import annotations

import pytest

from evidence.values import How
from tests.evidence.judging import judge

TOLD = "Short naps improve memory in older adults, a recent study found."
BETWEEN = "Many people nap at weekends."
WORK = "https://doi.org/10.1000/naps"
OTHER = "\n\n## Tea\n\nTea calms adults before exams ([Kim and Park 2019](https://doi.org/10.1000/tea))."
"""A second work, without which "the study" could mean no other one on the whole page."""


def _named(text: str) -> list[int]:
    rows = judge(text + OTHER, None).sentences  # type: ignore[arg-type]
    return [row.sentence.index for row in rows if any(link.how is How.NAMED for link in row.links)]


@pytest.mark.parametrize(
    "behind",
    [
        f"The study was criticised in [a letter]({WORK}).",
        f"A study of coffee, [published in Sleep]({WORK}), followed 400 people.",
        f"Other studies, [published in Sleep]({WORK}), found nothing.",
        f"Coffee keeps people awake ([Lee 2020]({WORK})).",
        f"\n\n## Coffee\n\nThe study, [published in Sleep]({WORK}), followed 400 people.",
        f"{BETWEEN} {BETWEEN} {BETWEEN} The study, [published in Sleep]({WORK}), followed 400 people.",
        f"Tea helps as well ([Kim](https://doi.org/10.1000/tea)). The study, [published in Sleep]({WORK}), was small.",
        "The study, published in Sleep, followed 400 people.",
    ],
)
def test_nothing_is_presented_by(behind: str) -> None:
    assert 0 not in _named(f"{TOLD} {behind}")


@pytest.mark.parametrize(
    "before",
    [
        "Short naps improve memory in older adults.",
        "Other studies show that short naps improve memory in older adults.",
        "Many researchers believe that short naps improve memory.",
    ],
)
def test_what_brings_in_no_single_study_is_not_presented(before: str) -> None:
    assert 0 not in _named(f"{before} The study, [published in Sleep]({WORK}), followed 400 people.")


@pytest.mark.parametrize(
    "behind",
    [
        f"The study, [published in Sleep]({WORK}), followed 400 people.",
        f"{BETWEEN} The study, [published in Sleep]({WORK}), followed 400 people.",
        f"{BETWEEN} {BETWEEN} The study, [published in Sleep]({WORK}), followed 400 people.",
        f"\n\nThe study, [published in Sleep]({WORK}), followed 400 people.",
        f"This [study]({WORK}) followed 400 people.",
        f"The new study ([Lee 2020]({WORK})) followed 400 people.",
        f"The paper appeared in [Sleep]({WORK}) in May.",
        f"The findings were published in [Sleep]({WORK}).",
        f"The research was led by [a team in Leeds]({WORK}).",
        f"The results appeared this week in [Sleep]({WORK}).",
    ],
)
def test_the_study_told_of_before_is_the_one_that_is_presented(behind: str) -> None:
    assert 0 in _named(f"{TOLD} {behind}")


@pytest.mark.parametrize(
    "before",
    [
        "New research shows that short naps improve memory in older adults.",
        "A small trial found that short naps improve memory in older adults.",
        "One study gave 40 nurses a nap at noon and found that they remembered more.",
        "Short naps improve memory, according to a large meta-analysis.",
    ],
)
def test_what_brings_in_one_study_is_tied(before: str) -> None:
    assert 0 in _named(f"{before} {BETWEEN} The study, [published in Sleep]({WORK}), followed 400 people.")


def test_a_study_that_is_presented_later_is_no_study_that_nobody_knows() -> None:
    told = "One study gave two groups of nurses zinc through the winter and found fewer colds."
    for behind, unknown in (
        (f"Coffee keeps people awake ([Lee 2020]({WORK})).", True),
        (f"The study is [here]({WORK}).", False),
    ):
        codes = {flag.code for flag in judge(f"{told} {behind}{OTHER}", None).flags}  # type: ignore[arg-type]
        assert ("unresolved-mention" in codes) is unknown
