"""The page says neither when it was published nor when it was updated.

Standard: JAMA currency, HON 4, PIF; standards.md D.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.values import Document, Flag

CODE = "missing-date"

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = lazily(
    rf"\b(?:(?:19|20)\d\d-\d\d-\d\d|{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d|\d{{1,2}}\s+{_MONTH}\s+(?:19|20)\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)\b",
    re.IGNORECASE,
)


_ALONE = lazily(
    rf"[\W_]*(?:(?:by|author)\b:?\s(?:[^\W\d][\w.,'’-]*\s+){{1,6}}(?:on\s+|in\s+|[|•·–—-]\s*)?|(?:(?:last|first|originally|article|post|page|this|was|content|date|medically|fact)\s+){{0,3}}(?:published|posted|updated|written|date[ds]?|edited|modified|revised|created|reviewed|added)\b[\s:]*(?:on|in|at|by)?[\s:]*(?:(?:[A-Z][\w.'’-]*\s+){{1,4}}on\s+)?)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"(?:(?:19|20)\d\d-\d\d-\d\d|(?:{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+)(?:19|20)\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)"
    r"(?:T[\d:.Z+]+|[\s,]+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?(?:[\W_]+(?:\d+\s+)?(?:min(?:ute)?s?|comments?|views?|read|by|in|reading|time|author|categor(?:y|ies)|tags?)\b(?:\W+[\w'’.]+){0,5})?[\W_]*",
    re.IGNORECASE,
)
"""A line that holds a date and nothing it could be the date of: "October 22, 2025", "By Ada Lee on June 10, 2019"."""
_OPENING = lazily(
    r"<!--[^<>]{0,60}?\b(?:\w{1,20}[._-])?(?:date|created|published|posted|updated|modified)(?:[._-]?(?:on|at))?\s{0,3}[=:]\s{0,3}[\"']?(?:19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)
"""A comment in which an own program keeps what others keep in front matter."""
_LONGEST_LINE = 200
_MARKS = lazily(r"[*_]{1,3}")
_LINK = lazily(r"!?\[[^\[\]\n]{0,120}\]\([^()\s]{0,120}\)")
_TIME = lazily(r"<time\b[^<>]{0,200}?\bdatetime\s?=\s?[\"']?\s?(?:19|20)\d\d-\d\d", re.IGNORECASE)
_EDGE = 2000
"""Characters at either end of a text where a page tells its own date; between them one is of something else [house]."""


def _tells_time(document: Document) -> bool:
    """Whether a `time` element, or a line of its own, at either end of the text dates it."""
    start = next((block.end for block in document.not_prose if block.kind == "front-matter"), 0)
    text = document.text
    edges = text[start : start + _EDGE], text[max(start + _EDGE, len(text) - _EDGE) :]
    if any("<" in edge and (_TIME.search(edge) or _OPENING.search(edge)) for edge in edges):
        return True
    listed = {
        line.strip()
        for block in document.not_prose
        if block.kind == "reference-list"
        for line in block.text.split("\n")
    }
    lines = {
        _MARKS.sub("", _LINK.sub("", line)).strip()
        for edge in edges
        for line in edge.split("\n")
        if len(line) <= _LONGEST_LINE
    }
    return any(("19" in line or "20" in line) and _ALONE.fullmatch(line) for line in lines - listed)


def check(findings: Findings) -> Iterator[Flag]:
    document = findings.document
    around = [document.byline, *(block.text for block in document.not_prose if block.kind in ("byline", "notice"))]
    if findings.page.dated or not findings.in_scope:
        return
    if not any(map(_DATE.search, around)) and not _tells_time(document):
        yield raised(CODE)
