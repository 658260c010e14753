"""The source reports no effect, or the opposite, where the sentence asserts one.

Standard: Sumner and others 2014; standards.md B. Read from the text held of the source. A hedged sentence leaves room
for a work that found nothing and is not flagged.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.grading.contradictions import contradiction
from evidence.grading.levels import asserts_effect
from evidence.values import Flag, Wording

CODE = "contradicted-by-source"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        if not asserts_effect(claim) or claim.wording is Wording.HEDGED:
            continue
        for source in findings.judged_by(sentence.index):
            words = contradiction(sentence.text, source.abstract)
            if words:
                facts = [("source", source.key), ("it says", words)]
                yield raised(CODE, sentence=sentence.index, facts=facts)
                break
