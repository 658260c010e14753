"""A reference that readers can hardly look up: no identifier or address, or a journal article without volume.

Standard: JAMA attribution; standards.md B. The address of the very article, or of a page of a public body, leads to it
without a volume.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Source
from evidence.flags.findings import Findings, raised
from evidence.references.article_addresses import article_key
from evidence.references.public_bodies import is_agency
from evidence.values import Flag

CODE = "incomplete-reference"


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if not source.on_list:
            continue
        lacks = []
        if not (source.doi or source.pmid or source.pmcid or source.isbn or source.url):
            lacks.append("DOI, PMID or address")
        if source.kind == "article-journal" and not (source.volume or _leads_to(source)):
            lacks.append("volume")
        if lacks:
            yield raised(CODE, reference=source.key, facts=[("lacks", ", ".join(lacks))])


def _leads_to(source: Source) -> bool:
    """Whether an identifier or the address of the very page stands there."""
    if source.doi or source.pmid or source.pmcid:
        return True
    return bool(article_key(source.url)) or is_agency(source.url)
