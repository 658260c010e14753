"""What a reference looks like: the form of its authors, its year, its place in a journal, its address."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.language.remembered import remembered
from evidence.reading.reference_items import AUTHOR, BULLET, IDENTIFIED, NUMBER, PLACE, YEAR

_SURE = 5
_FIGURE = lazily(r"\d")
_VERB = lazily(
    r"\s(?:is|are|was|were|be|been|has|have|had|can|may|might|will|would|could|should|does|do|did|seems?|show(?:s|ed)?|found|finds?|suggests?|reduc(?:es|ed)"
    r"|increas(?:es|ed)|lowers?|lowered|raises?|raised|helps?|causes?|works?|makes?|gives?|gets?|needs?)\s",
    re.IGNORECASE,
)
_TITLE = lazily(r"[\s*_\"“]{0,4}\[|[^.!?\[\]]{1,300}[.!?:–—-]?[\s(<]{1,3}(?:https?://|www\.)\S{1,2000}\s*$")
"""A linked title, or one with the address behind it and nothing more."""
_FEWEST_WORDS = 8
"""Words in front of its first address from which an item with a verb is a sentence rather than a title [house]."""
_DATED = lazily(r"\(\d{4}[a-z]?(?:,[^()]{1,30})?\)\.|\b\d{4};")


def looks_like_reference(line: str) -> bool:
    """Whether a line has at least three of the marks of a reference: author form, year, place in a journal, address."""
    body = line.strip()
    return 25 <= len(body) <= 2500 and _looks(body)


@remembered(512, longest=2500)
def _looks(body: str) -> bool:
    number = NUMBER.match(body) or BULLET.match(body)
    author, score = _marks(body[number.end() :] if number else body, numbered=number is not None)
    return score >= 4 or (score >= 3 and (author or bool(number)))


def _marks(body: str, *, numbered: bool) -> tuple[bool, int]:
    """Whether a line begins with an author, and how many marks of a reference it bears, as far as they matter."""
    author = AUTHOR.match(body) is not None
    score = 2 if author else 0
    figures = _FIGURE.search(body) is not None  # neither a year nor a place in a journal is written without one
    if figures:
        score += 1 if YEAR.search(body) else 0
        score += 1 if _DATED.search(body) else 0
    if score == 0 or (score == 1 and not numbered):
        return author, score  # what is left would not make a reference of it
    score += 1 if figures and PLACE.search(body) else 0
    score += 1 if IDENTIFIED.search(body) else 0
    return author, score


def is_sure(body: str) -> bool:
    """Whether a line opens with an author and bears every mark of a reference."""
    number = NUMBER.match(body) or BULLET.match(body)
    author, score = _marks((body[number.end() :] if number else body).strip(), numbered=number is not None)
    return author and score >= _SURE


def looks_like_prose(body: str) -> bool:
    """Whether an item tells something in a sentence before it leads to any work, and has no mark of a reference itself.

    "The dose of two grams lowers it ([ref](address))", under a heading such as "Literature" or "Notes".
    """
    found = IDENTIFIED.search(body)
    before = body[: found.start() if found else 600].partition("](")[0]
    if len(before.split()) < _FEWEST_WORDS or _VERB.search(before) is None or _TITLE.match(body):
        return False
    return AUTHOR.match(body) is None and not looks_like_reference(body[:2500])
