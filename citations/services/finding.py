"""Finds the library's record of a work: by identifier, or by title, year and first author."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db.models import Q

from citations.lookups.markup import without_tags
from citations.models import Citation
from evidence.values import Source

IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn")
UNTITLED = " (title not yet known)"


def fingerprint(title: str, year: int | None, families: Sequence[str]) -> str:
    """SHA-256 over folded title, year and first family name: two records with equal ones are one work."""
    return _fingerprint(title, year, families[0] if families else "")


@lru_cache(maxsize=1024)
def _fingerprint(title: str, year: int | None, first: str) -> str:
    """Kept for a while: finding a work and making it ask for the same one."""
    return hashlib.sha256("|".join((_folded(title), str(year or ""), _folded(first))).encode()).hexdigest()


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", " ", plain.casefold()).strip()


def find_works(sources: Sequence[Source]) -> list[Citation | None]:
    """The library's work for each source, or None, in order; one query for all of them.

    An identifier that both have decides. Title, year and first author are compared only where no identifier
    contradicts, so that two papers with one title stay two.
    """
    shelf = shelf_for(sources)
    return [shelf.find(source) for source in sources]


def shelf_for(sources: Sequence[Source]) -> Shelf:
    """The works of the library that any of the sources may be."""
    wanted = Q(fingerprint__in=[fingerprint_of(source) for source in sources])
    for name in IDENTIFIERS:
        values = [identifier_of(source, name) for source in sources]
        wanted |= Q(**{f"{name}__in": [value for value in values if value]})
    return Shelf(Citation.objects.filter(wanted).order_by("pk") if sources else ())


class Shelf:
    """Works that can be found by identifier or by fingerprint, saved or not."""

    def __init__(self, works: Iterable[Citation]) -> None:
        self._by_identifier: dict[tuple[str, str], Citation] = {}
        self._by_fingerprint: dict[str, list[Citation]] = {}
        for work in works:
            self.put(work)

    def put(self, work: Citation) -> None:
        """Also after a work has gained an identifier."""
        for name in IDENTIFIERS:
            if value := getattr(work, name):
                self._by_identifier.setdefault((name, value), work)
        alike = self._by_fingerprint.setdefault(work.fingerprint, [])
        if not any(one is work for one in alike):
            alike.append(work)

    def holder(self, name: str, value: str) -> Citation | None:
        return self._by_identifier.get((name, value))

    def find(self, source: Source) -> Citation | None:
        given = {name: value for name in IDENTIFIERS if (value := identifier_of(source, name))}
        for name, value in given.items():
            if work := self.holder(name, value):
                return work
        alike = self._by_fingerprint.get(fingerprint_of(source), ())
        return next((work for work in alike if not any(getattr(work, name) for name in given)), None)


def fingerprint_of(source: Source) -> str:
    return fingerprint(
        without_tags(source.title) or source.raw or name_of_untitled(source), source.year, source.families
    )


def name_of_untitled(source: Source) -> str:
    """What a work is called of which only an identifier is known so far."""
    if source.pmid:
        return f"PubMed {source.pmid}{UNTITLED}"
    return f"{source.doi or source.pmcid or source.isbn or source.url or 'A work'}{UNTITLED}"


def is_untitled(citation: Citation) -> bool:
    """Whether only an identifier is known of the work so far."""
    return citation.title.endswith(UNTITLED)


def identifier_of(source: Source, name: str) -> str | None:
    value = str(getattr(source, name)).strip()
    return (value.lower() if name == "doi" else value) or None
