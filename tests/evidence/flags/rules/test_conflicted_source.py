"""A source paid for by those who sell."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "conflicted-source"


def test_funding_alone_is_no_conflict() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, funding="A research council")])


def test_it_flags_a_work_funded_by_the_seller() -> None:
    flag = check_flags(CODE, "Ginger helps.", [replace(TRIAL, funding="Hill Farm", seller_funded=True)])
    assert flag.facts == (("funding", "Hill Farm"),)
