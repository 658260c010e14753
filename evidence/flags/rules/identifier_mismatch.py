"""The identifier of a listed work leads to another work.

Standard: ICMJE "References"; COPE, fabricated references.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Verdict
from evidence.flags.findings import Findings
from evidence.flags.verified_works import on_listed_works
from evidence.values import Flag

CODE = "identifier-mismatch"


def check(findings: Findings) -> Iterator[Flag]:
    return on_listed_works(findings, CODE, Verdict.OTHER_WORK)
