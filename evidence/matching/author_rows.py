"""Works named by their authors in a row, "Oswald, Heil & Goldbeck", or by a pair with a slip of the pen in it.

Source: standards.md A3.2. Who writes all the names leaves little doubt: of three or more, one may be written
otherwise; of the two of a pair, one may differ in a letter where the list knows no work by the name as written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.matching.family_names import WRITTEN, forms, is_slip, is_written, without_particles

_ROW = lazily(
    rf"\b(?P<names>{WRITTEN}(?:,\s+{WRITTEN}){{0,11}}),?\s+(?:and|&)\s+(?P<last>{WRITTEN})"
    r"(?:\s*,?\s*[(\[]?\s*(?P<year>(?:19|20)\d\d)\b)?"
)
_COMMA = lazily(r",\s+")
_PAIR = 2
_LEAST = 5
"""Letters of a name that may be a slip where the first of the pair is as written: "Poe and Clark" for Clarke."""


class AuthorRow(NamedTuple):
    """Names in a row with the works that all of them wrote; `year` is the one behind them, or None."""

    text: str
    works: tuple[Source, ...]
    year: int | None
    start: int
    end: int


class AuthorRows:
    """The works of a list by all their authors; `first` are the works by the first of them."""

    def __init__(self, sources: Sequence[Source], first: Mapping[str, Mapping[str, Source]]) -> None:
        self._first = first
        self._second: dict[str, list[Source]] = {}
        for source in paced(sources):
            if len(source.families) == _PAIR:
                for form in set(forms(source.families[1])):
                    self._second.setdefault(form, []).append(source)

    def named(self, text: str) -> Iterator[AuthorRow]:
        """Every row of names that some work of the list is by, in order."""
        if "&" not in text and " and " not in text:
            return
        for match in _ROW.finditer(text):
            begins = [0, *(comma.end() for comma in _COMMA.finditer(match["names"]))]
            skipped, works = self._by([*_COMMA.split(match["names"]), match["last"]])
            if works:
                start = match.start() + begins[skipped]
                year = int(match["year"]) if match["year"] else None
                yield AuthorRow(text[start : match.end()], tuple(works), year, start, match.end())

    def _by(self, names: Sequence[str]) -> tuple[int, list[Source]]:
        """How many words at the beginning are no authors ("Indeed, Oswald, Heil and ..."), and the works."""
        for skipped in range(len(names) - _PAIR):
            row = names[skipped:]
            works = [work for work in self._called(row[0]) if _are_of(work, row)]
            if whole := [work for work in works if len(work.families) == len(row)]:
                return skipped, whole
            if works:
                return skipped, works
        return len(names) - _PAIR, self._with_slip(*names[-_PAIR:])

    def _with_slip(self, one: str, other: str) -> list[Source]:
        """The works of two people of whose names one is written with a slip of the pen."""
        if by_first := self._called(one):
            pairs = [work for work in by_first if len(work.families) == _PAIR]
            if any(is_written(other, work.families[1]) for work in by_first if len(work.families) > 1):
                return []
            return [work for work in pairs if is_slip(other, work.families[1], _LEAST)]
        folded = vocabulary.folded(other)
        pairs = self._second.get(folded) or self._second.get(without_particles(folded), [])
        return [work for work in pairs if is_slip(one, work.families[0])]

    def _called(self, name: str) -> list[Source]:
        folded = vocabulary.folded(name)
        works = self._first.get(folded) or self._first.get(without_particles(folded)) or {}
        return list(works.values())


def _are_of(work: Source, names: Sequence[str]) -> bool:
    """Whether the names are those of the first authors of a work in their order, all but one at least."""
    if len(work.families) < len(names):
        return False
    right = sum(is_written(name, family) for name, family in zip(names, work.families, strict=False))
    return right >= max(_PAIR, len(names) - 1)
