"""Sources of which no more is known than their form: a page of the web or a book whose words nobody holds.

Standard: standards.md A1 lets such a work start at very weak for a claim of effect, harm or cause; what it stands on
itself is not known, so nothing is said of how it words its findings.
"""

from __future__ import annotations

import re

from evidence.claims.benefit_and_advice import ILL
from evidence.context import Design, Source
from evidence.language import vocabulary
from evidence.language.health_words import BODY, CONDITION
from evidence.language.patterns import lazily

_FORMS = frozenset({Design.WEBSITE, Design.BOOK})


def is_mere_page(source: Source) -> bool:
    """Whether a source is a page or a book by its form alone, with no abstract held and no design on record."""
    return source.design in _FORMS and source.design_from == "type" and not source.abstract


def tells_workings(text: str) -> bool:
    """Whether a sentence tells how the body works and names no disease or complaint: a textbook will do for it."""
    words = vocabulary.words(text)
    names_body = any(vocabulary.on_list(word, BODY) for word in words)
    return names_body and not any(vocabulary.on_list(word, ILL) for word in words)


def names_disease(text: str) -> bool:
    """Whether a sentence names a disease or a complaint."""
    return any(vocabulary.on_list(word, CONDITION) for word in vocabulary.words(text))


_CREDITS = lazily(
    r"\b(?:stole|stolen|borrowed|nicked|lifted|hat\s+tip|h/t|credits?\s+(?:goes\s+)?to|(?:this|that|the)\s+(?:line|phrase|joke|quote|quip|analogy)\s+(?:is|comes|was|from))\b",
    re.IGNORECASE,
)


def credits_words(source: Source) -> bool:
    """Whether an entry says whose words were borrowed, so that nothing is proved by it: "I stole this line from"."""
    return _CREDITS.search(source.raw) is not None
