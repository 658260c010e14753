"""The wording promises more than the evidence carries, or promises outright ("we know", "proven", a bare "will").

Standard: GRADE guidelines 26; standards.md A3.7. Promises are flagged with or without a source.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.wording_ceiling import exceeds, only_observed
from evidence.values import Flag

CODE = "certainty-overstatement"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        if claim.boosters:
            yield raised(CODE, sentence=sentence.index, facts=[("words", word) for word in claim.boosters])
        elif exceeds(findings, sentence, claim) and not only_observed(findings, sentence):
            level = findings.grades[sentence.index].level
            yield raised(CODE, sentence=sentence.index, facts=[("level", level.value)])
