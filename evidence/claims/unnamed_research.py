"""Unnamed research or researchers that a sentence leans on: "experts say", "research shows", "has been shown to".

In: one sentence. Out: the words, or "". Source: standards.md A3.3, NewsGuard 2. Nothing leans on a body that is named, on
studies spoken of before ("the 13 studies"), on studies of which no result is told, on what is not known or only asked.
"""

from __future__ import annotations

import re

from evidence.claims.study_cues import VAGUE
from evidence.language.patterns import lazily

# ruff: noqa: E501 (patterns, laid out to be read)

_IS_ASKED = lazily(r"\?[\s\"'”’)\]*_+]*$")
_COUNTABLE = lazily(r"(?:studies|trials|researchers|surveys)\b", re.IGNORECASE)
_KNOWN = lazily(
    r"\b(?:the|these|those|both|his|her|their|its|whose|my|our)\s+(?:(?:above|following|same|aforementioned|latter|two|three|four|five|six|seven|eight|nine|ten|first|last|\d{1,3})\s+)?(?:\([^()]{1,40}\)\s+)?$"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+(?:of\s+(?:the|these|those)\s+)?(?:\([^()]{1,40}\)\s+)?$",
    re.IGNORECASE,
)
"""What makes studies known ones: those spoken of before, or so many of a review."""
_REVIEWED = lazily(
    r"\b(?:reviews?|meta-?analys[ie]s|analysis|overview|synthesis|summary)\s+of\s+(?:[\w,-]+\s+){0,4}?$", re.IGNORECASE
)
_LACKING = lazily(
    r"\b(?:no|little|insufficient|scant|without|not\s+(?:enough|any)|lack\s+of|hardly\s+any)\s+(?:\w+\s+){0,2}?$",
    re.IGNORECASE,
)
_ONLY_ASKED = lazily(r"\b(?:what|how|why|whether)\s+(?:the\s+)?$", re.IGNORECASE)
_WHAT_IT_SAYS = lazily(r"(?:research|science|studies|experts|evidence|data)\s", re.IGNORECASE)
_A_SCIENCE = lazily(r"(?:the\s+)?science\s+of\b", re.IGNORECASE)
_NO_RESULT = lazily(
    r"(?:[\w-]+\s+){0,3}?stud(?:y|ies)\s+have\s+(?:(?:\w+ly|also|since|now|even)\s+)?(?:come|appeared|investigat|look|examin|explor|focus|start|begun|assess|evaluat|compar|used|includ|tested|been\s+(?:\w+ly\s+)?(?:done|conducted|carried|published|performed|undertaken|made|few|small|rare|limited))"
    r"|(?:has|have)\s+(?:\w+\s+)?been\s+(?:\w+ly\s+)?studied\b(?!\s+and\s+(?:shown|found|proven))"
    r"|(?:[\w-]+\s+){1,4}?think\s+(?:of|about)\b",
    re.IGNORECASE,
)
"""Studies that were done and tell nothing, and people who think of something."""
_NAME = r"(?:from|by|at|of)\s+(?:the\s+)?(?:[A-Z]{2,}\b|[A-Z][\w'’.&-]+\s+(?:(?:of|for|and|the|on)\s+){0,2}[A-Z])"
_NAMED = lazily(rf"\b{_NAME}")
_OF_A_NAME = lazily(rf"\s+{_NAME}")
_PAID_BY = lazily(r"\b[A-Z]{2,}[\w-]*[\s-](?:sponsored|funded|led|supported)\s+$")
"""A body by its name: "data from the UK National Health Service", "NCCIH-sponsored studies"."""
_SAYS_WHO = lazily(
    r"(?i:\baccording\s+to)\s+(?:the\s+)?(?:[A-Z]{2,}\b|[A-Z][\w'’.&-]+\s+(?:(?:of|for|and|the|on)\s+){0,2}[A-Z])[^.;]{0,60}$"
    r"|\b(?!(?:My|Our|Your|His|Her|Their|Some|Many|Most)\b)(?:[A-Z]{2,}|[A-Z][\w'’.&-]+\s+(?:(?:of|for|and|the|on)\s+){0,2}[A-Z][\w'’.&-]+)\s+(?:also\s+)?(?:states?|says?|reports?|notes?|concludes?|concluded|writes?)\s+that\b[^;]{0,60}$"
)
"""A body or a person by name who says it: "The ADA also states that ... studies have failed"."""
_OF_A_PLACE = lazily(
    r"\s+(?:in|on|at)\s+(?:the\s+|all\s+)?(?:soil|water|air|ground|surface|blood|urine|nature|food|foods|plants?|animals|fish|milk|dust|sediments?|rivers?|lakes?|tombs?|pottery|graves?)\b",
    re.IGNORECASE,
)
"""Where something is, rather than what was shown of it: "has been found in soil"."""
_CITED = lazily(r"\([^()]{0,40}[A-Z][\w'’-]+,?\s[^()]{0,300}\b(?:19|20)\d\d[a-z]?\)")
"""Authors and a year behind it, in brackets."""
_AROUND = 80
"""Letters before the words that may say what they are [house]."""
_BEHIND = 600
"""Letters behind them in which authors may stand in brackets [house]."""


_CHOSEN = lazily(
    r"^\W*(?:trust|choose|prefer|seek|use|rely\s+on|look\s+for|stick\s+to|follow)\s+(?:only\s+)?(?:clinically|scientifically|medically|research|evidence)[\s-]\w+\s+\w+",
    re.IGNORECASE,
)
"""A bidding to take what is proven, whatever that is."""


def unnamed(text: str) -> str:
    """The words by which a sentence leans on authority without a name, or ""."""
    if _IS_ASKED.search(text):
        return ""
    if _CHOSEN.match(text):
        return ""
    return next((found.group() for found in VAGUE.finditer(text) if _leans(found, text)), "")


def _leans(found: re.Match[str], text: str) -> bool:
    words, before = found.group(), text[max(0, found.start() - _AROUND) : found.start()]
    if _COUNTABLE.match(words) and (_KNOWN.search(before) or _REVIEWED.search(before)):
        return False
    if _A_SCIENCE.match(words) or _LACKING.search(before) or _LACKING.match(words + " "):
        return False
    if _WHAT_IT_SAYS.match(words) and _ONLY_ASKED.search(before):
        return False
    if _NO_RESULT.match(text, found.start()) or _PAID_BY.search(before) or _SAYS_WHO.search(before):
        return False
    if (
        _OF_A_PLACE.match(text, found.end())
        or words.lower().endswith(" back")
        or _CITED.search(text, found.end(), found.end() + _BEHIND)
    ):
        return False
    accords = words.lower().startswith("according") and _OF_A_NAME.match(text, found.end()) is not None
    return not accords and _NAMED.search(words) is None
