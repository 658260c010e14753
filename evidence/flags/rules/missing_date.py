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


_TIME = lazily(r"<time\b[^<>]{0,200}?\bdatetime\s?=\s?[\"']?\s?(?:19|20)\d\d-\d\d", re.IGNORECASE)
_EDGE = 2000
"""Characters at either end of a text where a page tells its own date; between them one is of something else [house]."""


def _tells_time(document: Document) -> bool:
    """Whether a `time` element at either end of the text dates it."""
    start = next((block.end for block in document.not_prose if block.kind == "front-matter"), 0)
    text = document.text
    edges = text[start : start + _EDGE], text[max(start + _EDGE, len(text) - _EDGE) :]
    return any("<" in edge and _TIME.search(edge) for edge in edges)


def check(findings: Findings) -> Iterator[Flag]:
    document = findings.document
    around = [document.byline, *(block.text for block in document.not_prose if block.kind in ("byline", "notice"))]
    if findings.page.dated or not findings.in_scope:
        return
    if not any(map(_DATE.search, around)) and not _tells_time(document):
        yield raised(CODE)
