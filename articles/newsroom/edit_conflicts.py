"""Two versions of a text side by side, so that nobody's words are lost when two people save."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CONTEXT = 1
# Word by word comparison is quadratic; beyond this many words a paragraph is shown as changed whole.
MAX_WORDS = 1500


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of both texts; `kind` is same, changed or skipped (with the number of lines left out)."""

    kind: str
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two people filled differently."""

    label: str
    mine: str
    theirs: str


def compare(left: str, right: str) -> list[Row]:
    """Rows of two texts by line, changed lines compared word by word; long equal stretches are left out."""
    before, after = left.splitlines(), right.splitlines()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    rows: list[Row] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            rows += _same(before[a:b])
        else:
            rows += _changed(before[a:b], after[c:d])
    return rows


def _same(lines: Sequence[str]) -> list[Row]:
    def row(line: str) -> Row:
        return Row("same", (Piece(line),), (Piece(line),))

    if len(lines) <= 2 * CONTEXT + 1:
        return [row(line) for line in lines]
    skipped = Row("skipped", lines=len(lines) - 2 * CONTEXT)
    return [*map(row, lines[:CONTEXT]), skipped, *map(row, lines[-CONTEXT:])]


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    for index in range(max(len(before), len(after))):
        left = before[index] if index < len(before) else None
        right = after[index] if index < len(after) else None
        if left is None or right is None:
            yield Row("changed", _whole(left), _whole(right))
        else:
            yield Row("changed", *_by_word(left, right))


def _whole(line: str | None) -> tuple[Piece, ...]:
    return (Piece(line, changed=True),) if line is not None else ()


def _by_word(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    before, after = re.findall(r"\s+|\S+", left), re.findall(r"\s+|\S+", right)
    if max(len(before), len(after)) > MAX_WORDS:
        return _whole(left), _whole(right)
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if b > a:
            ours.append(Piece("".join(before[a:b]), tag != "equal"))
        if d > c:
            theirs.append(Piece("".join(after[c:d]), tag != "equal"))
    return tuple(ours), tuple(theirs)
