"""Unnamed research or researchers stand in for a source ("experts say"), and nothing is cited.

Standard: NewsGuard 2, Redi and others 2019; standards.md A3.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "vague-attribution"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        if claim.vague and not findings.links_of(sentence.index) and sentence.index not in findings.lost:
            yield raised(CODE, sentence=sentence.index, facts=[("words", claim.vague)])
