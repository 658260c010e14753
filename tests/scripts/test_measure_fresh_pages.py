"""The labels of public pages name sentences by place, hold no word of theirs, and are held against what is found."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from measure_fresh_pages import PAGES, pairs_of, rows_of

TEXT = (
    "# Zinc\n\nZinc shortens colds in adults [1]. Honey cures asthma in children. I like tea.\n\n"
    "Mint oil eases cramps in adults. Garlic lowers blood pressure. Salt raises blood pressure. Tea is warm.\n\n"
    "## References\n\n1. Bell A. Zinc and colds. J Herbs. 2011;3(2):33-9.\n"
)


def test_only_places_and_labels_are_kept_of_a_page() -> None:
    for page in json.loads(PAGES.read_text("utf-8")).values():
        assert page.keys() == {"repository", "path", "commit", "file", "sentences"}
        assert all({"n", "u", "s"} & set(label) and len(label) <= 2 for _, _, label in page["sentences"])
        assert all(isinstance(place, int) and count > 0 for place, count, _ in page["sentences"])


@pytest.mark.parametrize(("strict", "rows"), [(False, 3), (True, 2)])
def test_labels_are_held_against_what_the_engine_says(tmp_path: Path, strict: bool, rows: int) -> None:
    (tmp_path / "zinc.md").write_text(TEXT, "utf-8")
    page = {"file": "zinc.md", "sentences": [[1, 6, "sb"], [7, 5, "u"], [12, 3, "n"]]}
    found = [{what: said for what, _, said in pairs_of(row)} for row in rows_of(page, tmp_path, strict=strict)]
    assert len(found) == rows
    assert found[-2]["claim without a source blocked"]
    assert not any(found[-1].values())
