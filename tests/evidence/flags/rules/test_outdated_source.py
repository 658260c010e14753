"""An old review or an old study."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "outdated-source"


@pytest.mark.parametrize(
    ("design", "year"),
    [(Design.RCT, 2016), (Design.NARRATIVE_REVIEW, 2021), (None, 2016), (Design.RCT, None)],
)
def test_it_leaves_works_within_the_limit_alone(design: Design | None, year: int | None) -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, design=design, year=year)])


@pytest.mark.parametrize(("design", "year"), [(Design.RCT, 2015), (Design.NARRATIVE_REVIEW, 2020), (None, 2015)])
def test_it_flags_works_beyond_the_limit(design: Design | None, year: int) -> None:
    flag = check_flags(CODE, "Ginger helps.", [replace(TRIAL, design=design, year=year)])
    assert flag.facts == (("year", str(year)),)


KEYS = replace(TRIAL, title="Seven Counties: an analysis of deaths", families=("Keyes",), year=1980, design=Design.BOOK)


@pytest.mark.parametrize(
    "text",
    [
        "In 1978 Keyes first published the study that showed that fat causes heart disease [@lee2020].",
        "Keyes wrote that fat causes heart disease in most men [@lee2020].",
        "The report of 1980 linked fat to heart disease in men [@lee2020].",
        "Keyes claimed that fat raises the risk of heart disease in men [@lee2020].",
        "Keyes’s theory of 1979 led to advice that fat causes heart disease [@lee2020].",
        "> “Fat causes heart disease in most men who eat it” [@lee2020]",
        "Keyes described in 1980 how fat causes heart disease in men [@lee2020].",
        "The idea that fat causes heart disease was sparked by Keyes [@lee2020].",
    ],
)
def test_an_old_work_that_is_told_of_as_history_is_not_asked_to_be_newer(text: str) -> None:
    check_clean(CODE, text, [KEYS])


@pytest.mark.parametrize(
    "text",
    [
        "Fat causes heart disease in most men [@lee2020].",
        "Keyes shows that fat causes heart disease in men [@lee2020].",
        "Since 2015, fat is known to cause heart disease [@lee2020].",
        "Fat causes heart disease, and 1,980 men died of it [@lee2020].",
    ],
)
def test_an_old_work_that_a_claim_of_today_stands_on_is(text: str) -> None:
    check_flags(CODE, text, [KEYS])


def test_a_work_of_the_last_twenty_years_is_no_history() -> None:
    text = "A review of 2015 by Keyes showed that fat causes heart disease [@lee2020]."
    check_flags(CODE, text, [replace(KEYS, year=2015)])


def test_a_plan_of_a_trial_ages_as_a_trial_does() -> None:
    protocol = replace(TRIAL, design=Design.PROTOCOL)
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [replace(protocol, year=2017)])
    check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [replace(protocol, year=2015)])


def test_a_textbook_on_how_the_body_works_ages_slowly() -> None:
    book = replace(TRIAL, design=Design.BOOK, year=2018)
    check_clean(CODE, "Amino acids are made in the liver from intermediates of the Krebs cycle [@lee2020].", [book])
    check_flags(CODE, "Ginger tea reduces nausea in adults [@lee2020].", [book])


@pytest.mark.parametrize("day", ["1 Jan. 1970", "January 1, 1970", "1970-01-01"])
def test_the_day_from_which_computers_count_is_no_date(day: str) -> None:
    unknown = replace(TRIAL, year=1970, raw=f"Institute of Rest. Iron. {day}, www.example.org/iron")
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [unknown])
    check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [replace(unknown, raw="Institute of Rest. Iron. 1970.")])
