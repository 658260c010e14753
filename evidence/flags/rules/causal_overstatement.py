"""Cause and effect are asserted over a source that is not randomised and words it more carefully itself.

Standard: Sumner and others 2014; standards.md A3.7.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.wording_ceiling import exceeds, only_observed
from evidence.values import Flag

CODE = "causal-overstatement"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        if exceeds(findings, sentence, claim) and only_observed(findings, sentence):
            level = findings.grades[sentence.index].level
            yield raised(CODE, sentence=sentence.index, facts=[("level", level.value)])
