"""Which work of several by authors of the same name a sentence means, with a chance learned from papers.

Source: standards.md A3.2. The works are weighed together, so their chances sum to one; below `CUT` nothing is linked.
The weights are namesakes.json; scripts/train_namesakes.py rebuilds them, and namesakes.md says how well they do.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from evidence.context import Source
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.matching.suggestions import stems

FEATURES = (
    "near", "after", "covered", "covered-around", "shared", "figures", "short-names", "in-turn", "review", "trial",
    "guide", "authors", "company",
)  # fmt: skip
_MOST = 25
"""So many works by one name are weighed; of more, nothing is linked [house]."""

_BEHIND, _AHEAD = 110, 90
"""Letters behind and before a name within which a word counts as near [house]."""

_REACH = 300
"""Letters within which other names tell where in the list the text has come to [house]."""

_PREFIX = 5
_NAME = lazily(r"[^\W\d_a-z][\w'’-]{2,40}")
_SHORT = lazily(r"\b[A-Z][A-Za-z]?[A-Z]{1,5}(?=s?\b)")
_FIGURE = lazily(r"\d+")
_PIECES = lazily(r"[\W_]+")
_ALPHABETICAL = 0.8
"""A list in which so many neighbours stand in order of their names says nothing of the order of the text [house]."""

_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "with"})
_KINDS = (
    ("review", lazily(r"review|meta-?anal|overview", re.IGNORECASE)),
    ("trial", lazily(r"trial|randomi[sz]|controlled|placebo", re.IGNORECASE)),
    ("guide", lazily(r"criteria|definition|guideline|consensus|classification|recommend", re.IGNORECASE)),
)


class Passage(NamedTuple):
    """A sentence with those before and behind it, and where in it a name begins and ends."""

    text: str
    before: str
    after: str
    start: int
    end: int


class Namesakes:
    """The works of a list, by what tells one from another when their authors' names do not."""

    def __init__(self, sources: Sequence[Source], alone: Mapping[str, int]) -> None:
        """`alone`: the place in the list of each name that is the first author's of one work and no other."""
        self._places = {source.key: place for place, source in enumerate(sources)}
        self._titles = {source.key: stems(source.title) for source in sources}
        self._roots = {key: _roots(title) for key, title in self._titles.items()}
        self._spread = Counter(stem for title in self._titles.values() for stem in title)
        self._root_spread = Counter(root for roots in self._roots.values() for root in roots)
        self._alone = alone
        self._sources = sources

    def likeliest(self, candidates: Sequence[Source], passage: Passage) -> list[Source]:
        """The one work that is likely enough to be meant, or none."""
        if not 1 < len(candidates) <= _MOST:
            return []
        chances = self.chances(candidates, passage)
        best = max(range(len(candidates)), key=chances.__getitem__)
        return [candidates[best]] if chances[best] >= _weights().cut else []

    def chances(self, candidates: Sequence[Source], passage: Passage) -> list[float]:
        """For each work the chance that it is meant."""
        weights = _weights().weights
        scores = [sum(map(float.__mul__, weights, row)) for row in self.rows(candidates, passage)]
        most = max(scores)
        factors = [math.exp(score - most) for score in scores]
        whole = sum(factors)
        return [factor / whole for factor in factors]

    def rows(self, candidates: Sequence[Source], passage: Passage) -> list[list[float]]:
        """For each work what speaks for it, in the order of `FEATURES`."""
        said = _said(passage.text, passage.before, passage.after)
        ahead = passage.text[max(0, passage.start - _AHEAD) : passage.start]
        near = stems(f"{ahead} {passage.text[passage.end : passage.end + _BEHIND]}")
        others = self._others(passage)
        return [self._row(source, said, near, others) for source in candidates]

    def _row(self, source: Source, said: _Said, near: set[str], others: Sequence[tuple[int, int]]) -> list[float]:
        title, roots = self._titles[source.key], self._roots[source.key]
        place, shared = self._places[source.key], title & said.words
        in_turn = others if self._in_order_of_text else ()
        kinds = [float(bool(kind.search(source.title)) and name in said.kinds) for name, kind in _KINDS]
        return [
            self._rarity(title & near),
            self._rarity(title & said.after),
            self._rarity(shared) / (self._rarity(title) or 1.0),
            self._root_rarity(roots & said.roots) / (self._root_rarity(roots) or 1.0),
            float(len(shared)),
            float(len(said.figures & set(_FIGURE.findall(source.title)))),
            float(_spelt(source.title, said.short)),
            max((math.exp(-abs(place - other) / 3 - far / 200) for other, far in in_turn), default=0.0),
            *kinds,
            math.log(max(1, len(source.families))),
            self._in_company(title, others),
        ]

    def _in_company(self, title: set[str], others: Sequence[tuple[int, int]]) -> float:
        """What a title shares with those of the works named beside it, the nearer the more."""
        return sum(
            self._rarity(title & self._titles[self._sources[other].key]) * math.exp(-far / 200) for other, far in others
        )

    def _rarity(self, shared: set[str]) -> float:
        return sum(math.log((len(self._titles) + 1) / self._spread[stem]) for stem in sorted(shared))

    def _root_rarity(self, shared: set[str]) -> float:
        return sum(math.log((len(self._titles) + 1) / self._root_spread[root]) for root in sorted(shared))

    @cached_property
    def _in_order_of_text(self) -> bool:
        """Whether the list is not in the order of its names, and so perhaps in that of the text."""
        names = [vocabulary.folded(source.families[0]) if source.families else "" for source in self._sources]
        known = [(one, other) for one, other in pairwise(names) if one and other]
        return sum(one <= other for one, other in known) < _ALPHABETICAL * max(1, len(known))

    def _others(self, passage: Passage) -> list[tuple[int, int]]:
        """The places in the list of the names around that leave no doubt, and how many letters away each stands."""
        around = f"{passage.before[-_REACH:]} "
        own = len(around) + min(passage.start, _REACH)
        text = around + passage.text[max(0, passage.start - _REACH) : passage.end + _REACH]
        text = f"{text} {passage.after[:_REACH]}"
        return [
            (place, abs(name.start() - own))
            for name in _NAME.finditer(text)
            if (place := self._alone.get(vocabulary.folded(name.group()))) is not None
        ]


class _Said(NamedTuple):
    """What a sentence and those around it say, taken apart once for all the names in it."""

    words: set[str]
    after: set[str]
    roots: set[str]
    figures: set[str]
    short: set[str]
    kinds: frozenset[str]


@lru_cache(maxsize=8)
def _said(text: str, before: str, after: str) -> _Said:
    words, behind = stems(text), stems(after)
    return _Said(
        words=words,
        after=behind - words,
        roots=_roots(words | behind | stems(before)),
        figures=set(_FIGURE.findall(text)),
        short=set(_SHORT.findall(text)),
        kinds=frozenset(name for name, kind in _KINDS if kind.search(text)),
    )


def _roots(words: set[str]) -> set[str]:
    return {word[:_PREFIX] for word in words if len(word) >= _PREFIX}


def _spelt(title: str, short: set[str]) -> int:
    """How many abbreviations a title spells out or holds: HFNC, "High-Flow Nasal Cannula"."""
    if not short:
        return 0
    words = [word for word in _PIECES.split(title) if word]
    first = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return sum(name.upper() in first or name in words for name in short)


class _Weights(NamedTuple):
    weights: tuple[float, ...]
    cut: float


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    data = json.loads(Path(__file__).with_name("namesakes.json").read_text(encoding="utf-8"))
    return _Weights(tuple(float(data["weights"][name]) for name in FEATURES), float(data["cut"]))
