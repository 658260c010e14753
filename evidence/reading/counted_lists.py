"""Lists that end a text without a heading, and whose items only a number in brackets opens: "[7] Title. Printer, 1998".

Copies of encyclopaedias and papers end so. What counts up from one behind prose that cites by such numbers is the list,
however little its items look like references; one that is empty leads nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line
from evidence.reading.reference_items import AUTHOR, Item, is_item, is_remark, items

_OPENED = lazily(r"[ \t]*\[(?P<number>\d{1,3})\](?!\()(?!:[ \t]*<?(?:https?://|/|#|mailto:))[.:]?(?=\s|$)")
"""A number that opens an item. "[1]: https://…" defines where the links of that number lead, and is no item."""
_CITED = lazily(r"(?<=[\w.,;:!?”\"’)\]])\s?\[\d{1,3}\](?!\()")
_LEAST = 5
"""Items that count up one by one make such a list [house]."""
_CITING = 3
"""Numbers in the prose before it [house]."""
_SHARE = 3
"""One in so many of its items has a year, an address or a place in a journal [house]."""
_QUOTED = lazily(r"[“\"][^“”\"]{0,3000}[”\"]")
_SPEAKS = lazily(r"\b(?:I|my|you|your|we|our|us)\b")


class Counted(NamedTuple):
    """The first line of a list and the one behind it, its works and the remarks among them."""

    first: int
    last: int
    works: tuple[Item, ...]
    remarks: tuple[Item, ...]


def find(lines: Sequence[Line], text: str) -> Counted | None:
    """The list that ends a text, or None."""
    first = _first(lines)
    if first is None or sum(1 for _ in _CITED.finditer(text, 0, lines[first].start)) < _CITING:
        return None
    last = max(place for place, line in enumerate(lines) if not line.blank) + 1
    every = tuple(item for item in paced(items(lines, first, last, text)) if item.number)
    remarks = tuple(item for item in every if _tells(text[item.start : item.end]))
    gone = frozenset(remarks)
    works = tuple(item for item in every if item not in gone)
    good = sum(is_item(text[item.start : item.end]) for item in works)
    return Counted(first, last, works, remarks) if good * _SHARE >= len(every) > 0 else None


def _first(lines: Sequence[Line]) -> int | None:
    """The line with number one of the run that counts up to the end of the text; None where there is none."""
    opened = [(place, _OPENED.match(line.body)) for place, line in enumerate(lines) if "[" in line.body[:8]]
    numbers = [(place, int(match["number"])) for place, match in opened if match is not None]
    start = next((at for at in reversed(range(len(numbers))) if numbers[at][1] == 1), None)
    if start is None:
        return None
    run = numbers[start:]
    if len(run) < _LEAST or [number for _, number in run] != list(range(1, len(run) + 1)):
        return None
    first = run[0][0]
    return None if any(markdown_lines.heading_length(line.body) for line in lines[first:]) else first


def _tells(body: str) -> bool:
    """Whether an item speaks to its readers rather than names a work; what it quotes is not its own."""
    own = _QUOTED.sub(" ", body)
    return is_remark(own) or (_SPEAKS.search(own) is not None and AUTHOR.match(body) is None)
