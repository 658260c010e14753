"""A source that newer work disputes."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "contested-claim"


def test_it_leaves_an_undisputed_source_alone() -> None:
    check_clean(CODE, "Ginger tea reduces nausea [@lee2020].", [TRIAL])


def test_it_flags_a_disputed_source() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea [@lee2020].", [replace(TRIAL, disputed_by="Diaz 2024")])
    assert flag.facts == (("disputed by", "Diaz 2024"),)
