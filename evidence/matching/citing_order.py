"""How an article cites: whether it names every work of its list, in which order, and how its brackets are sorted.

Comes in: the sentences of an article, its list and which names in it leave no doubt. Goes out: what this tells of a
name that leaves one (`namesakes`). Source: authors number a list in the order of first citation or sort it by name; in
brackets they sort by year or by name; an author-year article names each work of its list at least once.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from evidence.context import Source
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.matching.suggestions import stems

_NAME = lazily(r"[^\W\d_a-z][\w'’-]+")
_BRACKET = lazily(r"\(([^()]{5,600})\)")
_EDGE = lazily(r"[()]")
ALPHABETICAL = 0.8
"""A list in which so many neighbours stand in order of their names says nothing of the order of the text [house]."""


class Company(NamedTuple):
    """What stands in the bracket around a name.

    `since` and `until` bound its year where the bracket is sorted by year: the latest that a name before has at least,
    the earliest that a name behind has at most, or None. `before` and `all` count the mentions of the same name, those
    before this one and all of them.
    """

    since: int | None = None
    until: int | None = None
    before: int = 0
    all: int = 1


class Turn(NamedTuple):
    """How far down the list the text has come: the furthest place cited yet, the next new one, all that come later."""

    furthest: int
    next: int
    later: tuple[int, ...]


class Customs:
    """What an article's way of citing tells of a doubtful name in it."""

    def __init__(
        self,
        sentences: Sequence[str],
        sources: Sequence[Source],
        sure: Sequence[tuple[int, int]] = (),
        said: frozenset[str] = frozenset(),
    ) -> None:
        """`said`: the folded words of all names.

        `sure`: for each name that leaves no doubt its turn among the names of the article, and the place of its work.
        """
        self._sentences = sentences
        self._sources = sources
        self._said = said
        first: dict[int, int] = {}
        for turn, place in sure:
            first.setdefault(place, turn)
        self._firsts = sorted((turn, place) for place, turn in first.items())
        self._turns = [turn for turn, _ in self._firsts]

    @cached_property
    def coverage(self) -> float:
        """Share of the works whose first author the article names."""
        names = [vocabulary.folded(source.families[0]).split()[-1:] for source in self._sources if source.families]
        return sum(name[0] in self._said for name in names if name) / max(1, len(names))

    @cached_property
    def in_order_of_text(self) -> bool:
        """Whether the list is not in the order of its names, and so perhaps in that of the text."""
        names = [vocabulary.folded(source.families[0]) if source.families else "" for source in self._sources]
        known = [(one, other) for one, other in pairwise(names) if one and other]
        return sum(one <= other for one, other in known) < ALPHABETICAL * max(1, len(known))

    @cached_property
    def rise(self) -> float:
        """How much oftener years rise than fall within brackets: the log of the odds, 0 where nothing is known."""
        up = down = 0
        for group in {group for text in self._sentences if "(" in text for group in _BRACKET.findall(text)}:
            years = [self._year(part) for part in group.split(";")]
            for one, other in pairwise(years):
                if one and other:
                    up += one < other
                    down += one > other
        return math.log((up + 1) / (down + 1))

    def rarity(self, words: Collection[str]) -> float:
        """How rare words without their endings are in the article: the sum of the logs of one sentence in so many."""
        every = len(self._sentences) + 1
        return sum(math.log(every / (self._spread[word] + 0.5)) for word in sorted(words))

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(word for text in self._sentences for word in stems(text))

    def company(self, text: str, start: int, end: int, family: str) -> Company:
        """What stands in the bracket around a name; nothing where it stands in none."""
        opened = text.rfind("(", 0, start)
        if opened < 0 or text.rfind(")", 0, start) > opened:
            return Company()
        edge = _EDGE.search(text, end)
        before = text[opened + 1 : start].split(";")[:-1]
        behind = text[end : edge.start() if edge else len(text)].split(";")[1:]
        name = vocabulary.folded(family)
        own_before = sum(name in vocabulary.folded(part) for part in before)
        own_behind = sum(name in vocabulary.folded(part) for part in behind)
        since = [min(years) for part in before if (years := self._years(part))]
        until = [max(years) for part in behind if (years := self._years(part))]
        return Company(max(since, default=None), min(until, default=None), own_before, own_before + own_behind + 1)

    def turn(self, turn: int) -> Turn:
        """How far the text has come at a name, by the names that leave no doubt."""
        come = bisect_left(self._turns, turn)
        furthest = max((place for _, place in self._firsts[:come]), default=-1)
        later = tuple(place for _, place in self._firsts[come:])
        return Turn(furthest, min((place for place in later if place > furthest), default=len(self._sources)), later)

    def _year(self, part: str) -> int | None:
        years = self._years(part)
        return years[0] if len(years) == 1 else None

    def _years(self, part: str) -> list[int]:
        """The years of the works by the first name in a part of a bracket."""
        name = _NAME.search(part)
        return self._dated.get(vocabulary.folded(name.group()), []) if name else []

    @cached_property
    def _dated(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for source in self._sources:
            if source.families and source.year:
                found.setdefault(vocabulary.folded(source.families[0]), []).append(source.year)
        return found
