"""Cause read into an association."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design
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


@pytest.mark.parametrize(
    "text",
    [
        "Skipping meals doesn't cause headache",
        "Skipping meals does not cause or worsen headache",
        "Skipping meals does not trigger, cause or prolong headache",
        "Skipping meals had no effect on headache",
        "The cohort found no link between skipping meals and headache",
        "Skipping meals was not associated with headache",
        "No meal causes headache",
        "Neither tea nor coffee causes headache",
        "Skipping meals made no difference to headache",
        "People who skip meals were no more likely to have headache",
        "Skipping meals never caused headache",
    ],
)
def test_it_leaves_a_denied_effect_alone(text: str) -> None:
    check_clean(CODE, f"{text} [@lee2020].", [COHORT])
    check_clean("certainty-overstatement", f"{text} [@lee2020].", [COHORT])


@pytest.mark.parametrize(
    "text",
    [
        "Skipping meals not only causes headache but worsens it",
        "Skipping meals does not cause nausea, but it causes headache",
        "Not sleeping causes headache",
        "People who do not sleep increase their risk of headache",
        "Skipping meals causes headache with no effect on mood",
    ],
)
def test_a_denial_beside_the_effect_takes_nothing_back(text: str) -> None:
    check_flags(CODE, f"{text} [@lee2020].", [COHORT])


def test_it_flags_cause_over_a_cohort() -> None:
    check_flags(CODE, "Skipping meals causes headache [@lee2020].", [COHORT])


@pytest.mark.parametrize("design", [Design.WEBSITE, Design.BOOK])
@pytest.mark.parametrize(
    "text",
    [
        "Skipping meals causes headache",
        "Skipping meals raises the risk of headache",
        "Skipping meals may worsen headache",
        "Skipping meals is one cause of headache",
    ],
)
def test_how_a_page_or_a_book_words_its_findings_is_not_known(text: str, design: Design) -> None:
    page = replace(COHORT, design=design, design_from="type")
    check_clean(CODE, f"{text} [@lee2020].", [page])
    check_clean("certainty-overstatement", f"{text} [@lee2020].", [page])


@pytest.mark.parametrize("design", [Design.WEBSITE, Design.BOOK])
def test_a_page_whose_words_are_held_or_whose_design_is_on_record_is_compared(design: Design) -> None:
    text = "Skipping meals causes headache [@lee2020]."
    held = replace(COHORT, design=design, design_from="type", abstract="Skipped meals and headache go together.")
    check_flags(CODE, text, [held])
    check_flags(CODE, text, [replace(COHORT, design=design, design_from="editor")])


def test_nothing_is_said_where_one_of_the_works_is_not_graded() -> None:
    unknown = replace(COHORT, key="roe2019", design=None)
    check_clean(CODE, "Skipping meals causes headache [@lee2020; @roe2019].", [COHORT, unknown])
