"""A study that is named or described and not on the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.values import Design
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "unresolved-mention"


def test_it_leaves_a_study_on_the_list_alone() -> None:
    check_clean(CODE, "Lee and colleagues found that ginger tea reduced nausea.", [TRIAL])


def test_it_leaves_unnamed_research_to_another_flag() -> None:
    check_clean(CODE, "Research shows that ginger tea reduces nausea.")


def test_it_leaves_a_described_study_with_a_marker_alone() -> None:
    check_clean(CODE, "One study followed women with nausea and found that ginger helped [@lee2020].", [TRIAL])


def test_an_editor_settles_it_with_the_study_itself() -> None:
    text = "One study gave ginger tea to women with nausea and found that it helped."
    check_clean(CODE, text, [TRIAL], confirmed={0: ["lee2020"]})


def test_a_comment_on_the_study_does_not_settle_it() -> None:
    text = "One study gave ginger tea to women with nausea and found that it helped."
    comment = replace(TRIAL, design=Design.OPINION)
    flag = check_flags(CODE, text, [comment], confirmed={0: ["lee2020"]})
    assert ("not the study itself", "lee2020") in flag.facts


@pytest.mark.parametrize(
    "text",
    [
        "One study followed two groups of nurses with migraine and found fewer attacks with magnesium.",
        "A 2015 trial tested magnesium in people with migraine.",
        "Researchers at the University of Oslo found that magnesium eased migraine.",
        "Haugen and colleagues reported that magnesium eased migraine.",
        "Haugen et al. (2011) gave magnesium to patients with migraine.",
        "Dr Haugen's team tested magnesium in patients with migraine.",
    ],
)
def test_it_flags_a_study_that_is_not_listed(text: str) -> None:
    check_flags(CODE, text, [TRIAL])


def test_it_flags_a_marker_without_its_reference() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea [@lee1999].", [TRIAL])
    assert flag.facts == (("mention", "[@lee1999]"),)


def test_it_flags_a_name_of_another_year() -> None:
    check_flags(CODE, "Lee et al. (2015) found that ginger tea reduced nausea.", [TRIAL])
