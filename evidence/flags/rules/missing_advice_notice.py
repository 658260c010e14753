"""The page does not say that it cannot replace advice from a doctor or nurse.

Standard: HON 2; standards.md D.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily, lowered
from evidence.values import Flag

CODE = "missing-advice-notice"

_NOTICE = lazily(
    r"\b(?:not\s+(?:intended\s+(?:as|to\s+(?:be|replace|substitute))\s+(?:a\s+)?|(?:be\s+)?(?:a\s+)?|constitute\s+|to\s+be\s+taken\s+as\s+)(?:substitute|replacement|replace|medical\s+advice|professional\s+(?:medical\s+)?advice)|"
    r"(?:not|never)\s+(?:meant|a\s+substitute|replace)|for\s+(?:general\s+)?(?:informational|educational|information)\s+(?:and\s+\w+\s+)?(?:purposes?\s+)?only|general\s+information|cannot\s+replace\s+(?:the\s+)?advice)\b",
    re.IGNORECASE,
)
_NEEDED = ("substitute", "replace", "advice", "meant", "information", "educational")
"""One of these stands in every such notice."""


def check(findings: Findings) -> Iterator[Flag]:
    if findings.in_scope and not findings.page.advice_notice and not _has_notice(findings.document.text):
        yield raised(CODE)


def _has_notice(text: str) -> bool:
    small = lowered(text)
    return any(word in small for word in _NEEDED) and _NOTICE.search(text) is not None
