"""A work on the reference list that no sentence cites, nor the mark of a heading. Further reading need not be cited.

Standard: ICMJE practice; standards.md B.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "uncited-reference"


def check(findings: Findings) -> Iterator[Flag]:
    known = findings.cited | findings.for_further_reading | findings.in_headings
    for source in findings.sources:
        if source.on_list and source.key not in known:
            yield raised(CODE, reference=source.key)
