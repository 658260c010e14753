"""Which rows of long tables a run takes."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests import drawing


@pytest.mark.parametrize("word", ["yesterday", "2026-13-45"])
def test_it_refuses_what_is_no_day(word: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month"):
        drawing.is_drawn(0, 3, word)


def test_every_row_is_seen_within_as_many_days_as_its_share() -> None:
    days = [(date(2026, 12, 30) + timedelta(days=past)).isoformat() for past in range(4)]
    seen = [{row for row in range(11) if drawing.is_drawn(row, 4, day)} for day in days]
    assert set().union(*seen) == set(range(11))
    assert sum(map(len, seen)) == 11


def test_a_loop_takes_the_rows_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAWN", date.fromordinal(30_001).isoformat())
    assert drawing.some("abcdefg", 3) == ["c", "f"]
    monkeypatch.setenv("DRAWN", drawing.ALL)
    assert drawing.some("abc", 3) == ["a", "b", "c"]


@pytest.fixture
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAWN", "")
    del os.environ["DRAWN"]


@pytest.mark.usefixtures("nothing_said")
def test_a_folder_is_drawn_from(tmp_path: Path) -> None:
    drawing.settle([str(tmp_path)])
    assert date.fromisoformat(os.environ["DRAWN"])


@pytest.mark.usefixtures("nothing_said")
def test_what_is_asked_for_by_name_is_taken_whole(tmp_path: Path) -> None:
    drawing.settle([str(tmp_path), f"{__file__}::test_a_row"])
    assert os.environ["DRAWN"] == drawing.ALL
    assert drawing.is_drawn(1, 3)


def _nothing() -> None:
    pass


def test_only_marked_tables_are_drawn_from_each_from_its_first_row(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAWN", date.fromordinal(30_000).isoformat())
    module = request.node.getparent(pytest.Module)
    rows = [pytest.Function.from_parent(module, name=f"test[{row}]", callobj=_nothing) for row in range(7)]
    plain = pytest.Function.from_parent(module, name="test_plain", callobj=_nothing)
    for row in rows:
        row.add_marker(pytest.mark.drawn(3))
    assert [item.name for item in drawing.undrawn([plain, *rows])] == [f"test[{row}]" for row in (1, 2, 4, 5)]


def test_each_kind_is_among_the_rows_of_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [*range(0, 20, 2), 1, 3]
    seen = set()
    for past in range(5):
        monkeypatch.setenv("DRAWN", date.fromordinal(30_000 + past).isoformat())
        todays = drawing.some_of_each(rows, 5, kind=lambda row: row % 2)
        assert {row % 2 for row in todays} == {0, 1}
        assert len(todays) == 3
        seen.update(todays)
    assert seen == set(rows)
    monkeypatch.setenv("DRAWN", drawing.ALL)
    assert sorted(drawing.some_of_each(rows, 5, kind=lambda row: row % 2)) == sorted(rows)


def test_a_third_of_the_texts_is_made_up_and_all_of_them_where_everything_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DRAWN", "2026-11-30")
    assert drawing.examples(150) == 50
    monkeypatch.setenv("DRAWN", drawing.ALL)
    assert drawing.examples(150) == 150
