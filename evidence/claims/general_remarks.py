"""General remarks around a subject: who always knew its benefits, what we have all been through, what its market turns over.

Such a remark needs no source (docs/labelling.md: `belief`, `history`, "how people live", `regulation`: business). It gives
way where it also asserts a benefit, a harm or a dose, sets something against a disease, or goes on to a reason. What
experts know is leant on and stays a claim. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_ALWAYS_KNEW = Cue(
    r"\b(?:people|individuals|cultures|civili[sz]ations|humans|humanity|generations|he|she)\s+(?:(?!who\b|that\b)[\w’'-]+\s+){0,4}?(?:recogni[sz]ed?|noted|known|touted|praised|understood|appreciated|reali[sz]ed?|valued|extolled|celebrated)\s+"
    r"(?:the|its)\s+(?:\w+\s+){0,2}?(?:benefits?|effects?|powers?|value|importance|virtues)\s+of\b",
)
"""Who knew of benefits, and not which: "Many people have recognised the benefits of a nap"."""
_ALL_OF_US = lazily(
    r"^\W*we(?:['’]ve|\s+have)\s+all\s+(?:\w+\s+)?(?:experienced|been\s+(?:there|through)|had|felt|done|struggled|suffered|woken)\b",
    re.IGNORECASE,
)
"""What everybody has been through: "We've all had one of those nights"."""
_MARKET = Cue(
    r"\b(?:market|industry|business|sector)\s+(?:\w+\s+){0,3}?(?:(?:is|was)\s+(?:now\s+|currently\s+)?(?:worth|valued|estimated|expected|projected)|generat(?:es|ed)|reached|reaches|turns\s+over|brings\s+in|grew|is\s+growing)\b[^.;]{0,60}?(?:[$€£]\s?\d|\d\s?(?:%|percent|million|billion))"
    r"|\b(?:sales|revenues?)\s+of\s+[^.;,]{3,60}?\s(?:reached|rose|grew|topped|exceed(?:ed)?)\b[^.;]{0,40}?(?:[$€£]\s?\d|\d\s?(?:%|percent|million|billion))",
)
"""What goods turn over."""
_GOES_ON = lazily(
    r"[;:]|\b(?:because|since|but|however|although|so|which|that\s+(?:it|they)|thanks\s+to|due\s+to|against|for\s+(?:treating|curing|healing|weight|pain|cancer)|cur(?:e|es|ed|ing|ative)|heal(?:s|ed|ing)?|treat\w*|prevent\w*|fight\w*|detox\w*|thins?|longer\s+li(?:fe|ves))\b",
    re.IGNORECASE,
)


def is_general(text: str) -> bool:
    """Whether a sentence is one of these remarks and asserts nothing beside."""
    if not (_ALWAYS_KNEW.search(text) or _ALL_OF_US.match(text) or _MARKET.search(text)):
        return False
    return not (ASSERTS.search(text) or BENEFIT.search(text) or _GOES_ON.search(text) or disease_words(text))
