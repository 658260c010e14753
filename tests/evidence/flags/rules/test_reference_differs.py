"""The flag reference-differs: a note, and a warning where readers would look for another work."""

from __future__ import annotations

from dataclasses import replace

from evidence.context import Verdict, Verification
from evidence.values import Severity
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "reference-differs"
YEAR = Verification(Verdict.DIFFERS, (("year", "2020", "2019"),))


def test_a_reference_that_agrees_is_left_alone() -> None:
    check_clean(
        CODE, "Ginger tea reduces nausea [@lee2020].", [replace(TRIAL, verification=Verification(Verdict.AGREES))]
    )


def test_it_is_a_note_where_the_text_does_not_name_what_differs() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea [1].", [replace(TRIAL, verification=YEAR)])
    assert flag.severity is Severity.NOTE
    assert ("year", "written 2020, on record 2019") in flag.facts


def test_it_is_a_warning_where_the_text_names_the_year_that_differs() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea (Lee & Okoro, 2020).", [replace(TRIAL, verification=YEAR)])
    assert flag.severity is Severity.WARNING


def test_pages_that_differ_are_a_note_whatever_the_text_names() -> None:
    pages = Verification(Verdict.DIFFERS, (("pages", "2020", "2019"),))
    flag = check_flags(CODE, "Ginger tea reduces nausea (Lee & Okoro, 2020).", [replace(TRIAL, verification=pages)])
    assert flag.severity is Severity.NOTE
