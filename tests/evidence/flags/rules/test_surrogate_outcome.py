"""A marker told as health."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "surrogate-outcome"


def test_it_leaves_an_outcome_that_patients_feel_alone() -> None:
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [TRIAL])


def test_it_leaves_an_outcome_that_is_not_recorded_alone() -> None:
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [replace(TRIAL, outcome="")])


def test_it_flags_a_marker() -> None:
    check_flags(CODE, "Ginger tea protects the stomach [@lee2020].", [replace(TRIAL, outcome="surrogate")])
