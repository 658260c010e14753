"""A reference that readers can hardly look up: no identifier or address, or a journal article without volume.

Standard: JAMA attribution; standards.md B. The address of a page, not of a whole site, leads to it without a volume.
A book with its author or publisher, its title and its year is found in every library and lacks nothing (ICMJE).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from evidence.context import Source
from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.values import Flag

CODE = "incomplete-reference"

_LEAST = 5
"""Letters and figures of a path or query that name a page [house]."""


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if not source.on_list or source.key in findings.for_further_reading:
            continue
        lacks = []
        if not (_is_identified(source) or source.url or _is_whole_book(source)):
            lacks.append("DOI, PMID or address")
        if source.kind == "article-journal" and not (source.volume or _is_identified(source) or _is_page(source.url)):
            lacks.append("volume")
        if lacks:
            yield raised(CODE, reference=source.key, facts=[("lacks", ", ".join(lacks))])


def _is_identified(source: Source) -> bool:
    return bool(source.doi or source.pmid or source.pmcid or source.isbn)


_BOOKS = frozenset({"book", "chapter"})
_OF_A_MEETING = lazily(r"\b(?:workshop|proceedings|conference|symposium|reports?|white\s+paper)\b", re.IGNORECASE)
"""What a body brings out beside the trade in books, of which libraries hold few: looked up by its number or address."""
_SET_AS_A_BOOK = lazily(
    r"\((?:1[5-9]|20)\d\d[a-z]?\)\.?\s+(?:_|\*|<i>|<em>)(?P<title>[^_*<>\n]{3,200})(?:_|\*|</i>|</em>)(?:[\s.]|\[[^\]]{0,20}\]\([^)]{0,200}\))*$"
)
"""A year in brackets, and behind it a title in italics with which the entry ends, as APA has books."""


def _is_whole_book(source: Source) -> bool:
    """Whether a work is a book of which whoever wrote or published it, the title and the year are told."""
    if not (source.title and source.year) or _OF_A_MEETING.search(source.title):
        return False
    if source.kind in _BOOKS:
        return bool(source.families or source.container)
    return source.kind == "document" and bool(source.families) and _SET_AS_A_BOOK.search(source.raw) is not None


def _is_page(url: str) -> bool:
    """Whether an address leads to one page of a site."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return False
    return sum(map(str.isalnum, parts.path + parts.query)) >= _LEAST
