"""Notes that name no work themselves and point to one: "Ibid., p. 5", "Bell, op. cit.", "See note 3", "Bell 2015"."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_PAGES = r"(?:,?\s?(?:at\s|pp?\.\s?|pages?\s|ch\.\s?)?[\dxvi–, -]{1,20})?"
IBID = lazily(
    rf"\s*(?:see\s+)?[*_]{{0,2}}(?:ibid(?:em)?|id(?:em)?|loc\.?\s?cit)\b[*_]{{0,2}}\.?[*_]{{0,2}}{_PAGES}\.?\s*$",
    re.IGNORECASE,
)
"""A note that says: the work of the note before, perhaps on another page."""

OP_CIT = lazily(
    r"\s*(?:see\s+)?(?P<name>[^\W\d_][\w'’-]{1,40})(?:\s(?:et\sal\.?|and\s[A-Z]\w+)|,?\s[A-Z]\.)?[^.;]{0,80}[,.]?\s[*_]{0,2}op\.?\s?cit",
    re.IGNORECASE,
)
"""A note that says: the work of that author named before."""

SEE_NOTE = lazily(
    r"\b(?:see|supra|in|cf\.?)\s+(?:foot|end)?(?:note|n\.)\s?\[?\^?(?P<name>[\w-]{1,20})\]?", re.IGNORECASE
)

_NAMES = (
    r"\s*(?:(?:[Ss]ee|[Cc]f\.?)\s+)?(?P<name>[^\W\d_a-z][\w'’-]{1,40})"
    r"(?:(?:,\s|,?\s(?:and|&)\s)[^\W\d_a-z][\w'’-]{1,40}){0,3}(?:,?\set\sal\.?)?"
)
_PLACE = r"(?:[,:]?\s?(?:at\s|pp?\.\s?|pages?\s|ch\.\s?)?\d{1,4}(?:[-–]\d{1,4})?)"
SHORT_YEAR = lazily(rf"{_NAMES},?\s\(?(?:19|20)\d\d[a-z]?\)?{_PLACE}?\.?\s*$")
"""A note in the short form of the style by author and year: "Bell and Coe, 2015, p. 3"."""

SHORT_TITLE = lazily(
    rf"{_NAMES},\s[\"“'‘*_]{{1,3}}(?P<title>[^\"”*_]{{3,120}}?)[,.]?[\"”'’*_]{{1,3}},?\s?{_PLACE}\.?\s*$"
)
"""A note in the short form of Chicago style: "Bell, *Sleep and Tea*, 12"."""

_YEAR = lazily(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST = 8
"""Words of a note that only says where to look [house]."""


def points(text: str) -> bool:
    """Whether the words of a note are such a pointer and nothing else."""
    if IBID.match(text):
        return True
    if _YEAR.search(text) or len(text.split()) > _MOST:
        return False
    return OP_CIT.match(text) is not None or SEE_NOTE.match(text.lstrip(" *_(")) is not None


def is_short(text: str) -> bool:
    """Whether the words of a note are the short form of a work that a bibliography gives in full."""
    return len(text) <= _SHORTEST_WORK and (SHORT_YEAR.match(text) or SHORT_TITLE.match(text)) is not None


_SHORTEST_WORK = 200
"""Letters above which a note is a work in full [house]."""
