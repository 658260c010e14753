"""Sentences about somebody or something else than the product: a disease as such, an authority, people at large."""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.lexicon import terms
from evidence.selling.passage import PRODUCT

_OF_OTHERS = lazily(
    r"^\W*(?:(?:your|a|the|my)\s+(?:gp|doctor|pharmacist|midwife|dentist|physician)s?\s+(?:can|will|may|should|might)"
    r"|(?:people|those|anyone|adults|women|men|children|patients)\b.{0,60}\bshould\b"
    r"|(?:more\s+than|over|about|nearly|around|almost|up\s+to|an\s+estimated|one\s+in|half|most|many|millions|\d[\d.,]{0,12})\b.{0,40}\b(?:adults|people|women|men|children|americans|britons|europeans|of\s+us)\s+(?:will\s+)?(?:have|get|suffer|live|develop|experience|struggle|are|die)"
    r"|(?:common\s+|early\s+)?(?:symptoms|signs|causes|risk\s+factors|types|forms)\s+(?:of|include)"
    r"|(?:the\s+)?(?:fda|who|nhs|ftc|asa|mhra|cdc|efsa|food\s+and\s+drug|world\s+health|government|regulators?)\b"
    r"|(?:vaccines?|vaccinations?|smoking|hand\s?washing|scientists|researchers|studies|doctors)\s+(?:protect|prevent|cause|believe|think|know|do|are|is|have|can)\w*)",
    re.IGNORECASE,
)
_STUDIED = any_of(
    r"(?:has|have|had|was|were)\s+been\s+(?:studied|tested|tried|investigated|researched)|(?:was|were)\s+(?:studied|tested|tried|compared)"
)
_FACT = lazily(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:is|are|was|were)\s+(?:a|an|the|one\s+of|diagnosed|caused|common|often|usually|chronic|known|not|more|among|linked|hereditary|treated|when|what|defined|contagious|on\s+the\s+rise|very|most|also|still|increasing\w*|becoming|estimated)\b"
    r"|affects?\b|(?:\w+\s+)?(?:come|go|clear|heal|flare|vary)s?\s+(?:and\s+go|away|up|by\s+themselves|by\s+itself|in\s+time|from)\b|causes?\b|has\b|have\b|can\s+(?:be|make|lead|cause|occur|run|happen|affect|last)\b|occurs?\b|comes?\s+(?:from|in|with)|means?\b|happens?\b|runs?\s+in|develops?\b|often\b|usually\b|tends?\b|may\s+(?:be|cause|lead)\b|kills\s+\d|remains\b|strikes?\b|begins?\b|starts?\b|results?\s+from)",
    re.IGNORECASE,
)
_OVER = any_of(
    r"gone|history|over|no\s+match|past|yesterday|optional|no\s+life\s+sentence|met\s+its|has\s+an?\s+(?:enemy|answer)|does\s+not\s+stand|fewer|less\s+often"
)
_OF_FACTS = frozenset({"disease", "symptom", "natural", "measure", "germ"})

_ASIDE = lazily(rf",?\s*\b(?:where|whatever|whoever|whether|however)\b[^,.]*?{PRODUCT}[^,.]*", re.IGNORECASE)
"""Words that only bring the product in beside a fact: "Goitre was common in Tasmania, where ... is made."."""


def is_about_something_else(text: str) -> bool:
    """Whether the sentence does not name the product and tells of something else."""
    if PRODUCT in text:
        text = _ASIDE.sub(" ", text)
        return PRODUCT not in text and _states_a_fact(text)
    return bool(_OF_OTHERS.match(text) or _states_a_fact(text) or _STUDIED.search(text))


def _states_a_fact(text: str) -> bool:
    """Whether a sentence without the product tells of a disease as such ("Arthritis affects millions")."""
    first = next((term for term in terms(text) if term.kind in _OF_FACTS), None)
    if first is None or len(text[: first.start].split()) > 3 or _OVER.search(text):
        return False
    return _FACT.match(text, first.end) is not None
