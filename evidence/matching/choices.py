"""The mentions of an article that leave several works, and their chances given each other's.

Source: standards.md A3.2. What mentions have in common is learned from or counted on the mention-linking data, buckets
0 to 6; namesakes.md says what each part gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from evidence.context import Source
from evidence.matching.citing_order import Customs
from evidence.matching.echoes import Saying, echoed
from evidence.matching.joint_choices import MOST_WORKS, together
from evidence.matching.own_words import own_words
from evidence.matching.suggestions import stems


class Passage(NamedTuple):
    """A sentence with those before and behind it, and where in it a name begins and ends.

    `family` is that name, `sentence` and `turn` tell where in the article it stands: among its sentences and its names.
    """

    text: str
    before: str
    after: str
    start: int
    end: int
    family: str = ""
    sentence: int = 0
    turn: int = 0


class Choice(NamedTuple):
    """A mention that leaves several works."""

    works: tuple[Source, ...]
    passage: Passage


_NAMES_ITS_LIST, _LEFT_OUT = 0.5, 0.05
"""Where an article names so many works of its list, it costs so much, as a factor, that no mention means a work [house,
chosen on the articles learned from; from 0.01 to 0.1 it makes no difference]."""

MOST_MENTIONS = 15
"""Of more mentions of the same works each is weighed alone: on the articles learned from, 0.73 of the links between so
many were right together and 0.81 alone, as one mention told wrongly misleads all."""

_NEAR = 8
_SAME_SENTENCE, _SAME_NEAR, _SAME_FAR = 0.3, 2.0, 1.2
"""How much likelier than otherwise two mentions in a row mean the same work: in one sentence, at most `_NEAR` sentences
apart, and farther. On the articles learned from the odds are 0.5, 2.1 and 1.2 times those by the mentions alone."""


def jointly(choices: Sequence[Choice], alone: Sequence[Sequence[float]], customs: Customs) -> list[list[float]]:
    """The chances of each choice given the others that leave the same works; `alone` are those of each by itself."""
    found = [list(chances) for chances in alone]
    for keys, places in _by_works(choices, alone).items():
        if not 1 < len(places) <= MOST_MENTIONS:
            continue
        orders = [[[work.key for work in choices[place].works].index(key) for key in keys] for place in places]
        rows = [[alone[place][at] for at in order] for place, order in zip(places, orders, strict=True)]
        joint = _of_one_set([choices[place].passage for place in places], rows, customs)
        for place, order, chances in zip(places, orders, joint, strict=True):
            for at, chance in zip(order, chances, strict=True):
                found[place][at] = chance
    return found


def _of_one_set(
    passages: Sequence[Passage], rows: Sequence[Sequence[float]], customs: Customs
) -> Sequence[Sequence[float]]:
    """The chances of the same works, in the same order, at each of several mentions."""
    said = [Saying(frozenset(stems(own_words(at.text, at.start, at.end))), at.sentence) for at in passages]
    rows = echoed(rows, said, customs.rarity)
    if len(rows[0]) > MOST_WORKS:
        return rows
    bonds = [1.0, *(_bond(one, other) for one, other in pairwise(passages))]
    return together(rows, bonds, _LEFT_OUT if customs.coverage > _NAMES_ITS_LIST else 1.0)


def _by_works(choices: Sequence[Choice], alone: Sequence[Sequence[float]]) -> dict[tuple[str, ...], list[int]]:
    """The places of the choices that leave the same works, by the keys of these; without those that have no chances."""
    sets: dict[tuple[str, ...], list[int]] = {}
    for place, choice in enumerate(choices):
        if alone[place]:
            sets.setdefault(tuple(sorted(work.key for work in choice.works)), []).append(place)
    return sets


def _bond(one: Passage, other: Passage) -> float:
    if one.sentence == other.sentence:
        return _SAME_SENTENCE
    return _SAME_NEAR if other.sentence - one.sentence <= _NEAR else _SAME_FAR
