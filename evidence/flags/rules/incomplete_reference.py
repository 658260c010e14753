"""A reference that readers can hardly look up: no identifier or address, or a journal article without volume.

Standard: JAMA attribution; standards.md B. The address of a page, not of a whole site, leads to it without a volume.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from evidence.context import Source
from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "incomplete-reference"

_LEAST = 5
"""Letters and figures of a path or query that name a page [house]."""


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if not source.on_list or source.key in findings.for_further_reading:
            continue
        lacks = []
        if not (_is_identified(source) or source.url):
            lacks.append("DOI, PMID or address")
        if source.kind == "article-journal" and not (source.volume or _is_identified(source) or _is_page(source.url)):
            lacks.append("volume")
        if lacks:
            yield raised(CODE, reference=source.key, facts=[("lacks", ", ".join(lacks))])


def _is_identified(source: Source) -> bool:
    return bool(source.doi or source.pmid or source.pmcid or source.isbn)


def _is_page(url: str) -> bool:
    """Whether an address leads to one page of a site."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return False
    return sum(map(str.isalnum, parts.path + parts.query)) >= _LEAST
