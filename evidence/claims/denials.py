"""Whether a clause takes back what it says, or only tells what others claim: "It is a myth that garlic cures cancer".

Source: standards.md A3.1 and docs/labelling.md (`belief`: what is told only to be contradicted). "No doubt", "not only" and
"this is no medical advice" take nothing back.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.language.patterns import lazily

_DENIES = lazily(
    r"\b(?:not|no|nor|never|none|nobody|nothing|cannot|hardly|rarely|myths?|false\w*|wrong\w*|untrue|hoax|nonsense|unproven|unclear|unknown|whether|if|unless|doubt\w*|debunk\w*|disprov\w*|misconception\w*|rumou?rs?"
    r"|supposed\w*|alleged\w*|so-called|wonder\w*|questions?|claim(?:s|ed|ing)?|hop(?:e|es|ed|ing)\s+(?!you\b|we\b|everyone\b)|pretend\w*|scam\w*|fake\w*|statements?|(?<!\bI\s)(?<!\bwe\s)(?:believ|think|thought|assum)(?:e|es|ed|s)?|how(?!\s+(?:happy|glad|proud|thankful|lucky|nice|good)\b)|hypothes\w+|aims?|tested|would|could|may|might)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO_DENIAL = lazily(
    r"\b(?:nobody\s+(?:believes|listens\s+to)\s+(?:me|us)|(?:(?:will|would|do|does)\s+not|(?:won|wouldn|don|doesn)['’]t|never)\s+(?:\w+\s+)?tell\s+(?:you|us|people|me)|not\s+(?:(?:at\s+all|really)\s+)?(?:surpris(?:ing|ed)|strange|an?\s+secret)|not\s+(?:meant\s+as\s+|intended\s+as\s+|an?\s+|any\s+)?(?:(?:medical|health|legal|personal)\s+)?(?:advice|substitute|doctor|nurse|expert)|no\s+(?:doubt|wonder|secret|question|surprise|joke|matter|myth|side[\s-]effects?)|not\s+only|not\s+just|nothing\s+but|without\s+(?:a\s+)?(?:doubt|question)|(?:can(?:not|['’]t)|no)\s+(?:be\s+)?den(?:y|ied|ying)"
    r"|(?:do(?:es)?\s+not|don['’]t|never|need\s+not)\s+(?:\w+\s+)?(?:worry|panic|forget|fear|despair|doubt|ignore|overlook|underestimate|miss)|(?:do(?:es)?\s+not|don['’]t|doesn['’]t)\s+want\s+(?:you|us|people|anyone)\s+to\s+(?:know|hear|learn|find))\b",
    re.IGNORECASE,
)
"""What only looks like a denial: "no doubt", "not only", "don't forget that"."""


def denies(text: str) -> bool:
    """Whether a clause denies, doubts or asks, or hands on what somebody claims or hopes."""
    return _DENIES.search(without_mere_looks(text)) is not None


def without_mere_looks(text: str) -> str:
    """A text without what only looks like a denial."""
    return _NO_DENIAL.sub(" ", text)
