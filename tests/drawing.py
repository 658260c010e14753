"""Tables too long for each run: `make test` takes some rows, other ones each day; `make prove` takes them all.

`@pytest.mark.drawn(3)` above a parametrised test takes every third of its rows, so that three days see them all; a test
that loops over `some(rows, 3)` bears the marker `drawn` with `1`, for `make prove` to find it.
Which day is drawn for stands at the head of the run: DRAWN=2026-11-30 draws as on that day, DRAWN=all takes everything,
and so does asking for files or tests by name.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import pytest

ALL = "all"
Row = TypeVar("Row")


def settle(arguments: Iterable[str]) -> None:
    """Says once for all processes of a run what is drawn: they take the word from their environment."""
    os.environ.setdefault("DRAWN", datetime.now(UTC).date().isoformat() if are_folders(arguments) else ALL)


def are_folders(arguments: Iterable[str]) -> bool:
    """Whether a run was asked for whole folders, and no file or test by its name."""
    return all(Path(argument).is_dir() for argument in arguments)


def is_drawn(at: int, share: int, drawn: str | None = None) -> bool:
    """Whether row `at` (from 0) is among today's, of which there is one in `share`."""
    drawn = drawn or os.environ["DRAWN"]
    return drawn == ALL or (at + date.fromisoformat(drawn).toordinal()) % share == 0


def some(rows: Iterable[Row], share: int) -> list[Row]:
    """Today's rows of a table that one test goes through in a loop."""
    return [row for at, row in enumerate(rows) if is_drawn(at, share)]


def some_of_each(rows: Iterable[Row], share: int, kind: Callable[[Row], Hashable]) -> list[Row]:
    """Today's rows of such a table, at least one of each kind."""
    kinds: dict[Hashable, list[Row]] = {}
    for row in rows:
        kinds.setdefault(kind(row), []).append(row)
    return [row for alike in kinds.values() for row in some(alike, min(share, len(alike)))]


def examples(whole: int) -> int:
    """How many texts Hypothesis makes up for a test that bears the marker `drawn` with `1`: a third, or the whole."""
    return whole if os.environ["DRAWN"] == ALL else whole // 3


def undrawn(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """The rows of marked tests that are left for other days."""
    seen: Counter[tuple[str, str]] = Counter()
    left = []
    for item in items:
        if mark := item.get_closest_marker("drawn"):
            test = (str(item.path), item.name.partition("[")[0])
            if not is_drawn(seen[test], mark.args[0]):
                left.append(item)
            seen[test] += 1
    return left
