"""A work on the reference list that no sentence cites. What is listed as further reading need not be cited.

Standard: ICMJE practice; standards.md B.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "uncited-reference"


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if source.on_list and source.key not in findings.cited and source.key not in findings.for_further_reading:
            yield raised(CODE, reference=source.key)
