"""A claim with nothing behind it. A blocker for benefit, safety and advice, a warning for other claims.

Standard: HON 4-5, JAMA attribution, Redi and others 2019; standards.md A3.5. A study that is described but
unknown, and a product claim, have flags of their own that stand in its place (A3.3, A3.4). A mark at the title covers
a short text alone (A3.2): on a longer one the flag says that this mark belongs where the claims are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidence.flags.findings import Findings, raised
from evidence.matching.headed_sections import heading_works
from evidence.values import MAY_BLOCK, Flag, Kind, Severity

CODE = "missing-citation"
_AT_TITLE = (
    "The mark {} at the title cannot cover a text this long: if its source bears this out, put it here too. Else: "
)


def check(findings: Findings) -> Iterator[Flag]:
    mark = _mark_at_title(findings)
    for sentence, claim in findings.rows:
        index = sentence.index
        if findings.links_of(index) or findings.is_lost(index) or Kind.PRODUCT in claim.kinds:
            continue
        severity = Severity.WARNING if MAY_BLOCK.isdisjoint(claim.kinds) else Severity.BLOCKER
        kinds = ", ".join(kind.value for kind in claim.kinds)
        flag = raised(CODE, sentence=index, severity=severity, facts=[("kinds", kinds)])
        if mark:
            facts = (*flag.facts, ("mark at the title", mark))
            flag = replace(flag, message=_AT_TITLE.format(mark) + flag.message, facts=facts)
        yield flag


def _mark_at_title(findings: Findings) -> str:
    """The mark or link at the title that leads to one of the sources, or ""."""
    titles = (block for block in findings.document.not_prose if block.kind == "title")
    works = (one for block in titles for one in heading_works(findings.document, block, findings.by_key.get))
    return next((mention for _, mention in works), "")
