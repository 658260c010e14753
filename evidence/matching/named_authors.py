"""Which work of a list a named study means: "Lee and colleagues", "Lee and Okoro (2020)", "Dr Lee's team".

Source: standards.md A3.2. A name that several works share is settled by a co-author, the year, or by what the sentence
says of the work (`namesakes`); where these leave a doubt, nothing is linked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from evidence.claims.study_mentions import bare, named_studies
from evidence.context import Source
from evidence.language import vocabulary
from evidence.language.patterns import Cue, lazily
from evidence.matching.author_rows import AuthorRows
from evidence.matching.family_names import SURE_LENGTH, WRITTEN, forms, shortened, without_particles
from evidence.matching.namesakes import Namesakes, Passage

_YEAR = lazily(r"\b(?:19|20)\d\d\b")
_SPOKEN = Cue(
    r"\b(?P<name>[A-Z][\w'’-]*\w)(?:['’]s\s+(?:\w+\s+)?(?:study|trial|team|group|work|paper|results?|findings|research|data)"
    r"|\s*\((?P<year>(?:19|20)\d\d)[a-z]?\)"
    r"|\s+(?:\w+ly\s+)?(?:found|showed|reported|observed|concluded|demonstrated|studied|suggested|argued?|noted|followed))\b",
    re.NOFLAG,
)
_KEPT = 2000
"""So many sentences are remembered: links and lost mentions ask for the same ones."""

_PAIR = lazily(
    rf"\b(?P<name>{WRITTEN})\s+(?:and|&)\s+(?P<second>{WRITTEN})(?:['’]s)?(?:\s*\(?\s*(?P<year>(?:19|20)\d\d))?"
)


class AuthorMention(NamedTuple):
    """A study named by its authors; `keys` is empty where it is not on the list or not settled."""

    text: str
    keys: tuple[str, ...]


class AuthorIndex:
    """The works of a list by their authors' family names."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._first: dict[str, dict[str, Source]] = {}
        self._any: dict[str, dict[str, Source]] = {}
        self._near: dict[str, set[str]] = {}
        self._read: dict[tuple[str, str, str], list[AuthorMention]] = {}
        for source in sources:
            for place, family in enumerate(source.families):
                for name in forms(family):
                    _add(self._any, name, source)
                    if place == 0:
                        _add(self._first, name, source)
        for name in self._first:
            for shorter in shortened(name):
                self._near.setdefault(shorter, set()).add(name)
        places = {source.key: place for place, source in enumerate(sources)}
        alone = {name: places[next(iter(works))] for name, works in self._first.items() if len(works) == 1}
        self.namesakes = Namesakes(sources, alone)
        self._rows = AuthorRows(sources, self._first)

    def named(self, text: str, before: str = "", after: str = "") -> list[AuthorMention]:
        """Every study that a sentence names by its authors, with the work it means if that is certain.

        `before` and `after` are the sentences around, which help to tell namesakes' works apart.
        """
        asked = (text, before, after)
        if asked not in self._read:
            if len(self._read) > _KEPT:
                self._read.clear()
            self._read[asked] = self._named(*asked)
        return self._read[asked]

    def _named(self, text: str, before: str, after: str) -> list[AuthorMention]:
        settle = _Settling(self, text, before, after)
        names: list[AuthorMention] = []
        covered: list[tuple[int, int]] = []
        for study in named_studies(text):
            span = (study.start, study.end)
            keys = settle.one(study.family, study.second, study.year, span)
            if not keys and study.second and not self._knows(study.family):
                keys = settle.one(study.second, "", study.year, span)  # "according to Fall, Lee et al.": two studies
            names.append(AuthorMention(study.text, keys))
            covered.append((study.start, study.end))
        rows = self._rows.named(text) if self._first else ()
        for row in _outside(covered, rows, lambda row: row.start):
            if keys := settle.among(row.works, row.year, (row.start, row.end)):
                names.append(AuthorMention(row.text, keys))
                covered.append((row.start, row.end))
        pairs = (_PAIR,) if "and" in text or "&" in text else ()
        for pattern in (*pairs, _SPOKEN) if self._first else ():
            free = _outside(covered, pattern.finditer(text), re.Match.start)
            for found in free:
                second = bare(found.group("second")) if pattern is _PAIR else ""
                year = int(found.group("year")) if found.group("year") else None
                keys = settle.one(found.group("name"), second, year, found.span(), strict=True)
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
            folded = vocabulary.folded(second)
            others = self._any.get(folded) or self._any.get(without_particles(folded), {})
            both = [source for source in candidates if source.key in others]
            candidates = both if strict or both or len(candidates) > 1 else candidates
        if year is not None:
            candidates = [source for source in candidates if source.year in (year, None)]
        elif len(candidates) > 1:
            candidates = [source for source in candidates if source.year in years] or candidates
        return _as_many(candidates, pair=bool(second))

    @staticmethod
    def years(text: str) -> frozenset[int]:
        """The years that a sentence writes."""
        return frozenset(int(written) for written in _YEAR.findall(text))

    def _knows(self, name: str) -> bool:
        return bool(self._called(vocabulary.folded(name), strict=False))

    def _called(self, name: str, *, strict: bool) -> list[Source]:
        works = self._first.get(name) or ({} if strict else self._any.get(name, {}))
        if not works and " " in name:
            plain = without_particles(name)
            works = self._first.get(plain) or ({} if strict else self._any.get(plain, {}))
        found = list(works.values())
        if found or strict or len(name) < SURE_LENGTH:
            return found
        alike = {other for shorter in shortened(name) for other in self._near.get(shorter, ())}
        alike = {other for other in alike if other[0] == name[0] and len(other) >= SURE_LENGTH}
        return list(self._first[alike.pop()].values()) if len(alike) == 1 else []


