"""Names in the text that come near a reference without fitting it: another year, or a name spelt otherwise.

Source: ICMJE, "References": what is cited should be checked against the work. Such a name is told to editors with the
reference that seems to be meant; whether it is meant, they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidence.claims.study_mentions import named_studies
from evidence.context import Source
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.matching.family_names import forms
from evidence.reading import footnotes
from evidence.values import Document

_SHORTEST = 5
"""Shorter names differ by a letter too often for a slip of the pen to be told from another name [house]."""
_LONG = 7
"""From so many letters two of them may differ, or one where no year is beside the name [house]."""
_LONGEST = 60
"""No family name has more letters; to compare longer ones letter by letter would take long."""
_CROWD = 60
"""Where more names of a list begin and last alike, a slip is not told from another name, and comparing takes long."""


class Mismatch(NamedTuple):
    """A study as the text names it, the key of the reference it comes near, and what differs: "year" or "name"."""

    mention: str
    key: str
    differs: str


@dataclass(slots=True, eq=False, repr=False)
class _List:
    """The works of a list by the names of their first authors, these by first letter and length, and every name."""

    first: dict[str, dict[str, Source]] = field(default_factory=dict)
    alike: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    asked: dict[tuple[str, int | None], tuple[Source, str] | None] = field(default_factory=dict)


def mismatches(document: Document, sources: Sequence[Source]) -> dict[int, tuple[Mismatch, ...]]:
    """The names, by sentence, that come near one reference without fitting it."""
    works = _list_of(sources)
    found: dict[int, list[Mismatch]] = {}
    if not works.first:
        return {}
    for sentence, words, family, year in _named(document):
        asked = (_letters(vocabulary.folded(family)), year)
        if asked not in works.asked:
            works.asked[asked] = _near(works, *asked)
        near = works.asked[asked]
        if near:
            found.setdefault(sentence, []).append(Mismatch(words, near[0].key, near[1]))
    return {sentence: tuple(dict.fromkeys(rows)) for sentence, rows in found.items()}


def _list_of(sources: Sequence[Source]) -> _List:
    works = _List()
    for source in sources:
        if not source.on_list:
            continue
        for place, family in enumerate(source.families):
            for name in map(_letters, forms(family)):
                works.known.add(name)
                if place == 0:
                    if name not in works.first and _SHORTEST <= len(name) <= _LONGEST:
                        works.alike.setdefault((name[0], len(name)), []).append(name)
                    works.first.setdefault(name, {})[source.key] = source
    return works


def _named(document: Document) -> Iterator[tuple[int, str, str, int | None]]:
    """Sentence, words, family name and year of everything in the text that names a study by an author."""
    for sentence in paced(document.sentences):
        for study in named_studies(sentence.text):
            yield sentence.index, study.text, study.family, study.year
    for marker in footnotes.markers(document):
        for key in marker.keys:
            scheme, _, rest = key.partition(":")
            family, _, year = rest.partition(":")
            if scheme == "author" and year[:4].isdecimal():
                yield marker.sentence, marker.text.strip(" ()[]"), family, int(year[:4])


def _near(works: _List, name: str, year: int | None) -> tuple[Source, str] | None:
    """The one work that a name and year come near, and what differs; None where they fit one, or none or several."""
    if name in works.known:
        own = list(works.first.get(name, {}).values())
        if year is not None and len(own) == 1 and own[0].year not in (None, year):
            return own[0], "year"
        return None
    if not _SHORTEST <= len(name) <= _LONGEST:
        return None
    allowed = 2 if len(name) >= _LONG and year is not None else 1
    lengths = range(len(name) - allowed, len(name) + allowed + 1)
    others = [other for length in lengths for other in works.alike.get((name[0], length), ())]
    if len(others) > _CROWD:
        return None
    alike = {
        source.key: source
        for other in others
        if len(set(name) ^ set(other)) <= 2 * allowed and _differ(name, other, allowed)
        for source in works.first[other].values()
        if source.year == year or (year is None and len(name) >= _LONG)
    }
    return (next(iter(alike.values())), "name") if len(alike) == 1 else None


def _letters(name: str) -> str:
    """A name without hyphens, spaces and apostrophes, which writers set as they please."""
    return "".join(letter for letter in name if letter.isalnum())


def _differ(one: str, other: str, most: int) -> bool:
    """Whether changing, adding, dropping or swapping at most so many letters makes one name the other."""
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        older, before, row = before, row, [place]
        for at, wanted in enumerate(other, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != wanted))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == wanted:
                cost = min(cost, older[at - 2] + 1)
            row.append(cost)
    return row[-1] <= most
