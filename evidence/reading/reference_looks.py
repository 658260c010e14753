"""What a reference looks like: the form of its authors, its year, its place in a journal, its address."""

from __future__ import annotations

from evidence.language.patterns import lazily
from evidence.language.remembered import remembered
from evidence.reading.reference_items import AUTHOR, BULLET, IDENTIFIED, NUMBER, PLACE, YEAR

_SURE = 5
_FIGURE = lazily(r"\d")
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
