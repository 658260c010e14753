"""Draws the rooms of docs/architecture.md out of the layers that import-linter checks, with what each room is for.

    python scripts/draw_rooms.py            prints them
    python scripts/draw_rooms.py --write    puts them into the page

The order comes from the contracts in pyproject.toml, the words from the first line of each room's docstring, so that
neither the picture nor the words can differ from what is checked.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "architecture.md"
START, END = "<!-- rooms, drawn by scripts/draw_rooms.py -->", "<!-- end of the rooms -->"
HOUSES = {
    "evidence": "The engine, `evidence/`",
    "articles": "The articles, `articles/`",
    "citations": "The library, `citations/`",
}


def layers_of(house: str) -> list[list[str]]:
    """The rooms of a package from the top down, those of one floor together."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (contract,) = (one for one in contracts if one.get("containers") == [house])
    return [[room.strip() for room in layer.split("|")] for layer in contract["layers"]]


def purpose_of(house: str, room: str) -> str:
    """The first line of the docstring of a package or module, "" where it has none."""
    folder = ROOT / house / room
    source = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    return (ast.get_docstring(ast.parse(source.read_text("utf-8"))) or "").partition("\n")[0]


def drawn(house: str) -> Iterator[str]:
    layers = layers_of(house)
    yield from (f"### {HOUSES[house]}", "", "```mermaid", "flowchart TD")
    for upper, lower in pairwise(layers):
        yield f"    {' & '.join(upper)} --> {' & '.join(lower)}"
    yield from ("```", "", "| room | what it is for |", "|---|---|")
    for layer in layers:
        for room in layer:
            if purpose := purpose_of(house, room):
                yield f"| `{room}{'/' if (ROOT / house / room).is_dir() else '.py'}` | {purpose} |"
    yield ""


def rooms() -> str:
    return "\n".join(line for house in HOUSES for line in drawn(house)).strip()


def with_rooms(page: str) -> str:
    """The page with the rooms as they are now between its two marks."""
    return re.sub(f"{START}.*?{END}", lambda _: f"{START}\n\n{rooms()}\n\n{END}", page, flags=re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the rooms from the contracts that import-linter checks.")
    parser.add_argument("--write", action="store_true", help="put them into docs/architecture.md")
    if parser.parse_args().write:
        PAGE.write_text(with_rooms(PAGE.read_text("utf-8")), encoding="utf-8")
    else:
        sys.stdout.write(f"{rooms()}\n")


if __name__ == "__main__":
    main()
