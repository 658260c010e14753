"""Sentences in which research at large, or one more figure, goes on about what was said right before them.

Source: standards.md A3.2 (forward): a mark behind "Several reviews confirm its effect" or "Another 20% vomit" covers
the sentence that these take up.
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.matching.suggestions import stems

_BEARS_OUT = lazily(
    r"\W*(?:(?:and|indeed|in fact),?\s+)?(?:(?:multiple|several|many|numerous|two|three|\d+|recent"
    r"|clinical|systematic|large|human|randomi[sz]ed|controlled|the|current|available|scientific|strong|good|some|more)\s+){0,4}(?:meta-analys[ei]s|trials?|studies|reviews?|research|evidence|data)\s+(?:(?:also|now|have|has|\w+ly)\s+){0,2}"
    r"(?:confirm(?:s|ed)?|support(?:s|ed)?|back(?:s|ed)?(?:\s+up)?|bears?\s+out|corroborate[sd]?|attests?\s+to)\s+(?:that\s+)?(?:this|these|its|their|it|they)\b",
    re.IGNORECASE,
)
"""Says of research at large that it bears out what was just said: "Several reviews confirm its effect."."""
_EXPLAINS = lazily(
    r"\W*(?:the\s+)?(?:researchers|scientists|experts|authors)\s+(?:explain|attribute|ascribe|trace|put)\s+(?:this|these|it)\b",
    re.IGNORECASE,
)
"""Says what those who know make of what was just said: "Scientists explain this by the chlorine"."""
_SHARE = lazily(
    r"\W*(?:(?:and|but|while),?\s+)?(?:(?:about|nearly|almost|around|over|more\s+than|only|just|another|a\s+further)\s+)?"
    r"(?:\d[\d.,]{0,12}\s?(?:%|percent\b|per\s+cent\b)|(?:(?:an?|one)\s+(?:third|quarter|fifth|tenth)|half"
    r"|two[- ]thirds|three[- ]quarters"
    r"|every\s+(?:second|third|fourth|fifth|tenth)|(?:one|two|three|four|\d{1,3})\s+(?:in|out\s+of)\s+(?:\w+|\d{1,4}))\b)",
    re.IGNORECASE,
)
"""Begins with a share of people: where the sentence before does, too, the numbers go on (A3.2)."""
_OWN = lazily(r"\b(?:our|my|us|me|customers?|clients?|users|buyers)\b", re.IGNORECASE)


def bears_out(text: str) -> bool:
    """Whether a sentence says that research confirms what was just said, or what explains it."""
    return _BEARS_OUT.match(text) is not None or _EXPLAINS.match(text) is not None


def counts_on(before: str, later: str) -> bool:
    """Whether two sentences tell one share of people after the other; what sells or is one's own stands alone."""
    if not (_SHARE.match(before) and _SHARE.match(later)) or _OWN.search(before):
        return False
    return not stems(before).isdisjoint(stems(later))
