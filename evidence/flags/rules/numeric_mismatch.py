"""A number differs by more than a tenth from the one in the text held of the source.

Standard: HealthNewsReview 2; standards.md A3.8.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from evidence.flags.findings import Findings, raised
from evidence.flags.source_numbers import differing, held_numbers, holds_text, unmatched
from evidence.values import Flag

CODE = "numeric-mismatch"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, _ in findings.rows:
        if not holds_text(findings, sentence.index):
            continue  # a title alone gives doses ("4 % lotion"), not results
        held = held_numbers(findings, sentence.index)
        sources = findings.judged_by(sentence.index)
        text = unescape(sentence.text)  # "&#8211;" is a dash and no number
        pairs = [(number, differing(number, text, held, sources)) for number in unmatched(text, held)]
        facts = [(number.text, f"source: {other.text}") for number, other in pairs if other is not None]
        if facts:
            yield raised(CODE, sentence=sentence.index, facts=facts)
