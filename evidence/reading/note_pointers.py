"""Notes that name no work themselves and point to one named before: "Ibid., p. 5", "Bell, op. cit.", "See note 3"."""

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
