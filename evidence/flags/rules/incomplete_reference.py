"""A reference that readers can hardly look up: no identifier or address, or a journal article without volume.

Standard: JAMA attribution; standards.md B.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "incomplete-reference"


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if not source.on_list:
            continue
        lacks = []
        if not (source.doi or source.pmid or source.pmcid or source.isbn or source.url):
            lacks.append("DOI, PMID or address")
        if source.kind == "article-journal" and not (source.volume or source.doi or source.pmid):
            lacks.append("volume")
        if lacks:
            yield raised(CODE, reference=source.key, facts=[("lacks", ", ".join(lacks))])
