"""Tables whose rows are joined into one test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import drawing
from tests.tables import joined


def table(*rows: Any, names: Any = ("given", "expected"), **more: Any) -> Callable[[Any], Any]:
    return pytest.mark.parametrize(names, rows, **more)


def failing(given: int, expected: int) -> None:
    assert given == expected


@pytest.mark.parametrize(
    "mark",
    [
        table("tmp_path", names="given", indirect=True),
        table(pytest.param(1, 2, marks=pytest.mark.xfail)),
        pytest.mark.parametrize(("given", "expected"), iter([(1, 2)])),
        pytest.mark.skip,
    ],
)
def test_what_is_more_than_values_is_left_to_pytest(mark: Callable[[Any], Any]) -> None:
    def marked(given: int, expected: int) -> None:
        raise AssertionError

    assert joined(mark(marked)) is None


def test_a_row_that_wants_a_fixture_is_left_to_pytest() -> None:
    @table(1, names="given")
    def wanting(given: int, tmp_path: Path) -> None:
        raise AssertionError

    assert joined(wanting) is None


def test_each_row_that_fails_is_told_and_keeps_none_from_being_tried() -> None:
    rows = joined(table((1, 1), (2, 3), (4, 4), pytest.param(5, 6, id="six"))(failing))
    assert rows is not None
    with pytest.raises(pytest.fail.Exception) as told:
        rows()
    said = str(told.value)
    assert said.startswith("2 rows fail.")
    assert "given=2, expected=3" in said
    assert "given=5, expected=6" in said
    assert "given=4" not in said


def test_every_pair_of_two_tables_is_tried_in_the_order_of_pytest() -> None:
    tried = []

    @table(1, 2, names="given")
    @table("a", "b", names="expected")
    def both(given: int, expected: str) -> None:
        tried.append((given, expected))

    rows = joined(both)
    assert rows is not None
    rows()
    assert tried == [(1, "a"), (2, "a"), (1, "b"), (2, "b")]


def test_it_takes_the_rows_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    @pytest.mark.drawn(3)
    @table(*range(7), names="given")
    def seen(given: int) -> None:
        tried.append(given)

    monkeypatch.setenv("DRAWN", date.fromordinal(30_000).isoformat())
    rows: Any = joined(seen)
    rows()
    assert tried == [0, 3, 6]
    assert [mark.args for mark in rows.pytestmark] == [(1,)]
    monkeypatch.setenv("DRAWN", drawing.ALL)
    rows()
    assert tried[3:] == list(range(7))
