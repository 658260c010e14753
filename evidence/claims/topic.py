"""Whether a page is about health, by what its words are used for elsewhere.

Health words lend themselves to other subjects: economies are sick, posts go viral, networks have an immune system. So
words that only medicine uses count in full, those that others borrow count half, and words of other trades count
against. The weights were set on labelled lay pages and on posts of our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from evidence.claims.topic_words import BORROWED, OTHER_TRADES
from evidence.language import vocabulary

_BORROWED_WEIGHT = 0.5
_OTHER_WEIGHT = 0.15
_HEALTH_PAGE = 0.1
"""The score from which a page counts as one on health: pages on health mostly reach 0.3, others stay below 0.05."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence, with the health words among them."""

    found: tuple[str, ...]
    telling: frozenset[str]
    everyday: frozenset[str]
    of_other_trades: int = 0
    """How many words belong to gardens, money, war, sport, travel, software and the like."""

    @property
    def medical(self) -> bool:
        """Whether one of the health words has hardly a use outside of health."""
        return any(not is_borrowed(word) for word in self.telling)


def words_of(text: str) -> Words:
    found = vocabulary.words(text)
    telling, everyday = vocabulary.terms_of(found)
    return Words(tuple(found), frozenset(telling), frozenset(everyday), sum(map(is_of_other_trade, found)))


def score(sentences: Sequence[Words]) -> float:
    """How much a page is about health: 1 where every sentence is, 0 or less where none is."""
    if not sentences:
        return 0.0
    weight = sum((1.0 if row.medical else _BORROWED_WEIGHT) for row in sentences if row.telling)
    return (weight - _OTHER_WEIGHT * sum(row.of_other_trades for row in sentences)) / len(sentences)


def is_about_health(sentences: Sequence[Words]) -> bool:
    """Whether the words of a page's sentences make it one on health."""
    return score(sentences) >= _HEALTH_PAGE


@lru_cache(maxsize=1 << 15)
def is_borrowed(word: str) -> bool:
    """Whether other subjects use this health word as well."""
    return vocabulary.on_list(word, BORROWED)


@lru_cache(maxsize=1 << 15)
def is_of_other_trade(word: str) -> bool:
    """Whether a word belongs to another trade."""
    return vocabulary.on_list(word, OTHER_TRADES)
