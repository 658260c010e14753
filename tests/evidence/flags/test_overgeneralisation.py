"""Whom the source studied is dropped."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "overgeneralisation"
TWINS = replace(TRIAL, population="pregnant women with severe nausea")


def test_it_leaves_a_source_without_recorded_population_alone() -> None:
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_sentence_alone_that_names_the_population() -> None:
    check_clean(CODE, "Ginger tea reduced severe nausea during pregnancy in women [@lee2020].", [TWINS])


def test_it_leaves_a_sentence_alone_that_narrows_its_people() -> None:
    check_clean(CODE, "Ginger tea reduced nausea in women with a hard first trimester [@lee2020].", [TWINS])


def test_it_flags_a_result_told_for_everyone() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [TWINS])
    assert flag.facts == (("studied in", "pregnant women with severe nausea"),)
