"""A review older than five years, or a study older than ten. The level stays; the year is shown.

Standard: WP:MEDRS (5 years), PIF, JAMA currency; the 10 years are our own; standards.md A2. A work of unknown
design gets the longer limit, and so does a book that only how the body works stands on. An old work that a text tells
of as a part of history, or borrows its words from, is not asked to be newer [house].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.context import Design, Source
from evidence.flags.findings import Findings, raised
from evidence.flags.mere_pages import credits_words
from evidence.grading.levels import is_secondary
from evidence.language.patterns import lazily
from evidence.values import Flag, How, Kind

CODE = "outdated-source"

_SECONDARY_YEARS = 5
_PRIMARY_YEARS = 10
_HISTORIC_YEARS = 20
"""From this age on a work may be history; what is younger is what people still go by [house]."""
_NEAR = 2
"""Years by which a sentence that tells of a work may differ from the year of its edition."""
_WORKINGS = frozenset({Kind.MECHANISM, Kind.DEFINITION, Kind.DESCRIPTIVE})
_YEAR = lazily(r"\b(?:1[89]|20)\d\d\b")
_TOLD = lazily(
    r"\b(?:wrote|published|developed|proposed|described|coined|introduced|discovered|invented|defined|founded|pioneered|first|led\s+to"
    r"|argued|claimed|attacked|announced|warned|became|began|started|sparked)\b"
)
_QUOTED = lazily(r"^[\s>*_]*[\"“«].*[\"”»][\s.,*_]*(?:\[[^\[\]]{1,80}\]|\(\d{1,3}\)|\d{1,3})?\W*$", re.DOTALL)
_NO_DAY = lazily(r"\b(?:0?1\.?\s+Jan(?:uary)?\.?,?\s+1970|Jan(?:uary)?\.?\s+0?1,?\s+1970|1970-01-01)\b")
"""The day from which computers count, which programs put where they know none."""


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if (
            source.year is None
            or source.key in findings.for_further_reading
            or credits_words(source)
            or (source.year == 1970 and _NO_DAY.search(source.raw))
        ):
            continue
        age = findings.today.year - source.year
        if age > _limit(findings, source) and not (age > _HISTORIC_YEARS and _is_history(findings, source)):
            yield raised(CODE, reference=source.key, facts=[("year", str(source.year))])


def _limit(findings: Findings, source: Source) -> int:
    if not is_secondary(source.design) or source.design is Design.PROTOCOL:
        return _PRIMARY_YEARS
    if source.design is Design.BOOK:
        told = [findings.claims[link.sentence] for link in findings.links_to(source.key)]
        kinds = {kind for claim in told if claim.claim for kind in claim.kinds}
        if kinds and kinds <= _WORKINGS:
            return _PRIMARY_YEARS
    return _SECONDARY_YEARS


def _is_history(findings: Findings, source: Source) -> bool:
    """Whether each sentence that cites the work dates it, or tells what its author did, or quotes it."""
    citing = [link.sentence for link in findings.links_to(source.key) if link.how not in (How.INHERITED, How.COVERED)]
    texts = [findings.document.sentences[index].text for index in citing if findings.claims[index].claim]
    return bool(texts) and all(_tells_history(text, source) for text in texts)


def _tells_history(text: str, source: Source) -> bool:
    if _QUOTED.match(text):
        return True
    if any(abs(int(year) - (source.year or 0)) <= _NEAR for year in _YEAR.findall(text)):
        return True
    named = any(family and family.split()[-1] in text for family in source.families)
    return named and _TOLD.search(text) is not None
