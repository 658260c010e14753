"""Headings that carry a mark: "## Words", "== Words", "<h2>Words</h2>", or words over a line of "=" or "-"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line

_LONG = 160
"""Letters from which a heading may hold a paragraph [house]."""
_TITLE, _PROSE = 16, 25
"""Words of a first sentence that is a heading at most, and of one sentence that is prose at least [house]."""
_HTML_HEADING = lazily(r"[ \t]*<h([1-6])\b[^<>]{0,300}>(?P<words>.{1,500})</h\1>[ \t]*$", re.IGNORECASE)


def heading_at(lines: Sequence[Line], place: int, body: str, *, alone: bool) -> tuple[int, str]:
    """The place behind a heading that begins at `place` and its words; (0, "") where the line `body` begins none.

    `alone` says that the line goes on with no paragraph: only then does a line below it make it a heading.
    """
    if marks := markdown_lines.heading_length(body):
        return place + 1, body[marks:].strip().rstrip("=" if body.startswith("=") else "#").strip()
    if html := _HTML_HEADING.match(body):
        return place + 1, re.sub(r"<[^<>]{0,300}>", "", html["words"]).strip()
    if alone and _is_underlined(lines, place, body):
        return place + 2, body.strip()
    return 0, ""


def glued_prose(words: str) -> int:
    """Where in the words of a heading the paragraph begins that lost its line break; 0 where all is one, else -1.

    "What is gout?Gout is a disease of the joints. It …" (exports of editors leave such lines).
    """
    if len(words) < _LONG:
        return -1
    spans = split(words)
    if len(spans) == 1:
        return 0 if len(words.split()) >= _PROSE and words.rstrip(" *_")[-1:] == "." else -1
    start, end = spans[0]
    return spans[1][0] if len(words[start:end].split()) <= _TITLE else 0


def is_first_level(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the heading on the lines from `first` up to `last` is one of level 1."""
    return lines[first].body.lstrip().lower().startswith(("# ", "= ", "<h1")) or (
        last == first + 2 and lines[first + 1].body.lstrip().startswith("=")
    )


def _is_underlined(lines: Sequence[Line], place: int, body: str) -> bool:
    return (
        place + 1 < len(lines)
        and len(body) <= 150
        and markdown_lines.is_setext(lines[place + 1].body)
        and not markdown_lines.bullet_length(body)
    )
