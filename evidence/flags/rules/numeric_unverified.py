"""A number does not occur in the text held of the source.

Standard: HON 5; standards.md A3.8. Where nothing is held, the result of a study that the sentence itself names, how
many studies or people that study took in, and what a block quotation copies are left to the reader of that study, and
so is a number with a unit that the text takes up from such a copy; any other number is still to be checked, once where
the page repeats it of the same work.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from evidence.flags.findings import Findings, raised
from evidence.flags.source_numbers import differing, held_numbers, holds_text, unmatched
from evidence.grading.number_agreement import agrees
from evidence.language.lines import is_block_quoted
from evidence.language.numbers import Number, numbers
from evidence.language.patterns import lazily
from evidence.values import Claim, Flag, Kind, Sentence

CODE = "numeric-unverified"


def check(findings: Findings) -> Iterator[Flag]:
    asked: dict[str, list[Number]] = {}
    copied: list[Number] | None = None
    for sentence, claim in findings.rows:
        if not findings.judged_by(sentence.index) or _left_to_study(findings, sentence.index, claim):
            continue
        loose = [
            number for number in _loose(findings, sentence, claim) if not _is_asked(number, findings, sentence, asked)
        ]
        if loose and not holds_text(findings, sentence.index):
            copied = _copied(findings) if copied is None else copied
            loose = [number for number in loose if not any(agrees(number, other) for other in copied)]
        for source in findings.judged_by(sentence.index):
            asked.setdefault(source.key, []).extend(loose)
        if loose:
            facts = [("number", number.text) for number in loose]
            yield raised(CODE, sentence=sentence.index, facts=facts)


def _loose(findings: Findings, sentence: Sentence, claim: Claim) -> Iterator[Number]:
    """The numbers of a sentence that nothing held of its sources gives or contradicts."""
    held = held_numbers(findings, sentence.index)
    sources = findings.judged_by(sentence.index)
    text = unescape(sentence.text)  # "&#8211;" is a dash and no number
    unread = not holds_text(findings, sentence.index)
    for number in unmatched(text, held):
        if _OFF.match(text, number.start + len(number.text)):
            continue
        if unread and (_of_study(number, text, claim) or _in_block(findings, sentence)):
            continue
        if differing(number, text, held, sources) is None:
            yield number


_OFF = lazily(r"\s?(?:%|percent)?\s*(?:off\b|discount|(?:days?[\s-]+)?(?:money[\s-]back|refund|guarantee))", 2)
"""What is knocked off a price is no number of a study."""


def _is_asked(number: Number, findings: Findings, sentence: Sentence, asked: dict[str, list[Number]]) -> bool:
    """Whether the same number of the same work was asked about further up."""
    rows = [asked.get(source.key, []) for source in findings.judged_by(sentence.index)]
    return any(agrees(number, other) and agrees(other, number) for row in rows for other in row[:_MOST])


_MOST = 40
"""Numbers of one work that are looked back at [house]."""


def _left_to_study(findings: Findings, sentence: int, claim: Claim) -> bool:
    return Kind.STUDY_RESULT in claim.kinds and not holds_text(findings, sentence)


_STUDIES = lazily(
    r"[\s-]+(?:[\w-]+\s+){0,3}?(?:stud(?:y|ies)|trials?|rcts?|papers|articles|cohorts?|experiments|reviews|meta-?analyses)\b",
    2,
)
_TAKEN_IN = lazily(
    r"[\s-]+(?:[\w-]+\s+){0,3}?(?:patients?|participants?|subjects|volunteers|wom[ae]n|m[ae]n|adults|children|infants|babies|mothers|people|students|pairs|dyads|families|twins|athletes|respondents|\w+s)\b",
    2,
)


def _of_study(number: Number, text: str, claim: Claim) -> bool:
    """Whether a number counts the studies of a review, or those whom a study that the sentence tells of took in."""
    if number.of:
        return False
    end = number.start + len(number.text)
    if _STUDIES.match(text, end):
        return True
    return Kind.STUDY_MENTION in claim.kinds and _TAKEN_IN.match(text, end) is not None


def _copied(findings: Findings) -> list[Number]:
    """The numbers with a unit in what the page copies of works: its reader has them before their eyes."""
    if ">" not in findings.document.text and "<blockquote" not in findings.document.text:
        return []
    blocks = (unescape(one.text) for one in findings.document.sentences if _in_block(findings, one))
    return [number for text in blocks for number in numbers(text) if number.of][:_MOST]


def _in_block(findings: Findings, sentence: Sentence) -> bool:
    """Whether a sentence stands in a block quotation: what a page copies of a work, it does not tell itself."""
    return is_block_quoted(findings.document.text, findings.document.sentences[sentence.index].start)
