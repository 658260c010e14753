"""The address of a source no longer answers (two failures at least a week apart, seen outside the engine).

Standard: HON 4, Redi and others 2019; standards.md B.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "dead-link"


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if source.link_dead:
            yield raised(CODE, reference=source.key, facts=[("address", source.url)])
