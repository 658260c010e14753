"""No qualified person is named as having reviewed the page.

Standard: HON 1, schema.org reviewedBy; standards.md D.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.values import Flag

CODE = "missing-reviewer"

_REVIEWED = lazily(
    r"\b(?:(?:medically|clinically|scientifically|expert)[\s-]+(?:reviewed|fact[\s-]?checked)|reviewed)\s+by[:\s]+(?:Dr\.?\s+)?[A-Z]",
    re.IGNORECASE,
)


def check(findings: Findings) -> Iterator[Flag]:
    document = findings.document
    around = [document.byline, *(block.text for block in document.not_prose if block.kind in ("byline", "notice"))]
    if findings.in_scope and not findings.page.reviewer and not any(map(_REVIEWED.search, around)):
        yield raised(CODE)
