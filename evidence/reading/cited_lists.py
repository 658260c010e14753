"""Numbered lists that the marks of a text lead to, whatever their heading: "## Nerdy stuff", "## Where we got this".

Marks that count up from one to the length of a numbered list of links or works below them can lead to nothing else.
Without such marks a list of links under a heading of its own stays what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line
from evidence.reading.reference_items import IDENTIFIED, NUMBER, Item, is_item, is_remark, items
from evidence.reading.sold_items import sells

_MARKS = lazily(
    r"(?<=[\w.,;:!?%”\"’)\]*_])\s?\\?\[(?P<square>\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\\?\](?!\()"
    r"|<sup>\s?[\[(]?(?P<raised>\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})[\])]?\s?</sup>"
    r"|(?<=[a-z.,!?”\"])(?P<signs>[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2})"
    r"|(?<=[a-z.,;!?”\"])\s?\((?P<round>\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\)"
)
_LINK = lazily(r"[ \t]*\[\d{1,3}\](?:\(|:[ \t]*<?(?:https?://|/|#|mailto:))")
"""A link that shows a number, and the definition of one: neither is an item."""
_FIGURES = lazily(r"\d{1,3}")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEAST = 3
"""Items of such a list [house]."""
_NUMBERS = ("a", "b", "c", "d", "e", "f", "g", "h")
"""The parts of a number in front of an item."""


class Cited(NamedTuple):
    """The first line of a list and the one behind it, and its items."""

    first: int
    last: int
    works: tuple[Item, ...]


def find(lines: Sequence[Line], text: str) -> Cited | None:
    """The last numbered list of works or links to which marks above it lead, or None."""
    for listed in reversed(candidates(lines, text)):
        cited = _cited(text[: lines[listed.first].start])
        count = len(listed.works)
        within = {number for number in cited if 0 < number <= count}
        if len(within) * 2 >= max(count, _LEAST) and len(within) >= len(cited) - len(cited) // 10:
            return listed
    return None


def candidates(lines: Sequence[Line], text: str) -> list[Cited]:
    """The numbered lists of works or links, in order of place."""
    found: list[Cited] = []
    place = 0
    while place < len(lines):
        if _number(lines[place]) == 1:
            last = _end(lines, place)
            if last - place >= _LEAST and (listed := _listed(lines, place, last, text)):
                found.append(listed)
            place = max(last, place + 1)
        else:
            place += 1
    return found


def _number(line: Line) -> int:
    """The number that opens a line, 0 for none."""
    none = line.body[:1].isalpha() or _LINK.match(line.body) is not None
    opened = None if none else NUMBER.match(line.body)
    written = next((opened[name] for name in _NUMBERS if opened[name]), "0") if opened else "0"
    return int(written.translate(_PLAIN))


def _end(lines: Sequence[Line], first: int) -> int:
    """The line behind the last item of the list whose number one stands on a line."""
    last, number = first + 1, 1
    for place in paced(range(first + 1, len(lines))):
        line = lines[place]
        if line.blank:
            continue
        following = _number(line)
        if following == number + 1 or following == number == 1:  # Markdown counts "1." "1." "1." on
            number = following
        elif markdown_lines.heading_length(line.body) or (lines[place - 1].blank and line.body[:1] not in " \t"):
            break
        last = place + 1
    return last


def _listed(lines: Sequence[Line], first: int, last: int, text: str) -> Cited | None:
    """The lines as a list of works or links, None where most of the items are neither."""
    found = tuple(paced(items(lines, first, last, text)))
    if len(found) > 1 and all(item.number == 1 for item in found):
        found = tuple(item._replace(number=place) for place, item in enumerate(found, 1))
    if len(found) < _LEAST or [item.number for item in found] != list(range(1, len(found) + 1)):
        return None
    good = sum(_names_a_source(text[item.start : item.end]) for item in found)
    return Cited(first, last, found) if good * 3 >= len(found) * 2 else None


def _names_a_source(body: str) -> bool:
    return (IDENTIFIED.search(body) is not None or is_item(body)) and not (is_remark(body) or sells(body))


def _cited(text: str) -> set[int]:
    """The numbers that marks in a text name."""
    return {
        int(figure)
        for mark in paced(_MARKS.finditer(text))
        for figure in _FIGURES.findall(mark.group().translate(_PLAIN))
    }
