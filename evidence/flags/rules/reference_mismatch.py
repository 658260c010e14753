"""A study is named with another year, or its author spelt otherwise, than the one reference it comes near.

Standard: ICMJE, references are verified against the works; house rule for the code, which standards.md B does not list.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "reference-mismatch"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, near in sorted(findings.mismatched.items()):
        facts = [
            fact for one in near for fact in (("mention", one.mention), ("near", one.key), ("differs", one.differs))
        ]
        yield raised(CODE, sentence=sentence, facts=facts)
