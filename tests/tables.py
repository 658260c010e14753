"""Tables whose rows ask for nothing, each as one test where a whole run goes on side by side.

A row more costs every process of the run some milliseconds before and around the test, and thousands of rows take less
than that themselves. Run alone, or asked for by name, each row is a test of its own; joined, every row is tried and
each that fails is told with its values.
"""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, product
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from tests.drawing import is_drawn

LONGEST = 200
"""Letters of a value that a failing row is told by."""


def joined(test: Any) -> Callable[[], None] | None:
    """All rows of a table as one function, or None where a row is given anything but its own values."""
    marks = list(getattr(test, "pytestmark", ()))
    tables = [mark for mark in marks if mark.name == "parametrize"]
    shares = [mark.args[0] for mark in marks if mark.name == "drawn"]
    if not inspect.isfunction(test) or hasattr(test, "hypothesis") or len(tables) + len(shares) != len(marks):
        return None
    if not tables or not all(_is_plain(table) for table in tables):
        return None
    columns = [_column(*table.args) for table in tables]
    if {name for column in columns for name in column[0]} != set(inspect.signature(test).parameters):
        return None

    def every_row() -> None:
        todays = [row for at, row in enumerate(_rows(columns)) if all(is_drawn(at, share) for share in shares)]
        failed = [fault for fault in (_fault(test, row) for row in todays) if fault]
        if failed:
            pytest.fail(f"{len(failed)} rows fail.\n\n" + "\n".join(failed), pytrace=False)

    every_row.__module__, every_row.__doc__ = test.__module__, test.__doc__
    if shares:
        pytest.mark.drawn(1)(every_row)
    return every_row


def _is_plain(table: pytest.Mark) -> bool:
    """Names and rows alone, as values that can be gone through twice; a row of marks of its own is not plain."""
    if set(table.kwargs) - {"ids"} or len(table.args) != 2 or iter(table.args[1]) is table.args[1]:
        return False
    return not any(isinstance(row, ParameterSet) and row.marks for row in table.args[1])


def _column(names: str | Sequence[str], rows: Iterable[Any]) -> list[tuple[Any, ...]]:
    """The names, and below them the values of each row."""
    given = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    alone = isinstance(names, str) and len(given) == 1
    below = [row.values if isinstance(row, ParameterSet) else (row,) if alone else tuple(row) for row in rows]
    return [tuple(given), *below]


def _rows(columns: list[list[tuple[Any, ...]]]) -> Iterator[dict[str, Any]]:
    """In the order in which pytest would number them: what stands first above a test changes first."""
    for chosen in product(*(below for _, *below in columns)):
        names = (name for column in columns for name in column[0])
        yield dict(zip(names, chain.from_iterable(chosen), strict=True))


def _fault(test: Any, row: dict[str, Any]) -> str:
    """What went wrong with a row, "" where nothing did."""
    try:
        test(**row)
    except (Exception, pytest.fail.Exception) as fault:  # noqa: BLE001 - told with the row, and the next is tried
        told = ", ".join(f"{name}={value!r}"[:LONGEST] for name, value in row.items())
        return f"{told}\n{''.join(traceback.format_exception(fault, limit=-2))}"
    return ""
