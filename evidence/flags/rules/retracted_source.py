"""The work was retracted; flagged on the reference and on every sentence that stands on it.

Standard: COPE retraction guidelines; standards.md A2.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Status
from evidence.flags.findings import Findings
from evidence.flags.source_status import on_source_and_sentences
from evidence.values import Flag

CODE = "retracted-source"


def check(findings: Findings) -> Iterator[Flag]:
    return on_source_and_sentences(findings, CODE, lambda source: source.status is Status.RETRACTED)
