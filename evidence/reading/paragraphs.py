"""Paragraphs of prose: their words without tags and notes, and without the sentences of them that are a notice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import boilerplate, inline_footnotes
from evidence.reading.markdown_lines import Stretch

_TAG = lazily(
    r"</?(?:p|div|li|ul|ol|td|th|tr|table|tbody|section|article|br|hr|blockquote|figure|figcaption|center|font)\b[^<>]{0,500}>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose. `masked` is as long as its text; quote marks inside it are blanks."""

    start: int
    end: int
    masked: str


def paragraph_of(text: str, stretch: Stretch) -> Paragraph:
    """The paragraph that a stretch of lines of `text` makes."""
    parts = []
    first = begin = stretch.spans[0][0]
    for start, end in stretch.spans:
        parts.append(" " * (start - begin))
        parts.append(text[start:end])
        begin = end
    masked = _TAG.sub(lambda match: " " * len(match.group()), inline_footnotes.masked("".join(parts)))
    return Paragraph(first, begin, masked)


def without_notice(text: str, whole: Paragraph) -> tuple[list[Paragraph], list[tuple[int, int]]]:
    """What is left of a paragraph where sentences of it are an advice notice, and where in the text the notice is."""
    found = boilerplate.notices_in(text[whole.start : whole.end])
    if not found:
        return [whole], []
    left: list[Paragraph] = []
    notices: list[tuple[int, int]] = []
    said, noticed = False, False  # what the sentence before was
    for start, end in split(whole.masked, whole.start):
        inside = any(begin + whole.start < end and start < stop + whole.start for begin, stop in found)
        if inside:
            notices.append((notices.pop()[0] if noticed else start, end))
        else:
            begin = left.pop().start if said else start
            left.append(Paragraph(begin, end, whole.masked[begin - whole.start : end - whole.start]))
        said, noticed = not inside, inside
    return left, notices
