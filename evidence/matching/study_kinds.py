"""What kind of study a text speaks of and a title announces: a protocol, a pilot, a scale, children, rats.

Source: the kinds and their words are [house]; scripts/train_namesakes.py learns what they weigh.
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence.language.patterns import lazily

_EITHER = {
    "animals": r"\brats?\b|\bmice\b|\bmouse\b|animal|rabbit|\bpigs?\b|monkey|rodent",
    "cells": r"in vitro|\bcells?\b|cultur|express",
    "children": r"child|infan|neonat|toddler|\bboys|\bgirls|pa?ediatr|newborn|preterm|school",
    "youths": r"adolesc|teen|youth|young",
    "elders": r"older|elder|\bag(?:ed|e?ing)\b|geriat|late-life",
    "women": r"wom[ae]n|female|pregnan|mother|matern",
    "men": r"\bm[ae]n\b|\bmales?\b",
    "dose": r"dose|\bmg\b|dosage",
    "safety": r"safe|adverse|tolera|side effect",
    "pilot": r"pilot|feasib|prelimin|small",
}
_SPOKEN_OF = {
    "protocol": r"protocol|elsewhere|in detail|described previously|study design|rationale"
    r"|previously (?:been )?(?:described|published|reported)",
    "scale": r"scale|questionnaire|inventor|index|score|psychometric|reliab|validit|validat|version|instrument"
    r"|interview|self-report|α|alpha",
    "talks": r"qualitativ|interview|experienc|percept|perceiv|focus group|view|theme",
    "long": r"follow-?up|long-?term|months later|year|sustained|maintain",
}
_ANNOUNCED = {
    "protocol": r"protocol|rationale|\bdesign\b",
    "scale": r"scale|questionnaire|inventor|index|psychometric|reliab|validit|validat|instrument|version|measure"
    r"|assess",
    "talks": r"qualitativ|interview|experienc|percepti|views|focus group|perspective",
    "long": r"follow-?up|long-?term|year",
    "pilot": r"pilot|feasib|prelimin",
}


def _compiled(wordings: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, lazily(words, re.IGNORECASE)) for kind, words in wordings.items())


_IN_TEXTS = _compiled(_EITHER | _SPOKEN_OF)
_IN_TITLES = _compiled(_EITHER | _ANNOUNCED)


@lru_cache(maxsize=64)
def told_of(text: str) -> frozenset[str]:
    """The kinds of study that a sentence may speak of."""
    return frozenset(kind for kind, words in _IN_TEXTS if words.search(text))


def announced_by(title: str) -> frozenset[str]:
    """The kinds of study that a title announces."""
    return frozenset(kind for kind, words in _IN_TITLES if words.search(title))
