"""Unnamed research or researchers stand in for a source ("experts say"), and nothing is cited.

Standard: NewsGuard 2, Redi and others 2019; standards.md A3.3. Where the next sentence of the paragraph goes on
about the same and brings a study, by name or mark, the research is named: the first one only leads in [house].
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.matching.suggestions import stems
from evidence.values import Flag

CODE = "vague-attribution"

_SHARED = 2
"""Words that two sentences share where one goes on about the other [house]."""


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        index = sentence.index
        if (
            claim.vague
            and not findings.links_of(index)
            and index not in findings.lost
            and not _named_next(findings, index)
        ):
            yield raised(CODE, sentence=index, facts=[("words", claim.vague)])


def _named_next(findings: Findings, index: int) -> bool:
    """Whether the sentence behind, in the same paragraph, brings a study of what this one speaks of."""
    here, *rest = findings.document.sentences[index : index + 2]
    if not rest or rest[0].paragraph != here.paragraph or rest[0].place:
        return False
    behind = rest[0]
    brings = findings.claims[behind.index].mention or findings.links_of(behind.index)
    return bool(brings) and len(stems(here.text) & stems(behind.text)) >= _SHARED
