"""The page says neither when it was published nor when it was updated.

Standard: JAMA currency, HON 4, PIF; standards.md D.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "missing-date"

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:(?:19|20)\d\d-\d\d-\d\d|{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d|\d{{1,2}}\s+{_MONTH}\s+(?:19|20)\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def check(findings: Findings) -> Iterator[Flag]:
    document = findings.document
    around = [document.byline, *(block.text for block in document.not_prose if block.kind in ("byline", "notice"))]
    if findings.in_scope and not findings.page.dated and not any(map(_DATE.search, around)):
        yield raised(CODE)
