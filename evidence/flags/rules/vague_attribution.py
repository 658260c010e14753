"""Unnamed research or researchers stand in for a source ("experts say"), and nothing is cited.

Standard: NewsGuard 2, Redi and others 2019; standards.md A3.3. Where the next sentence of the paragraph goes on
about the same and brings a study, by name or mark, the research is named: the first one only leads in [house]. So does
one behind which the studies are announced and linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.matching.suggestions import stems
from evidence.values import Flag, Sentence

CODE = "vague-attribution"

_SHARED = 2
"""Words that two sentences share where one goes on about the other [house]."""
_NEAR = 3
"""Sentences behind a lead-in in which the works that it announces begin [house]."""


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
    """Whether the sentence behind brings a study of what this one speaks of, or announces those that stand below it."""
    here, *rest = findings.document.sentences[index : index + 2]
    if not rest or rest[0].place or _is_parted(findings, here, rest[0]):
        return False
    behind = rest[0]
    if _ANNOUNCES.fullmatch(behind.text):
        below = range(behind.index + 1, behind.index + 1 + _NEAR)
        document = findings.document
        linked = any(link.sentence in below and link.url.startswith("http") for link in document.links)
        return linked or any(marker.sentence in below for marker in document.markers)
    if behind.paragraph != here.paragraph:
        return False
    brings = findings.claims[behind.index].mention or findings.links_of(behind.index)
    return bool(brings) and len(stems(here.text) & stems(behind.text)) >= _SHARED


def _is_parted(findings: Findings, here: Sentence, behind: Sentence) -> bool:
    """Whether a heading stands between two sentences."""
    return any(
        block.kind == "heading" and here.end <= block.start < behind.start for block in findings.document.not_prose
    )


_ANNOUNCES = lazily(
    r"\W*(?:there\s+are|here\s+are|these\s+are|see)\s+(?:[\w-]+\s+){0,3}?(?:studies|trials|reviews|papers|reports)\b[^.;:]{0,60}:\W*",
    re.IGNORECASE,
)
"""Says that studies come, and nothing else: "There are three studies:"."""
