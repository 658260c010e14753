"""Reference lists of Markdown whose numbers stand in a cell or on a line of their own: tables, definition lists, pairs.

`items_in` takes the lines of a list and gives its items, or () where the list has none of these forms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line
from evidence.reading.reference_items import Item, is_item, one, trimmed

ALONE = lazily(r"[ \t]*(?:\*\*)?[\[(]?(?P<number>\d{1,3})[\])]?[.:]?(?:\*\*)?[ \t↑^]*$")
"""A number with nothing else on its line or in its cell."""

_DEFINES = lazily(r"[ \t]{0,3}:[ \t]+(?=\S)")
_KEYED = lazily(r"[ \t]*(?:\*\*)?\[?@?(?P<key>[A-Za-z][\w:-]{2,60}\d[\w:-]{0,20})\]?(?:\*\*)?[ \t]*$")
_NUMBERED_ROW = lazily(r"[ \t]*+\|?[ \t]*+(?:\*\*)?[\[(]?\d{1,3}[\])]?[.:]?(?:\*\*)?[ \t]*+\|(?=[^|]{20})")
_ORDERED = lazily(r"[ \t]{0,3}<ol\b[^<>]{0,300}>[ \t]*$", re.IGNORECASE)
_CAPTION = lazily(r"(?:[Tt]able)?[ \t]?:[ \t]+(?=\S)[^|]{1,200}$")
"""The name of a table, below it (Pandoc's manual, "table_captions")."""
_CELL = lazily(r"(?:\\\||[^|])++")


def is_caption(lines: Sequence[Line], place: int) -> bool:
    """Whether a line names the table that ends above it."""
    above = [line.body.rstrip() for line in lines[max(place - 2, 0) : place] if not line.blank]
    return _CAPTION.match(lines[place].body) is not None and bool(above) and above[-1].endswith(("|", "-+"))


def without_number(body: str) -> str:
    """A row of a table without the cell of its number, a definition without its mark; other lines as they are."""
    if body.lstrip().startswith(":"):
        return _DEFINES.sub("", body, count=1)
    row = _NUMBERED_ROW.match(body)
    return body[row.end() :].strip().strip("|").strip() if row else body


def items_in(lines: Sequence[Line], first: int, last: int, text: str) -> tuple[Item, ...]:
    """The items of a table, a definition list or of lines behind numbers; () where the lines are none of these."""
    written = [place for place in range(first, last) if not lines[place].blank]
    if not written:
        return ()
    found = _rows(lines, written, text) or _definitions(lines, written, text) or _pairs(lines, written, last, text)
    works = sum(is_item(text[item.start : item.end]) for item in found)
    return found if works * 2 >= len(found) else ()


def _rows(lines: Sequence[Line], written: Sequence[int], text: str) -> tuple[Item, ...]:
    """Rows of a table: its cells without the one that holds the number. The head of the table is no row."""
    rules = {place for place in written if markdown_lines.is_table_rule(lines[place].body)}
    rows = [place for place in written if place not in rules]
    ruled = not rules.isdisjoint(written[:2])
    bodies = [lines[place].body for place in rows]
    if not all("|" in body for body in bodies) or not (ruled or all(map(_NUMBERED_ROW.match, bodies))):
        return ()
    head = next((place for place, after in pairwise(written) if place not in rules and after in rules), -1)
    found: list[Item] = []
    for place in rows:
        body, at = lines[place].body, lines[place].content
        cells = [match for match in _CELL.finditer(body) if match.group().strip()]
        if not cells:
            continue
        number = ALONE.match(cells[0].group()) if len(cells) > 1 else None
        if place == head and not (number and is_item(body)):
            continue
        start = at + cells[1 if number else 0].start()
        if number:
            found += trimmed(text, start, at + cells[-1].end(), int(number["number"]))
        else:
            found += one(
                text, start + (len(body[start - at :]) - len(body[start - at :].lstrip())), at + cells[-1].end()
            )
    return tuple(found)


def _definitions(lines: Sequence[Line], written: Sequence[int], text: str) -> tuple[Item, ...]:
    """Terms with ": Miller A. …" below each (PHP Markdown Extra, Pandoc); the term is the number or the key."""
    defined = [place for place in range(1, len(written)) if _DEFINES.match(lines[written[place]].body)]
    if not defined or defined[0] != 1 or any(after - before < 2 for before, after in pairwise(defined)):
        return ()
    found: list[Item] = []
    for place, after in zip(defined, [*(after - 1 for after in defined[1:]), len(written)], strict=True):
        term, line = lines[written[place - 1]].body, lines[written[place]]
        number, keyed = ALONE.match(term), _KEYED.match(term)
        start = line.content + len(line.body) - len(_DEFINES.sub("", line.body, count=1))
        end = lines[written[after - 1]].end
        found += trimmed(text, start, end, int(number["number"]) if number else 0, keyed["key"] if keyed else "")
    return tuple(found)


def _pairs(lines: Sequence[Line], written: Sequence[int], last: int, text: str) -> tuple[Item, ...]:
    """Numbers on lines of their own, counting up, with the work on the lines below each."""
    matches = [(place, ALONE.match(lines[place].body)) for place in written]
    alone = [(place, int(match["number"])) for place, match in matches if match]
    if not alone or alone[0][0] != written[0] or any(b - a != 1 for (_, a), (_, b) in pairwise(alone)):
        return ()
    if len(alone) == 1 and alone[0][1] != 1:
        return ()
    found: list[Item] = []
    for (place, number), after in zip(alone, [*(place for place, _ in alone[1:]), last], strict=True):
        below = [line for line in written if place < line < after]
        if below:
            found += trimmed(text, lines[below[0]].content, lines[below[-1]].end, number)
    return tuple(found)


def with_number(lines: Sequence[Line], place: int) -> int:
    """The line that a list begins on whose first work stands on the line at `place`: a number, a head or what
    opens the element may precede."""
    before = place - 1
    while before > 0 and lines[before].blank and place - before < 3:
        before -= 1
    if before >= 0 and ALONE.match(lines[before].body) and not lines[before].blank:
        return before
    if before >= 0 and _ORDERED.match(lines[before].body):
        return before
    if before == place - 1 and before > 0 and markdown_lines.is_table_rule(lines[before].body):
        return before - 1
    return place
