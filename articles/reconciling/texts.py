"""Two edits of one text, sentence by sentence: what does not touch is put together, what does is set apart.

A three-way merge as diff3 does it (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007), on sentences
and the space between them instead of lines: a paragraph is one line in a draft, and two people may well write in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s+|[^\s](?:[^\n]*?[^\s])??(?=[.!?…][\"'”’)\]*_]*\s)[.!?…][\"'”’)\]*_]*|[^\s](?:[^\n]*[^\s])?")
"""White space, a sentence up to its full stop, or the rest of a line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text. Where it is `touched` both changed it, each otherwise; else it becomes `text`."""

    text: str = ""
    touched: bool = False
    base: str = ""
    mine: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class _Hunk:
    """The tokens of the base from `start` to `end` (without it) are replaced by `tokens`."""

    start: int
    end: int
    tokens: tuple[str, ...]


def tokens(text: str) -> list[str]:
    """Sentences and the white space between them; joined they are the text again."""
    return _TOKEN.findall(text)


def parts(base: str, mine: str, theirs: str) -> list[Part]:
    """The one text, in stretches. Time grows with the square of the number of sentences at worst."""
    was = tokens(base)
    ours, others = list(_hunks(was, tokens(mine))), list(_hunks(was, tokens(theirs)))
    found: list[Part] = []
    done = 0
    for start, end, of_mine, of_theirs in _regions(ours, others):
        found.append(Part("".join(was[done:start])))
        found.append(_decided(was, start, end, of_mine, of_theirs))
        done = end
    found.append(Part("".join(was[done:])))
    return [part for part in found if part.touched or part.text]


def _hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[_Hunk]:
    """White space alone ties nothing together: sentences on both sides of it that changed are one change."""
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    open_hunk: _Hunk | None = None
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            if open_hunk and any(not token.isspace() for token in before[a:b]):
                yield open_hunk
                open_hunk = None
            elif open_hunk:
                open_hunk = _Hunk(open_hunk.start, b, (*open_hunk.tokens, *after[c:d]))
        elif open_hunk:
            open_hunk = _Hunk(open_hunk.start, b, (*open_hunk.tokens, *after[c:d]))
        else:
            open_hunk = _Hunk(a, b, tuple(after[c:d]))
    if open_hunk:
        yield open_hunk


def _touch(one: _Hunk, other: _Hunk) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def _regions(ours: Sequence[_Hunk], others: Sequence[_Hunk]) -> Iterator[tuple[int, int, list[_Hunk], list[_Hunk]]]:
    """Stretches of the base that somebody changed, in order, each with all changes that touch one another."""
    sides: tuple[list[_Hunk], list[_Hunk]] = ([], [])
    for hunk, side in sorted([*((one, 0) for one in ours), *((one, 1) for one in others)], key=_place):
        # The changes of one side lie apart and in order, so the last of the other side is the one it can touch.
        if any(sides) and not (sides[1 - side] and _touch(hunk, sides[1 - side][-1])):
            yield _region(sides)
            sides = ([], [])
        sides[side].append(hunk)
    if any(sides):
        yield _region(sides)


def _region(sides: tuple[list[_Hunk], list[_Hunk]]) -> tuple[int, int, list[_Hunk], list[_Hunk]]:
    hunks = [*sides[0], *sides[1]]
    return min(hunk.start for hunk in hunks), max(hunk.end for hunk in hunks), *sides


def _place(row: tuple[_Hunk, int]) -> tuple[int, int]:
    return row[0].start, row[0].end


def _decided(was: Sequence[str], start: int, end: int, ours: Sequence[_Hunk], others: Sequence[_Hunk]) -> Part:
    mine, theirs = _applied(was, start, end, ours), _applied(was, start, end, others)
    if not others or mine == theirs:
        return Part(mine)
    if not ours:
        return Part(theirs)
    return Part(touched=True, base="".join(was[start:end]), mine=mine, theirs=theirs)


def _applied(was: Sequence[str], start: int, end: int, hunks: Sequence[_Hunk]) -> str:
    out: list[str] = []
    place = start
    for hunk in hunks:
        out += [*was[place : hunk.start], *hunk.tokens]
        place = hunk.end
    return "".join([*out, *was[place:end]])
