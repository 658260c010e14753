"""The page does not say what qualifies its author.

Standard: JAMA authorship, HON 1; standards.md D. Where interests are not stated either and nothing is sold, one flag
asks for both (`interests`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence.flags import credentials, interests
from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "missing-credentials"
_INTERESTS_TOO = "Say who wrote the page and what author and publisher gain from what it is about (none is an answer). "


def check(findings: Findings) -> Iterator[Flag]:
    if not findings.in_scope or credentials.are_told(findings):
        return
    flag = raised(CODE, facts=[("byline", findings.document.byline or "none")])
    if interests.are_only_asked(findings):
        asked = (*flag.facts, ("interests", "not answered"))
        flag = replace(flag, message=_INTERESTS_TOO + flag.message, facts=asked)
    yield flag
