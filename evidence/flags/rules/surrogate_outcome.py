"""The source measured a marker, and the sentence speaks of health.

Standard: SORT, GRADE indirectness; standards.md A2.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.grading.levels import asserts_effect
from evidence.values import Flag

CODE = "surrogate-outcome"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        sources = findings.graded(sentence.index)
        if sources and asserts_effect(claim) and all(source.outcome == "surrogate" for source in sources):
            facts = [("source", source.key) for source in sources]
            yield raised(CODE, sentence=sentence.index, facts=facts)
