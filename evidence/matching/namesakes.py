"""Which work of several by authors of the same name a sentence means, with a chance learned from papers.

Source: standards.md A3.2. The works are weighed together, so their chances sum to one, and so are all mentions of an
article that leave the same works (`joint_choices`); below the cut nothing is linked. The weights are namesakes.json;
scripts/train_namesakes.py rebuilds them, and namesakes.md says how well they do.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.matching import study_kinds
from evidence.matching.choices import Choice, Passage, jointly
from evidence.matching.citing_order import Customs
from evidence.matching.own_words import own_words
from evidence.matching.suggestions import stems

FEATURES = (
    "near", "after", "covered", "covered-around", "shared", "figures", "short-names", "in-turn", "review", "trial",
    "guide", "authors", "company", "years-rise", "years-off", "rank", "fresh", "cited", "passed", "step", "leap",
    "kinds", "kinds-untold", "protocol", "pilot", "own-roots", "own-ends", "told-of", "told-roots",
)  # fmt: skip
_MOST = 25
"""So many works by one name are weighed; of more, nothing is linked [house]."""

_BEHIND, _AHEAD = 110, 90
"""Letters behind and before a name within which a word counts as near [house]."""

_REACH = 300
"""Letters within which other names tell where in the list the text has come to [house]."""

_PREFIX, _ENDING = 5, 6
"""Letters by which words are of one root ("sedation", "sedatives") or end alike ("radiation", "chemoradiation")."""

_NAME = lazily(r"[^\W\d_a-z][\w'’-]{2,40}")
_SHORT = lazily(r"\b[A-Z][A-Za-z]?[A-Z]{1,5}(?=s?\b)")
_FIGURE = lazily(r"\d+")
_PIECES = lazily(r"[\W_]+")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "with"})
_KINDS = (
    ("review", lazily(r"review|meta-?anal|overview", re.IGNORECASE)),
    ("trial", lazily(r"trial|randomi[sz]|controlled|placebo", re.IGNORECASE)),
    ("guide", lazily(r"criteria|definition|guideline|consensus|classification|recommend", re.IGNORECASE)),
)


class Namesakes:
    """The works of a list, by what tells one from another when their authors' names do not."""

    def __init__(self, sources: Sequence[Source], alone: Mapping[str, int]) -> None:
        """`alone`: the place in the list of each name that is the first author's of one work and no other."""
        self._places = {source.key: place for place, source in enumerate(sources)}
        self._titles = {source.key: stems(source.title) for source in paced(sources)}
        self._roots = {key: _roots(title) for key, title in self._titles.items()}
        self._spread = Counter(stem for title in self._titles.values() for stem in title)
        self._root_spread = Counter(root for roots in self._roots.values() for root in roots)
        self._alone = alone
        self._sources = sources

    def settled(self, choices: Sequence[Choice], customs: Customs) -> list[Source | None]:
        """For each choice the work that is likely enough to be meant, or None."""
        found: list[Source | None] = []
        for choice, chances in zip(choices, self.weighed(choices, customs), strict=True):
            best = max(range(len(chances)), key=chances.__getitem__, default=0)
            found.append(choice.works[best] if chances and chances[best] >= _weights().cut else None)
        return found

    def weighed(self, choices: Sequence[Choice], customs: Customs) -> list[list[float]]:
        """For each choice the chance of each of its works, given the other choices; [] where they are too many."""
        alone = [self.chances(choice, customs) if len(choice.works) <= _MOST else [] for choice in paced(choices)]
        return jointly(choices, alone, customs)

    def chances(self, choice: Choice, customs: Customs) -> list[float]:
        """For each work of a choice the chance that it is meant, by the choice itself."""
        weights = _weights().weights
        return shares([sum(map(float.__mul__, weights, row)) for row in self.rows(choice, customs)])

    def rows(self, choice: Choice, customs: Customs) -> list[list[float]]:
        """For each work what speaks for it, in the order of `FEATURES`."""
        passage = choice.passage
        said = _said(passage.text, passage.before, passage.after)
        ahead = passage.text[max(0, passage.start - _AHEAD) : passage.start]
        near = stems(f"{ahead} {passage.text[passage.end : passage.end + _BEHIND]}")
        others = self._others(passage)
        told = study_kinds.told_of(f"{passage.text[: passage.start]} {passage.text[passage.end :]}")
        customary = self._customary(choice, customs)
        common = set.intersection(*(self._titles[work.key] for work in choice.works))
        own = stems(own_words(passage.text, passage.start, passage.end))
        return [
            self._row(work, said, near, others, customs)
            + row
            + _kinds(work.title, told)
            + _by_parts(self._titles[work.key] - common, said.words)
            + self._told_of(work, own)
            for work, row in zip(choice.works, customary, strict=True)
        ]

    def _row(
        self, source: Source, said: _Said, near: set[str], others: Sequence[tuple[int, int]], customs: Customs
    ) -> list[float]:
        title, roots = self._titles[source.key], self._roots[source.key]
        place, shared = self._places[source.key], title & said.words
        in_turn = others if customs.in_order_of_text else ()
        kinds = [float(name in _announced(source.title)[0] & said.kinds) for name, _ in _KINDS]
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

    def _told_of(self, source: Source, own: set[str]) -> list[float]:
        """What the words that tell of the named work alone share with a title, as words and by their roots."""
        roots = self._roots[source.key]
        shared = self._root_rarity(roots & _roots(own))
        return [self._rarity(self._titles[source.key] & own), shared / math.sqrt(self._root_rarity(roots) or 1.0)]

    def _customary(self, choice: Choice, customs: Customs) -> list[list[float]]:
        """For each work what the way the article cites tells of it: the order of years, of mentions and of the list."""
        passage = choice.passage
        company = customs.company(passage.text, passage.start, passage.end, passage.family)
        dated = sorted((work.year or 0, self._places[work.key]) for work in choice.works)
        turn = customs.turn(passage.turn) if customs.in_order_of_text else None
        rows = []
        for work in choice.works:
            place, row = self._places[work.key], [0.0] * 3
            if work.year and (company.since or company.until):
                off = max(0, (company.since or 0) - work.year) + max(0, work.year - (company.until or work.year))
                row[:2] = [customs.rise * (off == 0), customs.rise * min(off, 10) / 5]
            if company.all > 1:
                rank = (dated.index((work.year or 0, place)) + 0.5) / len(dated)
                row[2] = -abs(rank - (company.before + 0.5) / company.all)
            if turn is None:
                rows.append([*row, 0.0, 0.0, 0.0, 0.0, 0.0])
                continue
            ahead = place - turn.furthest
            rows.append(
                [
                    *row,
                    float(turn.furthest < place < turn.next),
                    float(ahead <= 0),
                    math.log1p(sum(other < place for other in turn.later)),
                    math.exp(-ahead / 3) if ahead > 0 else 0.0,
                    math.log1p(max(0, ahead)),
                ]
            )
        return rows

    def _in_company(self, title: set[str], others: Sequence[tuple[int, int]]) -> float:
        """What a title shares with those of the works named beside it, the nearer the more."""
        return sum(
            self._rarity(title & self._titles[self._sources[other].key]) * math.exp(-far / 200) for other, far in others
        )

    def _rarity(self, shared: set[str]) -> float:
        return sum(math.log((len(self._titles) + 1) / self._spread[stem]) for stem in sorted(shared))

    def _root_rarity(self, shared: set[str]) -> float:
        return sum(math.log((len(self._titles) + 1) / self._root_spread[root]) for root in sorted(shared))

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


