"""A claim with nothing behind it. A blocker for benefit, safety and advice, a warning for other claims.

Standard: HON 4-5, JAMA attribution, Redi and others 2019; standards.md A3.5. A study that is described but
unknown, and a product claim, have flags of their own that stand in its place (A3.3, A3.4).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import MAY_BLOCK, Flag, Kind, Severity

CODE = "missing-citation"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        index = sentence.index
        if findings.links_of(index) or findings.is_lost(index) or Kind.PRODUCT in claim.kinds:
            continue
        severity = Severity.WARNING if MAY_BLOCK.isdisjoint(claim.kinds) else Severity.BLOCKER
        kinds = ", ".join(kind.value for kind in claim.kinds)
        yield raised(CODE, sentence=index, severity=severity, facts=[("kinds", kinds)])
