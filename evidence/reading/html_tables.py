"""Tables of data that are written as HTML inside of Markdown, read row by row as Markdown's own are (GFM, "Tables").

Cell by cell a row says nothing: "Ginger" and "cures nausea" are one statement, and the cell behind them is its source.
A table that only lays out a page, or holds paragraphs, is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.folding import Edit
from evidence.language.patterns import lazily
from evidence.language.unseen_inline import code_in, is_in
from evidence.reading.reference_looks import looks_like_reference

_OPENS = lazily(r"^[ \t]{0,12}(?P<tag><table\b[^<>]{0,1000}>)", re.IGNORECASE | re.MULTILINE)
_CLOSES = lazily(r"</table[ \t]{0,3}>", re.IGNORECASE)
_LAYS_OUT = lazily(r"<(?:table|ul|ol|dl|li|h[1-6]|blockquote|figure|pre|section|article|form|iframe)\b", re.IGNORECASE)
_PART = lazily(
    r"<(?P<row>tr)\b[^<>]{0,1000}>|<(?P<cell>t[dh]|caption)\b[^<>]{0,1000}>"
    r"|(?P<end></(?:t[dh]|tr|caption|thead|tbody|tfoot)[ \t]{0,3}>)",
    re.IGNORECASE,
)
_TAGS = lazily(r"<[^<>]{0,1000}>|\s+")
_IN_CELL = lazily(r"[ \t]*\r?\n\s*|\||<br\b[^<>]{0,100}>|</?(?:p|div)\b[^<>]{0,300}>", re.IGNORECASE)
_LONGEST = 200_000
"""Letters of a table [house]."""
_PARAGRAPH = lazily(r"<p\b", re.IGNORECASE)
_WORDS = 60
"""Words of a cell; one of more holds paragraphs [house]."""


class _Cell(NamedTuple):
    row: int
    """From 1; 0 for the caption."""
    start: int
    end: int


def edits(text: str) -> Iterator[Edit]:
    """What to read in place of the tags of each table of data; its words stay where they are."""
    code: list[tuple[int, int]] | None = None
    behind = closed = 0
    for found in paced(_OPENS.finditer(text)):
        begin = found.end()
        if found.start() < behind:
            continue
        if closed < begin:
            closing = _CLOSES.search(text, begin)
            if closing is None:
                return
            closed, behind_it = closing.start(), closing.end()
        if closed - begin > _LONGEST or _LAYS_OUT.search(text, begin, closed):
            continue
        cells = _cells(text, begin, closed)
        if not cells or not _holds_data(text, cells):
            continue
        code = list(code_in(text)) if code is None else code
        if not is_in(code, begin):
            behind = behind_it
            yield from _as_rows(text, found.start("tag"), behind, cells)


def _cells(text: str, begin: int, end: int) -> list[_Cell]:
    """The cells of a table, in order; none where words stand outside of them."""
    cells: list[_Cell] = []
    row, opened, is_caption, place = 0, -1, False, begin
    for part in _PART.finditer(text, begin, end):
        if opened >= 0:
            cells.append(_Cell(0 if is_caption else row, opened, part.start()))
            opened = -1
        elif _TAGS.sub("", text[place : part.start()]):
            return []
        row += part["row"] is not None
        if part["cell"]:
            is_caption = part["cell"].lower() == "caption"
            opened = part.end()
        place = part.end()
    return [] if opened >= 0 or _TAGS.sub("", text[place:end]) else cells


def _holds_data(text: str, cells: Sequence[_Cell]) -> bool:
    """Whether a table has rows and columns, no paragraphs, and is no list of works."""
    rows: dict[int, list[str]] = {}
    for cell in cells:
        if cell.row:
            rows.setdefault(cell.row, []).append(text[cell.start : cell.end])
    if len(rows) < 2 or max(map(len, rows.values())) < 2:
        return False
    told = [words for row in rows.values() for words in row]
    if any(len(_TAGS.sub(" ", words).split()) > _WORDS or len(_PARAGRAPH.findall(words)) > 1 for words in told):
        return False
    works = sum(any(looks_like_reference(words.strip()) for words in row) for row in rows.values())
    return works * 2 < len(rows)


def _as_rows(text: str, start: int, end: int, cells: Sequence[_Cell]) -> Iterator[Edit]:
    """The edits that make rows of the cells, from the tag that opens the table to behind the one that closes it."""
    columns = max(sum(other.row == row for other in cells) for row in {cell.row for cell in cells[:50]})
    rule = "|---" * columns + "|\n"
    place, row, ruled = start, -1, False
    for cell in cells:
        if row < 0:
            read = "\n| " if cell.row else "\n"
        elif cell.row == row:
            read = " | "
        else:
            read = f" |\n{'' if ruled else rule}| " if row else "\n\n| "
            ruled = ruled or row > 0
        yield Edit(place, cell.start, read, False)
        for sign in _IN_CELL.finditer(text, cell.start, cell.end):
            yield Edit(sign.start(), sign.end(), "/" if sign.group() == "|" else " ", False)
        place, row = cell.end, cell.row
    yield Edit(place, end, " |\n", False)
