"""A number does not occur in the text held of the source.

Standard: HON 5; standards.md A3.8. Where nothing is held, the result of a study that the sentence itself names is
left to the reader of that study; any other number is still to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from evidence.flags.findings import Findings, raised
from evidence.flags.source_numbers import differing, held_numbers, holds_text, unmatched
from evidence.values import Claim, Flag, Kind

CODE = "numeric-unverified"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        if not findings.judged_by(sentence.index) or _left_to_study(findings, sentence.index, claim):
            continue
        held = held_numbers(findings, sentence.index)
        sources = findings.judged_by(sentence.index)
        text = unescape(sentence.text)  # "&#8211;" is a dash and no number
        loose = [number for number in unmatched(text, held) if differing(number, text, held, sources) is None]
        if loose:
            facts = [("number", number.text) for number in loose]
            yield raised(CODE, sentence=sentence.index, facts=facts)


def _left_to_study(findings: Findings, sentence: int, claim: Claim) -> bool:
    return Kind.STUDY_RESULT in claim.kinds and not holds_text(findings, sentence)
