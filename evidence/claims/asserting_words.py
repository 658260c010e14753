"""Words that assert a benefit, a harm or a dose, and so make more of a line than an offer, a referral or an aside.

Source: standards.md A3.1 and A3.5. Whatever frame they stand behind, what they assert needs a source.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.language.patterns import Cue, grouped, lazily

GOOD = (
    r"cur(?:e|es|ed|ing)|heal(?:s|ed)?|prevent\w*|revers\w*|eliminat\w*|reduc\w*|reliev\w*|improv\w*|boost\w*|proven|effective\w*|lower(?:s|ed|ing)?(?!\s+back\b)|helps|supports"
    r"|kills?|alleviat\w*|eas(?:e|es|ing)|protect\w*"
)
BENEFIT = Cue(
    rf"\b(?:{grouped(GOOD)})\b",
)
_THIRD_PERSON = (
    r"cures|heals|prevents|reverses|eliminates|reduces|relieves|improves|boosts|lowers|kills|alleviates|eases|protects|helps|supports|causes|damages|harms|worsens|triggers"
    r"|increases|raises|leads\s+to|(?:cured|healed|prevented|reversed|caused|killed|damaged)\s+by|linked\s+to|(?:is|are|be)\s+(?:\w+\s+)?(?:toxic|(?:un)?safe|dangerous|harmful|proven|effective)"
)
_BARE = "cause|cure|heal|prevent|reverse|kill|damage|harm|worsen|trigger|lead\\s+to|reduce|lower|increase|raise|relieve"
_ASSERTION = Cue(
    rf"\b(?:(?:{grouped(_THIRD_PERSON)})\b|(?:{grouped(_BARE)})\s+(?!of\b|than\b|back\b|which\b|what\b)\w{{3,}})"
)
_DOSE = lazily(r"\d\s?(?:mg|mcg|µg|ml|iu|grams?|drops|tablets)\b", re.IGNORECASE)


class _Either:
    """Words by which something is asserted, or a dose: two patterns, as only one of them begins at a word."""

    def search(self, text: str) -> re.Match[str] | None:
        """One of the two in the text, or None."""
        return _ASSERTION.search(text) or _DOSE.search(text)


ASSERTS = _Either()
"""What asserts a benefit, a harm or a dose, wherever it stands: "Don't worry, statins cause colds" is more than comfort."""
