"""A source that says otherwise."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "contradicted-by-source"
NONE_FOUND = replace(TRIAL, abstract="Ginger tablets had no effect on nausea or vomiting in pregnancy.")
TEXT = "Ginger tablets reduce nausea and vomiting in pregnancy [@lee2020]."


def test_it_leaves_an_agreeing_source_alone() -> None:
    check_clean(CODE, TEXT, [replace(TRIAL, abstract="Ginger tablets reduced nausea and vomiting in pregnancy.")])


def test_it_leaves_a_denial_of_something_else_alone() -> None:
    check_clean(CODE, TEXT, [replace(TRIAL, abstract="There was no difference in sleep between the groups.")])


def test_it_leaves_a_sentence_alone_that_reports_no_effect() -> None:
    check_clean(CODE, "Ginger tablets did not reduce nausea and vomiting in pregnancy [@lee2020].", [NONE_FOUND])


def test_it_flags_an_effect_that_the_source_denies() -> None:
    assert ("source", "lee2020") in check_flags(CODE, TEXT, [NONE_FOUND]).facts
