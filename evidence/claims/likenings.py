"""Likenings for the reader: "Think of the lungs as two sponges", "Picture the nerves as wires".

A figure of speech asserts nothing that can be checked (docs/labelling.md, `asserts`). It gives way where it likens to a
remedy or a poison, praises or blames, or asserts a benefit, a harm or a dose: "Think of garlic as a natural antibiotic".
Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import tells_beside
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_LIKENS = Cue(
    r"^\W*(?:(?:so|now|here),?\s+)?(?:(?:you|we)\s+(?:can|could|may|might)\s+(?:also\s+)?|(?:it\s+(?:may|can)\s+help|try|it\s+is\s+useful)\s+to\s+)?(?:just\s+)?(?:think\s+of|picture|imagine|visuali[sz]e)\s+"
    r"(?:(?!where\b|that\b|how\b|why\b|when\b)[\w’'()*-]+\s+){1,7}?(?:as|like)\s+",
)
_SAYS = lazily(
    r"\b(?:antibiotics?|medic\w+|drugs?|remed(?:y|ies)|vaccines?|painkillers?|tonics?|shields?|armou?r|insurance|detox\w*|cleans\w+|cures?|fuel|poison\w*|toxi\w+|killers?|weapons?|time\s+bombs?|cancer\w*|superfoods?|miracles?|supplements?|natural|nature['’]s|free"
    r"|good|bad|best|worst|better|worse|safe|unsafe|danger\w*|harm\w*|healthy|unhealthy|risk\w*|because|since|which|but|so\s+that|strong(?:er)?|weak(?:er)?|fights?|burns?|melts?|thins?|works?)\b|\d|[;:]",
    re.IGNORECASE,
)
"""What is praise or blame, a remedy or a poison, or goes on to a reason."""


def only_likens(text: str) -> bool:
    """Whether a sentence bids its reader to think of one thing as of another, and says nothing of what it does."""
    found = _LIKENS.search(text)
    if found is None or any(cue.search(text) for cue in (ASSERTS, BENEFIT, _SAYS)) or disease_words(text):
        return False
    return not tells_beside(text, found.start(), found.end())
