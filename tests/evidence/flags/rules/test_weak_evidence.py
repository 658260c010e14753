"""A claim whose best source is very weak."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Design
from evidence.values import Severity
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "weak-evidence"
CASES = replace(TRIAL, design=Design.CASE_SERIES, sample_size=3)


def test_it_leaves_a_trial_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_work_of_unknown_design_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea [@lee2020].", [replace(TRIAL, design=None)])


def test_an_appraisal_may_rest_on_a_comment() -> None:
    text = "Flawed methods make the results on ginger and nausea suspect [@lee2020]."
    check_clean(CODE, text, [replace(TRIAL, design=Design.OPINION)])


def test_a_mechanism_may_rest_on_laboratory_work() -> None:
    text = "Ginger compounds bind to receptors in the stomach [@lee2020]."
    check_clean(CODE, text, [replace(TRIAL, design=Design.IN_VITRO)])


def test_it_warns_on_very_weak_evidence() -> None:
    flag = check_flags(CODE, "Ginger tea may reduce nausea [@lee2020].", [CASES])
    assert flag.severity is Severity.WARNING


def test_it_blocks_advice_and_safety() -> None:
    flag = check_flags(CODE, "Ginger tea is safe for toddlers with a cold [@lee2020].", [CASES])
    assert flag.severity is Severity.BLOCKER


def test_it_blocks_a_protocol_without_results() -> None:
    plan = replace(TRIAL, design=Design.PROTOCOL)
    assert check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [plan]).severity is Severity.BLOCKER
