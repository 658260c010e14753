"""Finds the library's record of a work: by identifier, by title, year and first author, or by its page on the web."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db.models import Q

from citations.lookups.markup import without_tags
from citations.lookups.title_matching import SIMILAR, similarity
from citations.models import Citation
from evidence import Source
from evidence.matching import web_addresses
from evidence.references.identifiers import work_key

IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn")
IN_BOOKS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
"""Types of works whose ISBN is that of the book they stand in: it names the book, and all of its chapters have it."""
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
    contradicts, so that two papers with one title stay two. At one address there is one work, unless both have titles
    and these differ.
    """
    shelf = shelf_for(sources)
    return [shelf.find(source) for source in sources]


def shelf_for(sources: Sequence[Source]) -> Shelf:
    """The works of the library that any of the sources may be."""
    wanted = Q(fingerprint__in=[fingerprint_of(source) for source in sources])
    for name in IDENTIFIERS:
        values = [identifier_of(source, name) for source in sources]
        wanted |= Q(**{f"{name}__in": [value for value in values if value]})
    if pages := {rough_address(source.url) for source in sources if _page_of(source.url)}:
        wanted |= ~Q(url="") & Q(address_key__in=pages)  # the first half is the condition of the index
    return Shelf(Citation.objects.filter(wanted).order_by("pk") if sources else ())


class Shelf:
    """Works that can be found by identifier, by fingerprint or by address, saved or not."""

    def __init__(self, works: Iterable[Citation]) -> None:
        self._by_identifier: dict[tuple[str, str], Citation] = {}
        self._by_fingerprint: dict[str, list[Citation]] = {}
        self._by_page: dict[str, list[Citation]] = {}
        for work in works:
            self.put(work)

    def put(self, work: Citation) -> None:
        """Also after a work has gained an identifier."""
        for name in IDENTIFIERS:
            if value := getattr(work, name):
                self._by_identifier.setdefault((name, value), work)
        _put_once(self._by_fingerprint.setdefault(work.fingerprint, []), work)
        if page := _page_of(work.url):
            _put_once(self._by_page.setdefault(page, []), work)

    def holder(self, name: str, value: str) -> Citation | None:
        return self._by_identifier.get((name, value))

    def find(self, source: Source) -> Citation | None:
        given = {name: value for name in IDENTIFIERS if (value := identifier_of(source, name))}
        for name, value in given.items():
            if work := self.holder(name, value):
                return work
        alike = self._by_fingerprint.get(fingerprint_of(source), ())
        work = next((work for work in alike if not any(getattr(work, name) for name in given)), None)
        return work or self._on_page(source, identified=bool(given))

    def _on_page(self, source: Source, *, identified: bool) -> Citation | None:
        """A work at the source's address. Many stand at the front door of a site: the title has to say which."""
        works = self._by_page.get(_page_of(source.url), ())
        untitled = (work for work in works if is_untitled(work))
        if identified:
            return next((work for work in untitled if not any(getattr(work, name) for name in IDENTIFIERS)), None)
        if not source.title:
            return works[0] if len(works) == 1 else next(untitled, None)
        return next((work for work in works if is_untitled(work) or _same_title(work, source)), None)


def _put_once(works: list[Citation], work: Citation) -> None:
    if not any(one is work for one in works):
        works.append(work)


def _same_title(work: Citation, source: Source) -> bool:
    """A yearly report stands at one address every year."""
    if work.year and source.year and work.year != source.year:
        return False
    return similarity(work.title, source.title) >= SIMILAR


@lru_cache(maxsize=2048)
def _page_of(url: str) -> str:
    """One form of an address that names no work by an identifier; else ""."""
    return web_addresses.address(url) if url and not work_key(url) else ""


def rough_address(url: str) -> str:
    """The beginning of an address in plain letters, as `Citation.address_key` has it: what to look for by an index."""
    bare = re.sub(r"^[a-z]+://(www\.)?(m\.)?|[?#].*$", "", url, flags=re.IGNORECASE | re.DOTALL)
    return re.sub(r"[^a-z0-9]+", "", bare.lower())[:80]


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
    """An identifier of the work itself."""
    if name == "isbn" and source.kind in IN_BOOKS:
        return None
    value = str(getattr(source, name)).strip()
    return (value.lower() if name == "doi" else value) or None
