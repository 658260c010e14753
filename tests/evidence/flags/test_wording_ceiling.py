"""How strongly each level of evidence may be worded: every level of standards.md A3.7 with every wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design, Source
from evidence.values import Level
from tests.evidence.judging import TRIAL, judge

BASES: dict[Level, Source] = {
    Level.STRONG: replace(
        TRIAL, title="Ginger for nausea: systematic review of trials", design=Design.SYSTEMATIC_REVIEW
    ),
    Level.MODERATE: TRIAL,
    Level.WEAK: replace(TRIAL, title="Ginger and nausea", design=Design.COHORT),
    Level.VERY_WEAK: replace(TRIAL, title="Ginger and nausea", design=Design.CASE_CONTROL),
    Level.NONE: replace(TRIAL, title="Ginger for nausea: a plan", design=Design.PROTOCOL),
}
WORDINGS = {
    6: "Ginger tea reduces nausea",
    5: "Ginger tea probably reduces nausea",
    4: "Ginger tea may reduce nausea",
    3: "Ginger tea is linked to less nausea",
}
ALLOWED = {Level.STRONG: 6, Level.MODERATE: 5, Level.WEAK: 4, Level.VERY_WEAK: 3, Level.NONE: 3}
OVERSTATED = {"causal-overstatement", "certainty-overstatement"}


def codes_of(text: str, *sources: Source) -> set[str]:
    return {flag.code for flag in judge(text, sources).flags} & OVERSTATED


@pytest.mark.parametrize("code", WORDINGS)
@pytest.mark.parametrize("level", BASES)
def test_each_wording_is_allowed_up_to_the_ceiling_of_the_level(level: Level, code: int) -> None:
    assessment = judge(f"{WORDINGS[code]} [@lee2020].", [BASES[level]])
    assert assessment.sentences[0].grade.level is level
    found = {flag.code for flag in assessment.flags} & OVERSTATED
    observed = level in (Level.WEAK, Level.VERY_WEAK, Level.NONE)
    above = {"causal-overstatement" if observed else "certainty-overstatement"}
    assert found == (above if code > ALLOWED[level] else set())


@pytest.mark.parametrize("level", BASES)
@pytest.mark.parametrize("promise", ["We know that ginger tea reduces nausea", "Ginger tea will reduce nausea"])
def test_a_promise_is_above_every_ceiling(level: Level, promise: str) -> None:
    assert "certainty-overstatement" in codes_of(f"{promise} [@lee2020].", BASES[level])


@pytest.mark.parametrize("text", WORDINGS.values())
def test_no_wording_is_too_strong_where_there_is_no_source(text: str) -> None:
    assert codes_of(f"{text}.") == set()


def test_a_promise_needs_no_source_to_be_one() -> None:
    assert codes_of("We know that ginger tea reduces nausea.") == {"certainty-overstatement"}


@pytest.mark.parametrize(("level", "flagged"), [(Level.MODERATE, False), (Level.WEAK, True), (Level.VERY_WEAK, True)])
def test_only_a_trial_may_be_told_as_what_happened(level: Level, flagged: bool) -> None:
    told = "In one study of 240 women, ginger tea reduced nausea [@lee2020]."
    assert bool(codes_of(told, BASES[level])) is flagged


def test_a_source_that_words_it_as_strongly_itself_is_not_overstated_as_a_cause() -> None:
    source = replace(BASES[Level.WEAK], abstract="We followed 240 women. We conclude that ginger tea reduces nausea.")
    assert codes_of("Ginger tea reduces nausea [@lee2020].", source) == {"certainty-overstatement"}
