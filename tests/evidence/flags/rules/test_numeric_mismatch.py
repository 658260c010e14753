"""A number that differs from the source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "numeric-mismatch"
HELD = replace(TRIAL, abstract="Nausea eased in 38 % of 240 women.")


@pytest.mark.parametrize("number", ["38 %", "About 40 %"])
def test_it_leaves_numbers_within_a_tenth_alone(number: str) -> None:
    check_clean(CODE, f"{number} of women had less nausea [@lee2020].", [HELD])


def test_it_leaves_numbers_alone_where_no_text_is_held() -> None:
    check_clean(CODE, "75 % of women had less nausea [@lee2020].", [TRIAL])


def test_it_flags_a_share_that_differs() -> None:
    flag = check_flags(CODE, "Nearly one-half of women had less nausea [@lee2020].", [HELD])
    assert flag.facts == (("one-half", "source: 38 %"),)
