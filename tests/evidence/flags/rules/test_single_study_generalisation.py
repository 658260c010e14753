"""One study told as research in general."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Design
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "single-study-generalisation"


def test_it_leaves_a_study_told_as_one_alone() -> None:
    check_clean(CODE, "One trial found that ginger tea reduced nausea [@lee2020].", [TRIAL])


def test_it_leaves_a_review_of_studies_alone() -> None:
    review = replace(TRIAL, design=Design.SYSTEMATIC_REVIEW)
    check_clean(CODE, "Studies show that ginger tea reduces nausea [@lee2020].", [review])


def test_it_leaves_two_studies_alone() -> None:
    other = replace(TRIAL, key="diaz2019", families=("Diaz",), number=2)
    check_clean(CODE, "Studies show that ginger tea reduces nausea [@lee2020; @diaz2019].", [TRIAL, other])


def test_it_flags_studies_show_over_one_study() -> None:
    flag = check_flags(CODE, "Studies show that ginger tea reduces nausea [@lee2020].", [TRIAL])
    assert ("source", "lee2020") in flag.facts
