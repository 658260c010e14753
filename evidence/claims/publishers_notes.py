"""Notes to those who publish a page, left in it: keywords, slugs, addresses of links, how search engines find it.

They say nothing of health to its readers; what a keyword promises ("Keyword: garlic cures cancer") is seen all the same
and stays a claim. Source: docs/labelling.md, `other subject`. Used by `empty_lines`.
"""

from __future__ import annotations

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says, tells_beside
from evidence.claims.outright_promises import promised
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_ADDRESS = Cue(
    r"^\W*(?:(?:url|page|post)\s+)?(?:slug|handle|permalink|(?:(?:recommended|suggested|target|canonical|internal|focus)\s+)?(?:url|link))\W*:\W*(?P<said>[\w/.~%#?=&-]{2,200})\W*$",
)
"""The last part of an address: words with hyphens between them, which no sentence is."""
_KEYWORDS = Cue(
    r"^\W*(?:(?:seo|meta|page)\s+titles?|(?:(?:primary|focus|target|main|secondary|seo|meta|related|long-tail)\s+){1,2}(?:keywords?|keyphrases?|key\s+phrases?|search\s+terms?))\W*:\W*(?P<said>[^:]{2,200})$",
)
_DATED = Cue(
    r"^\W*(?:published|created|updated|modified|date)(?:\s+(?:at|on))?\W*:\W*\d{4}-\d\d-\d\d[\dTZ:.+ -]{0,20}\W*$"
)
"""When it was published, as machines write it."""
_SEARCHED = Cue(
    r"\b(?:keyword\s+(?:research|deployment|density|targeting|strategy)|search\s+(?:terms?|intent|volume|rankings?|engine\s+optimi[sz]ation)|seo|meta\s+(?:titles?|tags?))\b",
)
_QUOTED = lazily(r"[“\"][^“”\"]{2,80}[”\"]")


def only_notes(text: str) -> bool:
    """Whether a line is such a note."""
    if _ADDRESS.search(text) or _DATED.search(text):
        return True
    if (found := _KEYWORDS.search(text)) is not None:
        return not (says(found["said"]) or _asserts(found["said"]))
    if (found := _SEARCHED.search(text)) is None or promised(text) or _promises_within(text):
        return False
    rest = _QUOTED.sub(lambda quoted: "x" * len(quoted.group()), text)
    return not _asserts(rest) and not tells_beside(rest, found.start(), found.end())


def _promises_within(text: str) -> bool:
    """Whether a phrase in quotation marks is a sentence of its own: "garlic cures gout", and not "reduce redness"."""
    for found in _QUOTED.finditer(text):
        asserted = ASSERTS.search(found.group())
        if says(found.group()) or promised(found.group()) or (asserted and asserted.start() > 1):
            return True
    return False


def _asserts(text: str) -> bool:
    return bool(ASSERTS.search(text) or BENEFIT.search(text) or disease_words(text) or promised(text))
