"""Which work of a list a named study means: "Lee and colleagues", "Lee and Okoro (2020)", "Dr Lee's team".

Source: standards.md A3.2. A name that several works share is settled by a co-author, the year, or words of the
title; where these leave a doubt, nothing is linked.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from evidence.claims.study_mentions import bare, named_studies
from evidence.context import Source
from evidence.language import vocabulary
from evidence.matching.suggestions import stems

MARGIN = 3.0
"""By how much the title words of one work must outweigh those of a namesake's, in natural-log rarity. Set on
buckets 0-6 of the mention-linking articles so that more than nineteen of twenty links are right."""

_AROUND = 0.3
"""What a word of the sentences around counts, against one of the sentence itself."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_INITIALS = re.compile(r"\s+[A-Z]{1,3}$")
_PARTICLES = frozenset({"al", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "van", "von"})
_SURE_LENGTH = 7
"""Shorter names differ by one letter too often ("Hansen", "Jansen") for a slip of the pen to be told from a name."""

_SPOKEN = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]*\w)(?:['’]s\s+(?:\w+\s+)?(?:study|trial|team|group|work|paper|results?|findings|research|data)"
    r"|\s*\((?P<year>(?:19|20)\d\d)[a-z]?\)"
    r"|\s+(?:\w+ly\s+)?(?:found|showed|reported|observed|concluded|demonstrated|studied|suggested|argued?|noted|followed))\b"
)
_KEPT = 2000
"""So many sentences are remembered: links and lost mentions ask for the same ones."""

_PAIR = re.compile(
    r"\b(?P<name>[^\W\d_a-z][\w'’-]*\w)\s+(?:and|&)\s+(?P<second>[^\W\d_a-z][\w'’-]*\w)(?:['’]s)?(?:\s*\(?\s*(?P<year>(?:19|20)\d\d))?"
)


@dataclass(frozen=True, slots=True)
class AuthorMention:
    """A study named by its authors; `keys` is empty where it is not on the list or not settled."""

    text: str
    keys: tuple[str, ...]


class AuthorIndex:
    """The works of a list by their authors' family names."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._first: dict[str, dict[str, Source]] = {}
        self._any: dict[str, dict[str, Source]] = {}
        self._near: dict[str, set[str]] = {}
        self._read: dict[tuple[str, str], list[AuthorMention]] = {}
        self._titles = {source.key: stems(source.title) for source in sources}
        self._spread = Counter(stem for title in self._titles.values() for stem in title)
        for source in sources:
            for place, family in enumerate(source.families):
                for name in forms(family):
                    _add(self._any, name, source)
                    if place == 0:
                        _add(self._first, name, source)
        for name in self._first:
            for shorter in _shortened(name):
                self._near.setdefault(shorter, set()).add(name)

    def named(self, text: str, context: str = "") -> list[AuthorMention]:
        """Every study that a sentence names by its authors, with the work it means if that is certain.

        `context` is the text around, whose words help to tell namesakes' works apart.
        """
        if (text, context) not in self._read:
            if len(self._read) > _KEPT:
                self._read.clear()
            self._read[text, context] = self._named(text, context)
        return self._read[text, context]

    def _named(self, text: str, context: str) -> list[AuthorMention]:
        settle = _Settling(self, text, context)
        names: list[AuthorMention] = []
        covered: list[tuple[int, int]] = []
        for study in named_studies(text):
            keys = settle.one(study.family, study.second, study.year)
            if not keys and study.second and not self._knows(study.family):
                keys = settle.one(study.second, "", study.year)  # "according to Fall, Lee et al.": two studies
            names.append(AuthorMention(study.text, keys))
            covered.append((study.start, study.end))
        for pattern in (_PAIR, _SPOKEN) if self._first else ():
            free = _outside(covered, pattern.finditer(text))
            for found in free:
                second = bare(found.group("second")) if pattern is _PAIR else ""
                year = int(found.group("year")) if found.group("year") else None
                keys = settle.one(found.group("name"), second, year, strict=True)
                if keys:
                    names.append(AuthorMention(found.group(), keys))
                    covered.append(found.span())
        return names

    def meant(
        self, name: str, second: str, year: int | None, years: frozenset[int], *, strict: bool = False
    ) -> list[Source]:
        """The works that a name may mean: first authors before others, then a co-author, then the year."""
        candidates = self._called(vocabulary.folded(name), strict=strict)
        if second:
            others = self._any.get(vocabulary.folded(second), {})
            both = [source for source in candidates if source.key in others]
            candidates = both if strict or both or len(candidates) > 1 else candidates
        if year is not None:
            candidates = [source for source in candidates if source.year in (year, None)]
        elif len(candidates) > 1:
            candidates = [source for source in candidates if source.year in years] or candidates
        return _as_many(candidates, pair=bool(second))

    def _knows(self, name: str) -> bool:
        return bool(self._called(vocabulary.folded(name), strict=False))

    def _called(self, name: str, *, strict: bool) -> list[Source]:
        works = self._first.get(name) or ({} if strict else self._any.get(name, {}))
        if not works and " " in name:
            plain = _without_particles(name)
            works = self._first.get(plain) or ({} if strict else self._any.get(plain, {}))
        found = list(works.values())
        if found or strict or len(name) < _SURE_LENGTH:
            return found
        alike = {other for shorter in _shortened(name) for other in self._near.get(shorter, ())}
        alike = {other for other in alike if other[0] == name[0] and len(other) >= _SURE_LENGTH}
        return list(self._first[alike.pop()].values()) if len(alike) == 1 else []

    def likeliest(self, candidates: Sequence[Source], said: set[str], around: set[str]) -> list[Source]:
        """The candidate whose title says clearly more of the sentence than any other's, if there is one."""
        scored = sorted(
            (
                (self._weight(source, said) + _AROUND * self._weight(source, around - said), source)
                for source in candidates
            ),
            key=lambda pair: (-pair[0], pair[1].key),
        )
        return [scored[0][1]] if scored[0][0] >= scored[1][0] + MARGIN else []

    def _weight(self, source: Source, said: set[str]) -> float:
        shared = sorted(said & self._titles[source.key])
        return sum(math.log((len(self._titles) + 1) / self._spread[stem]) for stem in shared)


class _Settling:
    """Settles the names of one sentence, each only once however often it stands there."""

    def __init__(self, authors: AuthorIndex, text: str, context: str) -> None:
        self._authors = authors
        self._text = text
        self._context = context
        self._known: dict[tuple[str, str, int | None, bool], tuple[str, ...]] = {}

    def one(self, name: str, second: str, year: int | None, *, strict: bool = False) -> tuple[str, ...]:
        """The key of the one work that a name means, or ()."""
        asked = (name, second, year, strict)
        if asked not in self._known:
            candidates = self._authors.meant(name, second, year, self._years, strict=strict)
            if len(candidates) > 1:
                candidates = self._authors.likeliest(candidates, *self._words)
            self._known[asked] = (candidates[0].key,) if len(candidates) == 1 else ()
        return self._known[asked]

    @cached_property
    def _years(self) -> frozenset[int]:
        return frozenset(int(written) for written in _YEAR.findall(self._text))

    @cached_property
    def _words(self) -> tuple[set[str], set[str]]:
        return stems(self._text), stems(self._context)


def _outside(covered: Sequence[tuple[int, int]], found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """The matches that do not begin inside a stretch that is covered already."""
    spans = sorted(covered)
    starts = [start for start, _ in spans]
    free = []
    for match in found:
        place = bisect_right(starts, match.start()) - 1
        if place < 0 or spans[place][1] <= match.start():
            free.append(match)
    return free


def _as_many(candidates: list[Source], *, pair: bool) -> list[Source]:
    """Works by just two authors for "Lee and Okoro", works by more for "Lee et al.", where there are both.

    Nobody is "et al." of a work by one author.
    """
    fitting = [source for source in candidates if (len(source.families) == 2) is pair]
    if not pair:
        fitting = [source for source in fitting if len(source.families) != 1] or fitting
    return fitting or candidates


def _add(index: dict[str, dict[str, Source]], name: str, source: Source) -> None:
    index.setdefault(name, {})[source.key] = source


def forms(family: str) -> Iterator[str]:
    """A family name as it may be written: whole, without particles and initials, each half of a double name."""
    name = vocabulary.folded(_INITIALS.sub("", family.strip()))
    if not name:
        return
    yield name
    spelt = name.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    if spelt != name:
        yield spelt  # "Boeger" for "Böger"
    plain = _without_particles(name)
    parts = plain.split()
    if plain not in ("", name):
        yield plain
    if len(parts) > 1:
        yield from (part for part in parts if len(part) > 3)


def _without_particles(name: str) -> str:
    return " ".join(part for part in name.split() if part not in _PARTICLES)


def _shortened(name: str) -> set[str]:
    """The name itself and the name less any one letter: two names share one of these where one letter differs."""
    if len(name) < _SURE_LENGTH - 1:
        return set()
    return {name} | {name[:place] + name[place + 1 :] for place in range(len(name))}
