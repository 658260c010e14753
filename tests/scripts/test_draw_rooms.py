"""The plan of the house is drawn from what the linter checks, and every room says what it is for."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from draw_rooms import HOUSES, PAGE, ROOT, layers_of, rooms, with_rooms

ROOMS = sorted(
    path.parent
    for house in (*HOUSES, "products", "config", "editing", "apart")
    for path in (ROOT / house).rglob("__init__.py")
    if path.parent.name not in {"migrations", "commands"}
)


def test_the_page_has_the_rooms_as_they_are_checked() -> None:
    page = PAGE.read_text("utf-8")
    assert rooms() in page, "run: python scripts/draw_rooms.py --write"
    assert with_rooms(page) == page


@pytest.mark.parametrize("house", HOUSES)
def test_no_room_is_left_out_of_the_picture(house: str) -> None:
    drawn = {room for layer in layers_of(house) for room in layer}
    there = {path.stem for path in (ROOT / house).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert there - drawn - {"__init__", "migrations"} == set()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: str(room.relative_to(ROOT)))
def test_every_room_says_what_comes_in_what_goes_out_and_what_it_may_not_import(room: Path) -> None:
    said = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    missing = [word for word in ("In: ", "Out: ", "May ") if word not in said]
    assert missing == []
