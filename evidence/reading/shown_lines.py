"""The lines of a text that its readers see, for the search of reference lists: a list in a comment vouches for nothing.

Hidden elements stay, for a page may open its list at the press of a button; a comment never shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.deadline import check
from evidence.reading import template_tags
from evidence.reading.markdown_lines import Line
from evidence.reading.unseen_blocks import COMMENTS, UnseenBlocks

_LOOK_EVERY = 512


def shown(text: str, lines: Sequence[Line], *, html: bool) -> Sequence[Line]:
    """The lines, each at its place, with blank ones for comments that take whole lines.

    Where tags are shown as they are written (without `html`), nothing is left out.
    """
    if not html or not (any(mark in text for mark in COMMENTS) or any(mark in text for mark in ("{%", "{{", "{#"))):
        return lines
    unseen, unclosed = UnseenBlocks(lines), set[str]()
    kept = list(lines)
    place = 0
    while place < len(lines):
        if not place % _LOOK_EVERY:
            check()
        behind = _comment(text, lines, place, unseen, unclosed)
        for at in range(place, behind):
            kept[at] = _blank(lines[at])
        place = max(behind, place + 1)
    return kept


def _comment(text: str, lines: Sequence[Line], place: int, unseen: UnseenBlocks, unclosed: set[str]) -> int:
    """The line behind a comment that opens on a line; 0 where none does."""
    body = lines[place].body
    if any(mark in body[:8] for mark in COMMENTS) and (behind := unseen.comment(place, True)):
        return behind
    return template_tags.remark_at(text, lines, place, unclosed) if "{" in body[:8] else 0


def _blank(line: Line) -> Line:
    return Line(line.start, line.end, line.end, line.text, "")
