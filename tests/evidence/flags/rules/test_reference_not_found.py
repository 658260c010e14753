"""The flag reference-not-found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Verdict, Verification
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "reference-not-found"
TEXT = "Ginger tea reduces nausea [@lee2020]."


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.NOT_FOUND])
def test_no_other_verdict_raises_it(verdict: Verdict) -> None:
    check_clean(CODE, TEXT, [replace(TRIAL, verification=Verification(verdict))])


def test_a_work_that_nobody_asked_about_is_left_alone() -> None:
    check_clean(CODE, TEXT, [TRIAL])


def test_a_work_that_is_not_on_the_list_is_left_alone() -> None:
    check_clean(CODE, TEXT, [replace(TRIAL, on_list=False, verification=Verification(Verdict.NOT_FOUND))])


def test_it_says_what_the_verdict_rests_on() -> None:
    told = Verification(
        Verdict.NOT_FOUND, identifier="doi:10.1000/x", proposal="doi:10.1000/y", services=("doi", "crossref")
    )
    flag = check_flags(CODE, TEXT, [replace(TRIAL, verification=told)])
    assert flag.reference == "lee2020"
    assert dict(flag.facts) == {"identifier": "doi:10.1000/x", "fits": "doi:10.1000/y", "asked": "doi, crossref"}
