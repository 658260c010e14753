"""A source under an expression of concern."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Status
from tests.evidence.judging import TRIAL, check_clean, flags_of

CODE = "concern-source"
FAULTY = replace(TRIAL, status=Status.CONCERN)
TEXT = "Ginger tea reduced nausea [@lee2020]. Magnesium tablets relieve migraine."


def test_it_leaves_a_work_alone_that_was_not_checked() -> None:
    check_clean(CODE, TEXT, [replace(TRIAL, status=Status.NOT_CHECKED)])


def test_it_leaves_a_corrected_work_alone() -> None:
    check_clean(CODE, TEXT, [replace(TRIAL, status=Status.CORRECTED)])


def test_it_flags_the_reference_and_the_sentences_that_use_it() -> None:
    flags = flags_of(CODE, TEXT, [FAULTY])
    assert [(flag.reference, flag.sentence) for flag in flags] == [(None, 0), ("lee2020", None)]
