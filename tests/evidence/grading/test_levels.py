"""How far a source reaches for a claim, and a claim by its sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design, Species, Status
from evidence.grading.levels import STARTS, grade, grade_source
from evidence.values import Claim, Kind, Level, Wording
from tests.evidence.judging import TRIAL

EFFECT = Claim(0, True, (Kind.EFFICACY,), Wording.CAUSAL)
MECHANISM = Claim(0, True, (Kind.MECHANISM,), Wording.NONE)
NUMBER = Claim(0, True, (Kind.NUMERIC,), Wording.NONE)
REVIEW = replace(TRIAL, design=Design.SYSTEMATIC_REVIEW, sample_size=None)


def test_it_gives_no_grade_to_an_unknown_design() -> None:
    graded = grade_source(replace(TRIAL, design=None), EFFECT)
    assert graded.level is Level.NONE
    assert "not recorded" in graded.reasons[0]


def test_it_gives_no_grade_without_sources() -> None:
    assert grade(EFFECT, []).level is Level.NONE


def test_every_design_has_its_start() -> None:
    assert set(STARTS) == set(Design)


A1 = {
    Level.STRONG: [Design.SYSTEMATIC_REVIEW, Design.GUIDELINE],
    Level.MODERATE: [Design.RCT],
    Level.WEAK: [
        Design.SYSTEMATIC_REVIEW_OBSERVATIONAL,
        Design.NON_RANDOMISED_TRIAL,
        Design.COHORT,
        Design.OBSERVATIONAL,
        Design.NARRATIVE_REVIEW,
    ],
    Level.VERY_WEAK: [
        Design.CASE_CONTROL,
        Design.CROSS_SECTIONAL,
        Design.CASE_SERIES,
        Design.ANIMAL,
        Design.IN_VITRO,
        Design.OPINION,
        Design.BOOK,
        Design.WEBSITE,
    ],
    Level.NONE: [Design.PROTOCOL],
}
"""The table of standards.md A1, row by row."""


def test_the_table_of_starts_is_whole() -> None:
    assert {design for row in A1.values() for design in row} == set(Design)


@pytest.mark.parametrize(("design", "level"), [(design, level) for level, row in A1.items() for design in row])
def test_each_design_starts_where_the_standard_says(design: Design, level: Level) -> None:
    assert grade_source(replace(TRIAL, design=design), EFFECT).level is level


@pytest.mark.parametrize("design", Design)
def test_no_modifier_lifts_a_source(design: Design) -> None:
    plain = grade_source(replace(TRIAL, design=design), EFFECT).level.points
    for facts in FACTS:
        assert grade_source(replace(TRIAL, design=design, **facts), EFFECT).level.points <= plain  # type: ignore[arg-type]


@pytest.mark.parametrize("design", Design)
def test_nothing_stands_on_a_retracted_work(design: Design) -> None:
    assert grade_source(replace(TRIAL, design=design, status=Status.RETRACTED), EFFECT).level is Level.NONE


@pytest.mark.parametrize("design", Design)
@pytest.mark.parametrize("facts", [{"preprint": True}, {"status": Status.CONCERN}])
def test_a_preprint_or_a_concern_is_never_more_than_weak(design: Design, facts: dict[str, object]) -> None:
    assert grade_source(replace(TRIAL, design=design, **facts), EFFECT).level.points <= 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("design", "size", "level"),
    [
        (Design.RCT, 99, Level.WEAK),
        (Design.RCT, 100, Level.MODERATE),
        (Design.COHORT, 29, Level.VERY_WEAK),
        (Design.COHORT, 30, Level.WEAK),
        (Design.CASE_SERIES, 3, Level.VERY_WEAK),
        (Design.SYSTEMATIC_REVIEW, 12, Level.STRONG),
    ],
)
def test_a_sample_is_small_from_the_size_that_the_standard_says(design: Design, size: int, level: Level) -> None:
    assert grade_source(replace(TRIAL, design=design, sample_size=size), EFFECT).level is level


FACTS: list[dict[str, object]] = [
    {"outcome": "surrogate"},
    {"sample_size": 12},
    {"risk_of_bias": 1},
    {"risk_of_bias": 2},
    {"disputed_by": "Diaz 2024"},
    {"preprint": True},
    {"status": Status.CONCERN},
    {"species": Species.ANIMAL},
    {"species": Species.CELLS},
    {"seller_funded": True},
    {"year": 1990},
]


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"status": Status.RETRACTED}, Level.NONE),
        ({"outcome": "surrogate"}, Level.WEAK),
        ({"sample_size": 99}, Level.WEAK),
        ({"sample_size": 100}, Level.MODERATE),
        ({"sample_size": None}, Level.MODERATE),
        ({"risk_of_bias": 1}, Level.WEAK),
        ({"risk_of_bias": 2}, Level.VERY_WEAK),
        ({"disputed_by": "Diaz 2024"}, Level.WEAK),
        ({"preprint": True}, Level.WEAK),
        ({"status": Status.CONCERN}, Level.WEAK),
        ({"species": Species.ANIMAL}, Level.VERY_WEAK),
        ({"seller_funded": True}, Level.MODERATE),
        ({"year": 1990}, Level.MODERATE),
        ({"outcome": "surrogate", "sample_size": 20, "risk_of_bias": 2}, Level.VERY_WEAK),
    ],
)
def test_each_modifier_does_what_the_standard_says(facts: dict[str, object], level: Level) -> None:
    assert grade_source(replace(TRIAL, **facts), EFFECT).level is level  # type: ignore[arg-type]


def test_a_preprint_of_a_review_is_capped_at_weak() -> None:
    assert grade_source(replace(REVIEW, preprint=True), EFFECT).level is Level.WEAK


def test_the_sample_of_a_review_is_not_counted() -> None:
    assert grade_source(replace(REVIEW, sample_size=12), EFFECT).level is Level.STRONG


def test_laboratory_work_is_fit_for_a_mechanism() -> None:
    cells = replace(TRIAL, design=Design.IN_VITRO, species=Species.CELLS, sample_size=None)
    assert grade_source(cells, MECHANISM).level is Level.WEAK
    assert grade_source(cells, EFFECT).level is Level.VERY_WEAK


def test_a_survey_is_fit_for_a_number_unless_small() -> None:
    survey = replace(TRIAL, design=Design.CROSS_SECTIONAL, sample_size=400)
    assert grade_source(survey, NUMBER).level is Level.WEAK
    assert grade_source(replace(survey, sample_size=16), NUMBER).level is Level.VERY_WEAK


def test_the_best_source_counts() -> None:
    graded = grade(EFFECT, [replace(TRIAL, key="a", design=Design.OPINION), TRIAL])
    assert graded.level is Level.MODERATE
    assert graded.reasons[0] == "Best of 2 sources: Lee 2020."


def test_two_independent_trials_make_it_strong() -> None:
    other = replace(TRIAL, key="diaz2019", families=("Diaz",))
    assert grade(EFFECT, [TRIAL, other]).level is Level.STRONG


@pytest.mark.parametrize("facts", [{"families": ("Lee",)}, {"outcome": "surrogate"}, {"sample_size": 40}])
def test_two_trials_of_one_team_or_with_a_fault_do_not(facts: dict[str, object]) -> None:
    other = replace(TRIAL, key="b", **{"families": ("Diaz",), **facts})  # type: ignore[arg-type]
    assert grade(EFFECT, [TRIAL, other]).level is Level.MODERATE


def test_the_reasons_tell_every_step() -> None:
    graded = grade_source(replace(TRIAL, outcome="surrogate", sample_size=40), EFFECT)
    assert graded.reasons == (
        "A randomised trial: starts at moderate.",
        "It measured a marker, not health itself: one step down.",
        "Small study (40 participants, fewer than 100): one step down.",
    )


def test_a_review_that_does_not_tell_its_studies_is_not_called_one_of_trials() -> None:
    graded = grade_source(replace(REVIEW, title="Ginger for nausea: a systematic review"), EFFECT)
    assert graded.level is Level.STRONG
    assert graded.reasons[:2] == (
        "A systematic review: starts at strong.",
        "The kind of studies in it is not recorded.",
    )


@pytest.mark.parametrize(
    "facts",
    [{"title": "Ginger: a systematic review of trials"}, {"title": "Ginger", "abstract": "We pooled twelve RCTs."}],
)
def test_a_review_that_says_trials_is_told_so(facts: dict[str, str]) -> None:
    assert "It says that it reviewed trials." in grade_source(replace(REVIEW, **facts), EFFECT).reasons
