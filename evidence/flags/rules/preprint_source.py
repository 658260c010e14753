"""The work has not been reviewed by peers; flagged on the reference and on the sentences that use it.

Standard: WP:MEDRS; standards.md A2.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings
from evidence.flags.source_status import on_source_and_sentences
from evidence.values import Flag

CODE = "preprint-source"


def check(findings: Findings) -> Iterator[Flag]:
    return on_source_and_sentences(findings, CODE, lambda source: source.preprint)
