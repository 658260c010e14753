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
