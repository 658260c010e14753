"""A listed work exists, and fields of the reference differ from its record.

A note; a warning where the text names the work by an author or a year that differs, so that readers would look for
another work. Standard: ICMJE "References" (references are checked against the works).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.context import Verdict, Verification
from evidence.flags.findings import Findings, raised
from evidence.flags.verified_works import grounds, verified
from evidence.values import Flag, Severity

CODE = "reference-differs"


def check(findings: Findings) -> Iterator[Flag]:
    for source, told in verified(findings, Verdict.DIFFERS):
        named = {link.mention for link in findings.links if link.key == source.key}
        severity = Severity.WARNING if _misnamed(told, named) else Severity.NOTE
        yield raised(CODE, reference=source.key, severity=severity, facts=grounds(told))


def _misnamed(told: Verification, mentions: set[str]) -> bool:
    """Whether the text names the work by what differs."""
    wrong = [written for name, written, _ in told.fields if name in ("first author", "year") and written]
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", mention) for one in wrong for mention in mentions)
