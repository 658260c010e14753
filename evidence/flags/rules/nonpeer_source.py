"""A book, a web page, a workshop report or another work that peers did not review.

Standard: WP:MEDRS; standards.md A2. A guideline is judged as one wherever it was published.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.context import Design, Source
from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "nonpeer-source"

_KINDS = frozenset(
    {
        "article-magazine",
        "article-newspaper",
        "blog",
        "book",
        "broadcast",
        "chapter",
        "entry-encyclopedia",
        "motion_picture",
        "pamphlet",
        "personal_communication",
        "post",
        "post-weblog",
        "report",
        "speech",
        "thesis",
        "webpage",
        "website",
    }
)


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if _unreviewed(source):
            kind = source.design.value if source.design else source.kind
            yield raised(CODE, reference=source.key, facts=[("type", kind or "not reviewed by peers")])


def _unreviewed(source: Source) -> bool:
    if source.peer_reviewed is not None:
        return not source.peer_reviewed and not source.preprint
    if source.design is not None and source.design is not Design.OPINION:
        return source.design in (Design.BOOK, Design.WEBSITE)
    return source.kind in _KINDS
