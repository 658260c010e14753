"""Blocks without end are given up when the time of a preview is over, not behind their last line."""

from __future__ import annotations

from itertools import count

import pytest

from articles.rendering.markdown import to_html
from evidence.deadline import Deadline, TooIntricateError, within

LINES = 3_000


@pytest.mark.parametrize(
    "text",
    [
        "milk\n" * LINES,
        "> milk\n" + "milk\n" * LINES,
        "- milk\n" + "milk\n" * LINES,
        "|a|b|\n|-|-|\n" + "|1|2|\n" * LINES,
        "[a]: /b '" + "milk\n" * LINES,
    ],
    ids=["paragraph", "quotation", "item", "table", "definition"],
)
def test_each_line_looks_at_the_clock(text: str) -> None:
    looks = count()
    with within(Deadline.after(float("inf"), lambda: next(looks))):
        to_html(text, {})
    assert next(looks) > LINES


def test_a_paragraph_without_end_is_refused() -> None:
    looks = count()
    with pytest.raises(TooIntricateError), within(Deadline.after(50, lambda: next(looks))):
        to_html("milk\n" * LINES, {})
