"""The prose of two states by sentence. Nothing falls between: whatever stands in the text is in one of the units."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from articles.comparison.alignment import Pair, align
from articles.comparison.values import Piece
from evidence.language.sentences import split

Kind = Literal["same", "added", "gone", "reworded", "moved"]

MOST_WORDS = 400
"""Words are compared one by one, which is quadratic, up to here; a longer sentence counts as changed whole [house]."""
MOST_SENTENCES = 20_000
"""Of a longer text the rest is compared as one unit [house]: several hundred pages."""

_OWN_LINE = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|\||>|\[\^?[^\]\n]{1,80}\]:|<)")
_FENCE = re.compile(r"\s*(```|~~~)")
_WORD = re.compile(r"\s+|[^\s\w]+|\w+")


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """One sentence (or heading, item, row of a table) of both states. `before` is empty where it was added, `after`
    where it is gone. `moved` is also true of one that was reworded and moved."""

    kind: Kind
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    moved: bool = False
    first_of_paragraph: bool = False

    @property
    def text(self) -> str:
        """The sentence as it is now, or as it was before it went."""
        return "".join(piece.text for piece in self.after or self.before)


@dataclass(frozen=True, slots=True)
class _Unit:
    text: str
    first: bool


def compare_prose(before: str, after: str) -> tuple[SentenceChange, ...]:
    """Every sentence of both texts once, in the order of the later one."""
    left, right = list(_units(before)), list(_units(after))
    pairs = align([unit.text for unit in left], [unit.text for unit in right])
    return tuple(_change(pair, left, right) for pair in pairs)


def _change(pair: Pair, left: Sequence[_Unit], right: Sequence[_Unit]) -> SentenceChange:
    if pair.after is None and pair.before is not None:
        unit = left[pair.before]
        return SentenceChange("gone", (Piece(unit.text, changed=True),), (), first_of_paragraph=unit.first)
    assert pair.after is not None  # noqa: S101  a pair has a side
    unit = right[pair.after]
    if pair.before is None:
        return SentenceChange("added", (), (Piece(unit.text, changed=True),), first_of_paragraph=unit.first)
    old = left[pair.before].text
    if pair.same:
        kind: Kind = "moved" if pair.moved else "same"
        return SentenceChange(kind, (Piece(old),), (Piece(unit.text),), pair.moved, unit.first)
    return SentenceChange("reworded", *by_word(old, unit.text), pair.moved, unit.first)


def by_word(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, those that differ marked."""
    before, after = _WORD.findall(left), _WORD.findall(right)
    if max(len(before), len(after)) > 2 * MOST_WORDS:
        return (Piece(left, changed=True),), (Piece(right, changed=True),)
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if b > a:
            ours.append(Piece("".join(before[a:b]), tag != "equal"))
        if d > c:
            theirs.append(Piece("".join(after[c:d]), tag != "equal"))
    return tuple(ours), tuple(theirs)


def _units(body: str) -> Iterator[_Unit]:
    """Sentences of paragraphs; lines of whatever is set by lines (headings, items, tables, notes, code)."""
    count, taken = 0, 0
    for start, block in _blocks(body):
        if count >= MOST_SENTENCES:
            yield _Unit(body[taken:].strip(), first=True)
            return
        for number, (begin, end) in enumerate(split(block) or [(0, len(block))]):
            count += 1
            yield _Unit(block[begin:end], first=number == 0)
        taken = start + len(block)


def _blocks(body: str) -> Iterator[tuple[int, str]]:
    """Paragraphs and lines that stand for themselves, each with its place in the text."""
    start, kept, begun, fenced = 0, "", 0, False
    for line in body.splitlines(keepends=True):
        fence = _FENCE.match(line) is not None
        apart = fenced or fence or not line.strip() or _OWN_LINE.match(line) is not None
        if apart and kept.strip():
            yield begun, kept.strip()
            kept = ""
        if not kept:
            begun = start
        if fenced or fence:
            if line.strip():
                yield start, line.strip()
        elif line.strip():
            kept += line
        fenced ^= fence
        start += len(line)
    if kept.strip():
        yield begun, kept.strip()
