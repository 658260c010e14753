"""Proposals of works: ranked by shared words, never a link."""

from __future__ import annotations

from dataclasses import replace

from evidence.matching.suggestions import stems
from tests.evidence.judging import TRIAL, judge

ZINC = replace(TRIAL, key="zinc", number=2, title="Zinc lozenges for the common cold", abstract="")


def test_a_linked_sentence_gets_none() -> None:
    assert judge("Ginger tea reduced nausea [@lee2020].", [TRIAL, ZINC]).sentences[0].suggested == ()


def test_a_sentence_that_claims_nothing_gets_none() -> None:
    assert judge("Does ginger tea help against nausea?", [TRIAL, ZINC]).sentences[0].suggested == ()


def test_unrelated_works_are_not_proposed() -> None:
    assert judge("Loud noise can lead to hearing loss.", [TRIAL, ZINC]).sentences[0].suggested == ()


def test_the_likeliest_work_comes_first() -> None:
    row = judge("Zinc lozenges shorten a cold with nausea.", [TRIAL, ZINC]).sentences[0]
    assert row.suggested[0] == "zinc"
    assert row.links == ()


def test_endings_do_not_matter() -> None:
    assert stems("infections") == stems("infection")
