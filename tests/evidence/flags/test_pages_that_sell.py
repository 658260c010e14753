"""Pages that sell without claiming are let alone but for the sentences in which they promise health.

The pages are our own; a line "+ ..." promises, "- ..." does not.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evidence import assess, open_document

FOLDER = Path(__file__).parents[1] / "pages" / "sells_plainly"
PAGES = sorted(FOLDER.glob("*.txt"))
TODAY = date(2026, 11, 30)
OF_GOODS = {"product-claim-unsupported", "disease-claim-for-supplement", "safety-claim-unsupported"}


def flagged(path: Path) -> list[str]:
    """The lines of a page, with their labels, in which a flag on goods stands."""
    lines = path.read_text("utf-8").splitlines()
    text = "\n".join(line[2:] if line[:2] in ("+ ", "- ") else line for line in lines)
    answer = assess(open_document("post.md", text.encode()).document, today=TODAY)
    found = [row.sentence.text for row in answer.sentences if OF_GOODS & {flag.code for flag in row.flags}]
    return [line for line in lines if line[:2] in ("+ ", "- ") and any(one in line or line[2:] in one for one in found)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_promises_are_flagged_and_nothing_else_is(path: Path) -> None:
    promises = [line for line in path.read_text("utf-8").splitlines() if line.startswith("+ ")]
    assert len(promises) >= 2
    assert flagged(path) == promises
