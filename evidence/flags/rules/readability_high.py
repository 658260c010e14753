"""The text reads above school grade 8.

Standard: HON 2, AMA, CDC Clear Communication Index; standards.md D. Grade by Flesch and Kincaid.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language import readability
from evidence.values import Flag

CODE = "readability-high"

_TARGET = 8.0
_ENOUGH_WORDS = 100
"""Below this the estimate is too rough to judge a page by (our own)."""


def check(findings: Findings) -> Iterator[Flag]:
    unread = findings.unread.sentences
    texts = [sentence.text for sentence in findings.visible if not sentence.place and sentence.index not in unread]
    if not findings.in_scope or not any(claim.claim for claim in findings.claims):
        return
    if sum(len(text.split()) for text in texts) < _ENOUGH_WORDS:
        return
    grade = readability.grade(texts)
    if round(grade, 1) > _TARGET:
        yield raised(CODE, facts=[("grade", f"{grade:.1f}")])
