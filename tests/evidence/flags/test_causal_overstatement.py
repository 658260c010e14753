"""Cause read into an association."""

from __future__ import annotations

from dataclasses import replace

from evidence.values import Design
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "causal-overstatement"
COHORT = replace(TRIAL, title="Tea and headache", design=Design.COHORT, sample_size=900)


def test_no_wording_is_judged_without_a_source() -> None:
    check_clean(CODE, "Skipping meals causes headache.")


def test_it_leaves_a_trial_to_the_other_flag() -> None:
    check_clean(CODE, "Ginger tea cures nausea [@lee2020].", [TRIAL])


def test_it_leaves_an_association_told_as_one_alone() -> None:
    check_clean(CODE, "Skipping meals is linked to headache [@lee2020].", [COHORT])


def test_it_leaves_wording_alone_that_the_source_uses_itself() -> None:
    source = replace(COHORT, title="Skipping meals causes headache")
    check_clean(CODE, "Skipping meals causes headache [@lee2020].", [source])


def test_it_flags_cause_over_a_cohort() -> None:
    check_flags(CODE, "Skipping meals causes headache [@lee2020].", [COHORT])
