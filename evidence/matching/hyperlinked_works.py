"""Works that a text cites by a link alone, without a list: each becomes a source of which only the address is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from evidence.claims.study_mentions import named_studies
from evidence.context import Design, Source
from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.matching import web_addresses
from evidence.matching.headed_sections import heading_links
from evidence.matching.known_works import resolves
from evidence.matching.passing_links import in_passing
from evidence.references.identifiers import article_key, work_key
from evidence.references.public_bodies import is_agency, is_guideline
from evidence.values import Claim, Document, How, Link, Marker

_FIELDS = ("doi", "pmid", "pmcid", "url")
_CONTENTS = 3
"""From so many places of one address on, links make a table of contents [house]."""

_ON_A_STUDY = lazily(
    r"(?:(?:research|study|paper|trial|journal)(?:[_-]?(?:article|paper))?|source)[_-]?(?:link|url|doi|href|source)?",
    re.IGNORECASE,
)
"""Fields of front matter that say which work a page is about; a bare "doi" may be the page's own."""
_BEFORE = 90
"""How far before a link its authors' names may stand: "Lee and colleagues ([2020](address))"."""


def linked_works(document: Document, sources: Sequence[Source], own: Collection[str] = ()) -> tuple[Source, ...]:
    """A source for every linked work or page that is not among the sources yet, in the order of the links.

    `own` are the hosts of the page's own site and of sellers, which are no sources. The names that stand in a link or
    right before it are those of its authors, so that "Lee and colleagues" leads there later on.
    """
    found: dict[str, Source] = {}
    known = resolves(sources)
    for start, key, link in paced(sorted(_keys(document, own), key=lambda row: row[0])):
        scheme, _, value = key.partition(":")
        if scheme in _FIELDS and value and not known(key):
            name = f"page:{web_addresses.address(value)}" if scheme == "url" else key.lower()
            if name not in found:
                found[name] = _source(key, scheme, value, document.text[max(0, start - _BEFORE) : start], link)
    return tuple(found.values())


def used(sources: Sequence[Source], claims: Sequence[Claim], links: Sequence[Link]) -> tuple[Source, ...]:
    """The sources without mere pages that no claim stands on: a link in passing cites nothing."""
    made = {claim.sentence for claim in claims if claim.claim}
    tied = {link.key for link in links if link.sentence in made}
    return tuple(source for source in sources if source.on_list or not source.kind or source.key in tied)


def _keys(document: Document, own: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """Place, key and words of each link to a work or to a page that may be a source."""
    for marker in document.markers:
        if marker.how is How.LINK:
            yield from ((marker.start, key, _label(marker)) for key in marker.keys)
    yield from heading_links(document, own)
    if declared := _declared(document):
        yield 0, declared, ""
    contents = _own_contents(document)
    for link in paced(document.links):
        if link.sentence is None or "sponsored" in link.rel or in_passing(document, link):
            continue
        if link.url.partition("#")[0] in contents:
            continue
        if key := web_addresses.page_key(link.url, own):
            yield link.start, key, link.text


def _declared(document: Document) -> str:
    """The key of the work of research that the front matter of a page on one study leads to, or ""."""
    fields = ((str(name), value) for name, value in document.meta.items() if isinstance(value, str))
    return next((key for name, value in fields if _ON_A_STUDY.fullmatch(name) and (key := work_key(value.strip()))), "")


def _own_contents(document: Document) -> frozenset[str]:
    """The addresses that are linked at several places of them: the page itself, in its table of contents."""
    places: dict[str, set[str]] = {}
    for link in document.links:
        page, _, place = link.url.partition("#")
        if place and not place.startswith(":~:"):
            places.setdefault(page, set()).add(place)
    return frozenset(page for page, found in places.items() if len(found) >= _CONTENTS)


def _label(marker: Marker) -> str:
    return marker.text[1:].partition("](")[0] if marker.text.startswith("[") else ""


def _source(key: str, scheme: str, value: str, before: str, label: str) -> Source:
    page = scheme == "url" and not article_key(value)
    families, year = _authors(before, label)
    return Source(
        key=key.lower() if scheme != "url" else key,
        families=families,
        year=year,
        on_list=False,
        kind=("guideline" if is_guideline(value) else "webpage") if page else "",
        design=Design.WEBSITE if page and not is_agency(value) else None,
        design_from="type" if page and not is_agency(value) else "",
        doi=value if scheme == "doi" else "",
        pmid=value if scheme == "pmid" else "",
        pmcid=value if scheme == "pmcid" else "",
        url=value if scheme == "url" else "",
    )


def _authors(before: str, label: str) -> tuple[tuple[str, ...], int | None]:
    """Family names and year that stand in the words of a link or end right before it."""
    for study in named_studies(label):
        return tuple(name for name in (study.family, study.second) if name), study.year
    year = re.fullmatch(r"\W*((?:19|20)\d\d)[a-z]?\W*", label)
    last = next(iter(reversed(list(named_studies(before)))), None)
    if last is not None and re.fullmatch(r"[\s,(\[]*", before[last.end :]):
        return tuple(name for name in (last.family, last.second) if name), int(year.group(1)) if year else last.year
    return (), None
