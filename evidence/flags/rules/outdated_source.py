"""A review older than five years, or a study older than ten. The level stays; the year is shown.

Standard: WP:MEDRS (5 years), PIF, JAMA currency; the 10 years are our own; standards.md A2. A work of unknown
design gets the longer limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.grading.levels import is_secondary
from evidence.values import Flag

CODE = "outdated-source"

_SECONDARY_YEARS = 5
_PRIMARY_YEARS = 10


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        limit = _SECONDARY_YEARS if is_secondary(source.design) else _PRIMARY_YEARS
        if source.year is not None and findings.today.year - source.year > limit:
            yield raised(CODE, reference=source.key, facts=[("year", str(source.year))])
