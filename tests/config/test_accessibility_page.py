"""The page on accessibility says what is true: each criterion stands there, and each test that it names exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
GUIDELINES = {
    "1.1": (1,),
    "1.2": (1, 2, 3, 4, 5),
    "1.3": (1, 2, 3, 4, 5),
    "1.4": (1, 2, 3, 4, 5, 10, 11, 12, 13),
    "2.1": (1, 2, 4),
    "2.2": (1, 2),
    "2.3": (1,),
    "2.4": (1, 2, 3, 4, 5, 6, 7, 11),
    "2.5": (1, 2, 3, 4, 7, 8),
    "3.1": (1, 2),
    "3.2": (1, 2, 3, 4, 6),
    "3.3": (1, 2, 3, 4, 7, 8),
    "4.1": (2, 3),
}
"""The criteria of each guideline on levels A and AA of WCAG 2.2 (Recommendation of 5 October 2023; without 4.1.1)."""
LIVED = re.compile(r"^def (test_\w+)", re.M)


def test_every_criterion_of_levels_a_and_aa_has_a_row_with_a_test() -> None:
    rows = [line.split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d", line)]
    named: set[str] = set()
    for first, _, tests in rows:
        assert "`test_" in tests, first
        for start, end in re.findall(r"(\d\.\d\.\d+)(?: to (\d\.\d\.\d+))?", first):
            head, _, low = start.rpartition(".")
            high = end.rpartition(".")[2] or low
            named |= {f"{head}.{number}" for number in range(int(low), int(high) + 1)}
    assert named == {f"{guideline}.{number}" for guideline, numbers in GUIDELINES.items() for number in numbers}
    assert len(named) == 55


def test_every_test_that_a_page_names_exists() -> None:
    there = {name for file in ROOT.glob("tests/**/*.py") for name in LIVED.findall(file.read_text(encoding="utf-8"))}
    for page in ROOT.glob("docs/*.md"):
        named = set(re.findall(r"`(test_\w{16,})`", page.read_text(encoding="utf-8")))
        assert named - there - {file.stem for file in ROOT.glob("tests/**/*.py")} == set(), page.name
