"""Whether a page is about health, by what its words are used for elsewhere.

Health words lend themselves to other subjects: economies are sick, posts go viral, networks have an immune system. So
words that only medicine uses count in full, those that others borrow count half and nothing beside a word of another
trade, and words of other trades count against. The weights were set on labelled lay pages and on posts of our own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from evidence.claims.topic_words import BORROWED, OTHER_TRADES
from evidence.deadline import check, paced
from evidence.language import vocabulary

_BORROWED_WEIGHT = 0.5
_OTHER_WEIGHT = 0.15
_HEALTH_PAGE = 0.03
"""The score from which a page may be one on health: pages on health mostly reach 0.3, others stay below 0. What lies
between is judged sentence by sentence, where the score of page and passage weigh (`features`)."""

_MANY = 1000
"""Words between which the clock is looked at: no sentence has so many [house]."""

_SHORT = 3
_MEDICAL_SHARE = 0.1
_PLAIN_PAGE = 0.1
_OTHER_SHARE = 0.25


class Words(NamedTuple):
    """The words of one sentence, with the health words among them."""

    found: tuple[str, ...]
    telling: frozenset[str]
    everyday: frozenset[str]
    of_other_trades: int = 0
    """How many words belong to gardens, money, war, sport, travel, software and the like."""
    medical: bool = False
    """Whether one of the health words has hardly a use outside of health."""
    treats: bool = False
    """Whether one of them names something that is taken or done for health."""


def words_of(text: str) -> Words:
    found = vocabulary.words(text)
    check()  # a sentence may be as long as the text
    joined = list(vocabulary.compounds(found))
    telling, everyday, other, uses = joined[:], list[str](), 0, 0
    rows = zip(found, map(_use_of, found if len(found) < _MANY else paced(found)), strict=True)
    for word, use in [row for row in rows if row[1]]:
        uses |= use
        other += use & _OTHER
        if use & _TELLING:
            telling.append(word)
        elif use & _EVERYDAY:
            everyday.append(word)
    check()
    medical = bool(uses & _MEDICAL) or not all(map(is_borrowed, joined))
    return Words(tuple(found), frozenset(telling), frozenset(everyday), other, medical, bool(uses & _TREATS))


_OTHER, _TELLING, _EVERYDAY, _MEDICAL, _TREATS = 1, 2, 4, 8, 16
"""What a word may be used for, as bits: the first counts for one."""


@lru_cache(maxsize=1 << 15)
def _use_of(word: str) -> int:
    telling, everyday = map(bool, vocabulary.terms_of([word]))
    medical, treats = telling and not is_borrowed(word), vocabulary.is_treatment(word)
    return (
        _OTHER * is_of_other_trade(word)
        | _TELLING * telling
        | _EVERYDAY * everyday
        | _MEDICAL * medical
        | _TREATS * treats
    )


def score(sentences: Sequence[Words]) -> float:
    """How much a page is about health: 1 where every sentence is, 0 or less where none is."""
    if not sentences:
        return 0.0
    return sum(weight_of(len(row.telling), row.medical, row.of_other_trades) for row in sentences) / len(sentences)


def weight_of(telling: int, medical: bool, other: int) -> float:
    """What one sentence adds by its health words, whether one is only of medicine, and its words of other trades."""
    if medical:
        return 1.0 - _OTHER_WEIGHT * other
    return _BORROWED_WEIGHT * (telling > other) - _OTHER_WEIGHT * other


def is_about_health(sentences: Sequence[Words]) -> bool:
    """Whether the words of a page's sentences may make it one on health.

    Words that only medicine uses have to stand in some of them. Where they are rarer, the rest has to be free of
    words of other trades: a game of healers is full of poison and fever, and never once says "antibiotic".
    """
    found = score(sentences)
    if found < _HEALTH_PAGE:
        return False
    if len(sentences) <= _SHORT:  # too few for shares
        return found >= _PLAIN_PAGE
    medical = sum(row.medical for row in sentences) / len(sentences)
    elsewhere = sum(row.of_other_trades >= max(1, len(row.telling)) for row in sentences)
    other = elsewhere / len(sentences)
    return medical >= _MEDICAL_SHARE or (found >= _PLAIN_PAGE and other <= _OTHER_SHARE)


@lru_cache(maxsize=1 << 15)
def is_borrowed(word: str) -> bool:
    """Whether other subjects use this health word as well."""
    return vocabulary.on_list(word, BORROWED)


@lru_cache(maxsize=1 << 15)
def is_of_other_trade(word: str) -> bool:
    """Whether a word belongs to another trade."""
    return vocabulary.on_list(word, OTHER_TRADES)
