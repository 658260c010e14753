"""The best source of a claim reaches no further than very weak. A blocker for advice and safety, or at no evidence.

Standard: Oxford CEBM 2011, GRADE; standards.md A3.6. Appraisals may rest on an opinion paper, and mechanisms on
laboratory work, so neither is flagged; a work of unknown design is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Status
from evidence.flags.findings import Findings, raised
from evidence.grading.levels import asserts_effect
from evidence.values import Claim, Flag, Kind, Level, Severity

CODE = "weak-evidence"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        level = findings.grades[sentence.index].level
        sources = findings.graded(sentence.index)
        if level.points > Level.VERY_WEAK.points or not sources or _excused(claim):
            continue
        if all(source.status is Status.RETRACTED for source in sources):
            continue  # retracted-source says it already
        serious = level is Level.NONE or Kind.MANAGEMENT in claim.kinds or Kind.SAFETY in claim.kinds
        severity = Severity.BLOCKER if serious else Severity.WARNING
        facts = [("source", source.key) for source in sources]
        yield raised(CODE, sentence=sentence.index, severity=severity, facts=[("level", level.value), *facts])


def _excused(claim: Claim) -> bool:
    if Kind.APPRAISAL in claim.kinds:
        return True
    return Kind.MECHANISM in claim.kinds and not asserts_effect(claim)
