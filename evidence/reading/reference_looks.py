"""What a reference looks like: the form of its authors, its year, its place in a journal, its address."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.language.remembered import remembered
from evidence.language.sentences import split
from evidence.reading.outright_claims import asserts
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


_LEADS_IN = lazily(
    r"[\s*_]*(?:(?:[Ss]ources?|[Ff]rom|[Vv]ia|[Aa]dapted from|[Tt]aken from|[Qq]uoted (?:in|from))\b:?\s+)?"
)
_NAMED_BY_PLACE = lazily(
    r"\b(?:Press|Publish(?:ers?|ing)|Books?|Journal|Review|Proceedings|Institutes?|Society|Association|Academy|College"
    r"|University|Organi[sz]ation|Foundation|Department|Ministry|Agency|Council|Cochrane|Times|Post|News|Radio|Magazine"
    r"|[Rr]eport|[Gg]uidelines?|[Ff]act ?sheet|[Ww]ebinar|[Ll]ecture|[Tt]alk|[Cc]onference|[Cc]ongress|[Ii]nterview"
    r"|[Pp]odcast|[Ee]pisode|[Tt]hesis|[Dd]issertation|[Ee]dition|[Cc]hapter|[Tt]able)\b|\b(?:eds?|vol)\.|[*_][^*_\n]{3,200}[*_]"
    r"|[“\"][^“”\"\n]{3,250}[”\"]|\bJ\b\.?\s[A-Z]|[A-Z][a-z]+[;:]\s?(?:19|20)\d\d"
)
_YEAR_AT_END = lazily(
    r"(?<!\d)(?:19|20)\d\d[a-z]?\)?(?:,?\s(?:pp?\.|pages?|table|fig(?:ure|\.)|ch(?:apter|\.)|update)\s?[\w.–-]{0,12})?[\s.,;)*_\"”]*$"
)
_REGISTERED = lazily(r"\b(?:NCT\d{8}|ISRCTN\d{8}|CD\d{6}|PROSPERO|CRD\d{8,14})\b")
_MAY = lazily(r"\bMay\b")
"""The month, which is no verb."""
_SPEAKS = lazily(r"\b(?:[Ww]e|I|I['’]\w{1,2}|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b")
_WORD = lazily(r"[^\W\d_][\w'’-]{3,}")
_LONGEST_IN_WORDS = 45
_CAPITALS = 0.4
"""Share of the longer words that begin with a capital in the name of a work, its authors and its place [house]."""


def names_a_source(text: str) -> bool:
    """Whether a note does no more than name a source in words: who, what, where it came out, and last when.

    "Raquel Dorn. Honey Therapy. Cough House Press, 2020." bears too few marks of a reference to be one in a list. What
    promises or advises outright is no such name, whatever stands behind it: it would pass unread.
    """
    body = text.strip()[:600]
    named = body[lead.end() :] if (lead := _LEADS_IN.match(body)) else body
    if not named[:1].isupper() and named[:1] not in '*_“"':
        return False
    words = _WORD.findall(named)
    if not 2 <= len(words) <= _LONGEST_IN_WORDS or _SPEAKS.search(named) or _VERB.search(_MAY.sub("", named)):
        return False
    if _REGISTERED.search(named):
        return True
    capitals = sum(word[0].isupper() for word in words) / len(words)
    if capitals < _CAPITALS or not _YEAR_AT_END.search(named) or not _NAMED_BY_PLACE.search(named):
        return False
    return not any(asserts(named[start:end]) for start, end in split(named))
