"""What brackets call a work by that its list gives no author or no year of: the body that puts it out, a bare name.

Source: standards.md A3.2 (a resolved name); APA 7, 8.44 ("n.d."). "(Sleep Council 2021)" leads to "What is sleep? Sleep
Council. [accessed 2021 Jan 7]", where one work alone of the list is from that body and of that year or of none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evidence.context import Source
from evidence.deadline import paced
from evidence.language.dotted_names import undotted
from evidence.language.patterns import lazily
from evidence.matching import hosts, short_names
from evidence.reading.author_date import family_key

ANY_YEAR = "*"
"""Stands for the year of a work that bears none."""

_LONGEST = 600
"""So many letters of an entry are looked at."""
_PARTS = 3
"""Of a name of so many words brackets may be taken to give the last alone: "(Sleep Council 2021)" [house]."""
_LEAST = 2
"""Letters of a name, as in "Food Council UK"."""
_BREAKS = lazily(r"[.:;,|()\[\]<>?!\"“”*_]+\s*|\s[-–—]\s|\n")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’&-]{0,40}"
_BODY = lazily(rf"(?:The\s)?(?P<name>{_CAPITAL}(?:\s(?:(?:of|for|and|the|on|in|&)\s){{0,2}}{_CAPITAL}){{1,8}})")
_DATES = lazily(r"(?i:Accessed|Retrieved|Available|Viewed|Updated|Published|Reviewed|Cited)\b|\w+\s(?:19|20)\d\d$|\d")


def in_brackets(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """A name as "author:sleepcouncil:2021" or with `ANY_YEAR`, and the one work that it may mean."""
    found: dict[str, list[Source]] = {}
    for source in paced(sources):
        if source.on_list:
            for name in _names(source):
                found.setdefault(f"author:{name}:{source.year or ANY_YEAR}", []).append(source)
    yield from ((name, works[0]) for name, works in found.items() if len(works) == 1)


def _names(source: Source) -> set[str]:
    """The names of the bodies that an entry gives, of the one at whose address it stands, and of the first author."""
    names, short = {*source.families[:1], *hosts.labels(source)}, set[str]()
    for piece in _pieces(source):
        if body := _BODY.fullmatch(piece.strip(" -–—")):
            words = body["name"].split()
            names.add(body["name"])
            short |= short_names.initials(body["name"])
            if len(words) <= _PARTS and all(family in body["name"] for family in source.families[:1]):
                names |= {words[-1], *words[1:-1], " ".join(words[:-1])}
    return {key for name in names if len(key := family_key(name)) >= _LEAST} | (short - short_names.COMMON)


def _pieces(source: Source) -> Iterator[str]:
    """What stands between the stops of an entry, without its title and dates."""
    yield from (source.container, *source.families)
    for piece in _BREAKS.split(undotted(source.raw[:_LONGEST])):
        if piece and not _DATES.match(piece) and piece.strip() != source.title.strip(" .?!"):
            yield piece
