"""Whom the source studied is dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.sources.from_csl import source_from_csl
from tests.evidence.judging import TRIAL, check_clean, check_flags, flags_of

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


@pytest.mark.parametrize(
    ("abstract", "flagged"),
    [
        ("We randomly assigned 240 adults with rare and stubborn nausea to ginger or placebo.", False),
        ("We randomly assigned 240 pregnant women with nausea to ginger or placebo.", True),
    ],
)
def test_an_unconfirmed_population_counts_where_it_leaves_no_doubt(abstract: str, flagged: bool) -> None:
    csl = {"title": "Ginger for nausea", "author": [{"family": "Lee"}], "issued": {"date-parts": [[2020]]}}
    source = source_from_csl("lee2020", {**csl, "abstract": abstract}, number=1)
    assert bool(flags_of(CODE, "Ginger tea prevents nausea [@lee2020].", [source])) is flagged