def shares(scores: Sequence[float]) -> list[float]:
    """Chances that sum to one, by scores that are their logs but for a constant."""
    most = max(scores)
    factors = [math.exp(score - most) for score in scores]
    whole = sum(factors)
    return [factor / whole for factor in factors]


@lru_cache(maxsize=1 << 10)
def _announced(title: str) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of work and of study that a title announces."""
    return frozenset(name for name, kind in _KINDS if kind.search(title)), study_kinds.announced_by(title)


def _kinds(title: str, told: frozenset[str]) -> list[float]:
    """How many kinds of study title and sentence tell of, and how many the title alone; protocol and pilot apart."""
    announced = _announced(title)[1]
    apart = announced & told
    usual = announced - {"protocol", "pilot"}
    return [
        float(len(usual & told)), float(len(usual - told)), float("protocol" in apart), float("pilot" in apart),
    ]  # fmt: skip


def _by_parts(own: set[str], said: set[str]) -> list[float]:
    """What share of the words that not all titles hold has its root in a sentence, and how many end there alike."""
    long = [word for word in own if len(word) >= _PREFIX]
    endings = {word[-_ENDING:] for word in said if len(word) >= _PREFIX}
    roots = _roots(said)
    alike = sum(word not in said and word[-_ENDING:] in endings for word in long)
    return [sum(word[:_PREFIX] in roots for word in long) / (len(long) + 2), float(alike)]


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
