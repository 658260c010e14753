"""Where sentences stand, carried through the renderer by sentinels in the text.

A sentence is known by offsets into the Markdown source. Sentinels are put there before rendering and taken
out of the HTML afterwards. They are cuneiform punctuation: no health text uses them, and because they are
punctuation the rules of CommonMark for emphasis next to them mostly hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

START, END, ZERO, ONE, STOP = "\U00012470", "\U00012471", "\U00012472", "\U00012473", "\U00012474"
_ANY = re.compile("[\U00012470-\U00012474]|%F0%92%91%B[0-4]", re.IGNORECASE)
_SENTINEL = re.compile(f"([{START}{END}])([{ZERO}{ONE}]+){STOP}")
_PREFIX = re.compile(r"(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\[\^[^\]\n]+\]:))*[ \t]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence to be marked. `start` and `end` are code points of the Markdown source.

    `support` is "supported", "weak" or "none"; `labels` are the words for readers, worst first; `problem`
    says whether the mark stays when a reader asks for problems only. `numbers` are those of the works behind the
    sentence, as the reference list counts; one that the sentence does not link to already is put behind it.
    """

    index: int
    start: int
    end: int
    support: str
    labels: tuple[str, ...] = ()
    problem: bool = False
    numbers: tuple[int, ...] = ()


def strip_sentinels(text: str) -> str:
    """The text without any sentinel, plain or percent-encoded."""
    return _ANY.sub("", text)


def in_order(source: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks that make sense: within the text, not empty, not overlapping, each index once."""
    kept: list[Mark] = []
    seen: set[int] = set()
    reach = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        sane = 0 <= mark.start < mark.end <= len(source) and mark.start >= reach and mark.index >= 0
        if sane and mark.index not in seen and source[mark.start : mark.end].strip():
            kept.append(mark)
            seen.add(mark.index)
            reach = mark.end
    return kept


def with_sentinels(source: str, marks: Sequence[Mark]) -> str:
    """The source with a sentinel at both ends of every mark."""
    parts, reach = [], 0
    for mark in marks:
        start, end = _inner(source, mark)
        parts += [source[reach:start], _sentinel(START, mark.index), source[start:end]]
        parts.append(_sentinel(END, mark.index))
        reach = end
    return "".join([*parts, source[reach:]])


def _inner(source: str, mark: Mark) -> tuple[int, int]:
    """The sentence without a list marker or the like at its start and without the space round it."""
    start, end = mark.start, mark.end
    while end > start and source[end - 1].isspace():
        end -= 1
    while start < end and source[start].isspace():
        start += 1
    line = source.rfind("\n", 0, start) + 1
    prefix = _PREFIX.match(source, line)
    if prefix and start < prefix.end() < end:
        start = prefix.end()
    return start, end


def _sentinel(kind: str, index: int) -> str:
    return kind + f"{index:b}".replace("0", ZERO).replace("1", ONE) + STOP


def index_of(sentinel: str) -> int:
    """The index of the mark that a sentinel belongs to."""
    match = _SENTINEL.match(sentinel)
    return int(match[2].replace(ZERO, "0").replace(ONE, "1"), 2) if match else -1
