"""Flags drawn at random and judged by reading: every draw is whole, every judgement has its reason."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
DRAWS = json.loads((SCRIPTS / "benchmark" / "judged_flags.json").read_text("utf-8"))


@pytest.mark.parametrize("seed", DRAWS)
def test_every_flag_of_a_draw_is_judged_with_a_reason(seed: str) -> None:
    rows = DRAWS[seed]
    assert len(rows) == 100
    assert {row["verdict"] for row in rows} <= {"agree", "debatable", "wrong"}
    assert all(len(row["reason"]) >= 8 and re.fullmatch(r"[0-9a-f]{12}", row["hash"]) for row in rows)


@pytest.mark.parametrize("seed", DRAWS)
def test_the_summary_gives_the_counts_of_each_draw(seed: str) -> None:
    counts = Counter(row["verdict"] for row in DRAWS[seed])
    summary = (SCRIPTS / "benchmark" / "judged_flags.md").read_text("utf-8")
    assert f"| {seed} | {counts['agree']} | {counts['debatable']} | {counts['wrong']} |" in summary
