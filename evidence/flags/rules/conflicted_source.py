"""The work was paid for or written by those who sell what it studies, as an editor or the record says.

Standard: ICMJE, HON 7, HealthNewsReview 6; standards.md A2 (no step down by itself).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "conflicted-source"


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if source.seller_funded:
            facts = [("funding", source.funding), ("conflicts", source.conflicts)]
            stated = [(name, value) for name, value in facts if value]
            yield raised(CODE, reference=source.key, facts=stated)
