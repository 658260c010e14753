"""A listed work that no sentence cites."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "uncited-reference"


def test_it_leaves_a_cited_work_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_work_alone_that_is_not_on_the_list() -> None:
    check_clean(CODE, "Rest helps.", [replace(TRIAL, on_list=False)])


def test_it_flags_a_work_that_nothing_cites() -> None:
    assert check_flags(CODE, "Magnesium tablets relieve migraine.", [TRIAL]).reference == "lee2020"
