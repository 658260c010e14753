"""Whether a page is about health, by what its words are used for elsewhere.

Health words lend themselves to other subjects: economies are sick, posts go viral, networks have an immune system. So
words that only medicine uses count in full, those that others borrow count half, and words of other trades count
against. The weights were set on labelled lay pages and on posts of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from evidence import vocabulary
from evidence.page_words import BORROWED, OTHER_TRADES

_BORROWED_WEIGHT = 0.5
_OTHER_WEIGHT = 0.15
_HEALTH_PAGE = 0.1
"""The score from which a page counts as one on health: pages on health mostly reach 0.3, others stay below 0.05."""


def score(sentences: Sequence[Sequence[str]]) -> float:
    """How much a page is about health: -1 or less (not at all) to 1 (every sentence), from the words of its sentences."""
    if not sentences:
        return 0.0
    total = sum(_weight(found) - _OTHER_WEIGHT * sum(map(is_of_other_trade, found)) for found in sentences)
    return total / len(sentences)


def is_about_health(sentences: Sequence[Sequence[str]]) -> bool:
    """Whether the words of a page's sentences make it one on health."""
    return score(sentences) >= _HEALTH_PAGE


def _weight(found: Sequence[str]) -> float:
    telling, _ = vocabulary.terms_of(list(found))
    if not telling:
        return 0.0
    return 1.0 if only_medical(telling) else _BORROWED_WEIGHT


def only_medical(telling: Iterable[str]) -> bool:
    """Whether any of these health words has hardly a use outside of health."""
    return any(not _is_borrowed(word) for word in telling)


@lru_cache(maxsize=1 << 15)
def _is_borrowed(word: str) -> bool:
    return vocabulary.on_list(word, BORROWED)


@lru_cache(maxsize=1 << 15)
def is_of_other_trade(word: str) -> bool:
    """Whether a word belongs to gardens, money, war, sport, travel, software and the like."""
    return vocabulary.on_list(word, OTHER_TRADES)
