"""What of a file was not read as prose, so that nobody takes silence for a clean bill.

Menus and hidden parts are not read at all. Tables, captions, code and notices are searched for what says outright that
something helps or harms, and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evidence.command.places import Places
from evidence.language.patterns import lazily
from evidence.values import Assessment, Block

_UNREAD = {"nav": "menu", "hidden": "hidden part"}
_SEARCHED = {
    "code": "block of code",
    "table": "table",
    "caption": "caption",
    "notice": "notice",
    "tag-line": "line of tags",
}
"""Kinds of blocks in words. Titles, headings, bylines, references and notes are read in ways of their own."""

_PLURALS = {
    "block of code": "blocks of code", "line of tags": "lines of tags", "advertisement": "advertisements",
    "comments of readers": "comments of readers", "share box": "share boxes", "related posts": "related posts",
    "text box": "text boxes",
    "passage of hidden text": "passages of hidden text", "passage of deleted text": "passages of deleted text",
    "picture without a description": "pictures without a description",
}  # fmt: skip
_NO_WORDS = lazily(
    r"<!--|-->|</?[A-Za-z][^<>]{0,3000}>|\]\([^()]{0,2000}\)|^[ \t]{0,3}\[[^\]]{1,100}\]:[ \t].*$|\S{0,40}://\S{1,2000}",
    re.MULTILINE,
)
_WORD = lazily(r"[^\W\d_]{2,}")
_LINES = 4
"""So many lines are named for each kind; of more it is said how many [house]."""


class Part(NamedTuple):
    """A part that was not read as prose.

    `line` counts from 1, and is 0 where the file has no lines; `searched`: whether it was searched for outright claims.
    """

    kind: str
    line: int
    words: int
    searched: bool


def parts_of(assessment: Assessment) -> tuple[Part, ...]:
    """The parts of a file that were not read as prose and hold words, in order of lines."""
    return tuple(sorted(_parts(assessment), key=lambda part: part.line))


def in_words(parts: Sequence[Part]) -> str:
    """ "2 menus (lines 3 and 80), 1 hidden part (line 9)": the parts by kind, the first first."""
    kinds: dict[str, list[int]] = {}
    for part in parts:
        kinds.setdefault(part.kind, []).append(part.line)
    return ", ".join(f"{_counted(len(lines), kind)}{_named(lines)}" for kind, lines in kinds.items())


def _parts(assessment: Assessment) -> Iterator[Part]:
    document = assessment.document
    yield from (Part(part.kind, part.line, part.words, searched=False) for part in document.left_out)
    places = Places(assessment)
    for block in document.not_prose:
        kind = _UNREAD.get(block.kind) or _SEARCHED.get(block.kind)
        if kind and (words := _words(block)):
            yield Part(kind, places.at(block.start)[0], words, searched=block.kind in _SEARCHED)


def _words(block: Block) -> int:
    return len(_WORD.findall(_NO_WORDS.sub(" ", block.text)))


def _counted(number: int, kind: str) -> str:
    return f"{number} {kind if number == 1 else _PLURALS.get(kind, f'{kind}s')}"


def _named(lines: Sequence[int]) -> str:
    shown = sorted(set(lines) - {0})
    if not shown:
        return ""
    rest = len(shown) - _LINES
    named = [str(line) for line in shown[:_LINES]]
    if rest > 0:
        return f" (lines {', '.join(named)} and {rest} more)"
    return f" (line {named[0]})" if len(named) == 1 else f" (lines {', '.join(named[:-1])} and {named[-1]})"
