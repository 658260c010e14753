"""The identifier of a listed work was never given out by its register.

Standard: ICMJE "References"; COPE, fabricated references.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Verdict
from evidence.flags.findings import Findings
from evidence.flags.verified_works import on_listed_works
from evidence.values import Flag

CODE = "identifier-unregistered"


def check(findings: Findings) -> Iterator[Flag]:
    return on_listed_works(findings, CODE, Verdict.UNREGISTERED)