class _Settling:
    """Settles the names of one sentence, each only once however often it stands there."""

    def __init__(self, authors: AuthorIndex, text: str, before: str, after: str) -> None:
        self._authors = authors
        self._text = text
        self._around = (before, after)
        self._known: dict[tuple[str, str, int | None, bool], tuple[str, ...]] = {}

    def one(
        self, name: str, second: str, year: int | None, span: tuple[int, int], *, strict: bool = False
    ) -> tuple[str, ...]:
        """The key of the one work that a name means, or (); `span` is where the name stands, the first time counts."""
        asked = (name, second, year, strict)
        if asked not in self._known:
            candidates = self._authors.meant(name, second, year, self._years, strict=strict)
            if len(candidates) > 1:
                candidates = self._authors.namesakes.likeliest(candidates, Passage(self._text, *self._around, *span))
            self._known[asked] = (candidates[0].key,) if len(candidates) == 1 else ()
        return self._known[asked]

    def among(self, works: Sequence[Source], year: int | None, span: tuple[int, int]) -> tuple[str, ...]:
        """The key of the one of these works that is meant, or ()."""
        told = {year} if year is not None else self._years
        left = [work for work in works if work.year in told] or [work for work in works if year in (None, work.year)]
        if len(left) > 1:
            left = self._authors.namesakes.likeliest(left, Passage(self._text, *self._around, *span))
        return (left[0].key,) if len(left) == 1 else ()

    @cached_property
    def _years(self) -> frozenset[int]:
        return self._authors.years(self._text)


_Found = TypeVar("_Found")


def _outside(
    covered: Sequence[tuple[int, int]], found: Iterable[_Found], start: Callable[[_Found], int]
) -> list[_Found]:
    """What does not begin inside a stretch that is covered already."""
    spans = sorted(covered)
    starts = [start for start, _ in spans]
    free = []
    for one in found:
        place = bisect_right(starts, start(one)) - 1
        if place < 0 or spans[place][1] <= start(one):
            free.append(one)
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
