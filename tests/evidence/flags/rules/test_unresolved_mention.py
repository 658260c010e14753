"""A study that is named or described and not on the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence import pipeline
from evidence.context import Design
from evidence.reading import documents
from tests.evidence.judging import TODAY, TRIAL, check_clean, check_flags, judge

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


LIST = """

## References

1. Lee A, Okoro B. Ginger tea for nausea: a randomised trial. Food J. 2020;12:1-9.
2. Haugen C. Zinc and colds. Food J. 2011;2:3-4.
3. Smith D. Milk and sleep. Food J. 2012;2:3-4.
"""


def _mentions(text: str) -> list[str]:
    assessment = pipeline.assess(documents.read(text + LIST, "markdown"), today=TODAY)
    return [value for flag in assessment.flags if flag.code == CODE for name, value in flag.facts if name == "mention"]


@pytest.mark.parametrize(
    "text",
    [
        "Ginger tea reduces nausea [1].",
        "Ginger tea reduces nausea [1-3].",
        "Ginger tea reduces nausea (Lee & Okoro, 2020; Haugen, 2011).",
        "Ginger tea reduces nausea [1, 3].",
    ],
)
def test_it_leaves_markers_alone_that_lead_to_the_list(text: str) -> None:
    assert _mentions(text) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Ginger tea reduces nausea [3,4].", ["[4]"]),
        ("Ginger tea reduces nausea [2-5].", ["[4]", "[5]"]),
        ("Ginger tea reduces nausea.<sup>2,9</sup>", ["[9]"]),
        ("Ginger tea reduces nausea (Lee & Okoro, 2020; Nobody, 2019).", ["Nobody, 2019"]),
        ("Ginger tea reduces nausea (Nobody, 2019).", ["(Nobody, 2019)"]),
        ("Ginger tea reduces nausea [7].", ["[7]"]),
        ("Ginger tea reduces nausea [1] and vomiting [7].", ["[7]"]),
    ],
)
def test_it_names_what_a_marker_points_to_in_vain(text: str, missing: list[str]) -> None:
    assert _mentions(text) == missing


def test_it_names_the_key_that_is_missing_beside_one_that_is_known() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea [@lee2020; @lee1999].", [TRIAL])
    assert flag.facts == (("mention", "@lee1999"),)


@pytest.mark.parametrize("markers", ["[@lee2020; @lee1999]", "[@lee2020] [@lee1999]"])
def test_the_known_work_beside_a_missing_one_is_still_judged(markers: str) -> None:
    text = f"Ginger tea cures nausea for good {markers}."
    codes = {flag.code for flag in judge(text, [TRIAL]).flags}
    assert {CODE, "certainty-overstatement"} <= codes


def test_a_number_without_any_list_is_told_of_claims_only_and_once() -> None:
    assessment = judge("Ginger reduces nausea in adults [7][9]. My aunt lives in the hills [8].")
    codes = [[flag.code for flag in row.flags if flag.code == "unresolved-mention"] for row in assessment.sentences]
    assert codes == [["unresolved-mention"], []]


def test_a_number_beyond_the_list_is_told_wherever_it_stands() -> None:
    assessment = judge("Ginger reduces nausea [1]. My aunt lives in the hills [8].", [TRIAL])
    codes = [[flag.code for flag in row.flags if flag.code == "unresolved-mention"] for row in assessment.sentences]
    assert codes == [[], ["unresolved-mention"]]


def test_a_study_described_by_its_journal_on_the_list_is_known() -> None:
    known = replace(TRIAL, container="Annals of Rest")
    said = "One study published in Annals of {} found that ginger reduced nausea."
    check_clean("unresolved-mention", said.format("Rest"), [known])
    check_flags("unresolved-mention", said.format("Work"), [known])


@pytest.mark.parametrize("dash", ["—", "— ", "--", "> — *"])
def test_who_is_quoted_from_what_book_is_no_study(dash: str) -> None:
    check_clean(CODE, f"Coffee has a smell of its own.\n\n{dash}Ada Lee, Memoir from Antproof Case (1995)")
