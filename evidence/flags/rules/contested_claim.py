"""Credible newer work disagrees with the source, as an editor or the record says.

Standard: WP:MEDRS, DISCERN 8; standards.md A2.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "contested-claim"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, _ in findings.rows:
        disputes = [
            ("disputed by", source.disputed_by) for source in findings.judged_by(sentence.index) if source.disputed_by
        ]
        if disputes:
            yield raised(CODE, sentence=sentence.index, facts=disputes)
