"""A library of works beside the articles (CSL-JSON or BibTeX): reading it and lending its works to an article.

A library serves many articles, so a work that this article does not cite is never reported as uncited. It
only lends facts to works on the article's own list, and stands ready for a marker or a name to find it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from evidence.context import Source
from evidence.references.csl_dates import with_parts
from evidence.sources.from_csl import FactError, source_from_csl
from evidence.values import Assessment, Document

Csl = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Library:
    """Works by key: as CSL-JSON and as sources. `problems` say which entries of the file were left out, and why."""

    csl: Mapping[str, Csl] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


class LibraryError(ValueError):
    """The library cannot be read; the message says where and what to do."""


def read_library(text: str) -> Library:
    """The works of a CSL-JSON text by their `id`; a work may carry `facts` as in front matter.

    Raises LibraryError where the text is no JSON, no list of works, a work lacks its `id` or a fact is wrong.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise LibraryError(f"it is not valid JSON (line {error.lineno}: {error.msg})") from None
    except RecursionError:
        raise LibraryError("it is nested too deeply to be a reference library") from None
    if isinstance(data, dict) and isinstance(data.get("references"), list):
        data = data["references"]  # as pandoc writes its metadata
    if not isinstance(data, list):
        raise LibraryError("it should be a list of works; export the library as CSL-JSON")
    works: dict[str, Csl] = {}
    for number, item in enumerate(data, start=1):
        key = str(item.get("id") or "").strip() if isinstance(item, dict) else ""
        if not key:
            raise LibraryError(f"work {number} has no id; give every work an id to cite it by")
        if key in works:
            raise LibraryError(f"two works have the id {key}; give each its own")
        works[key] = with_parts(item)
    try:
        return Library(works, {key: _source(key, item) for key, item in works.items()})
    except FactError as error:
        raise LibraryError(str(error).rstrip(".")) from None


def read_bib_library(text: str) -> Library:
    """The works of a BibTeX text by their keys; entries that cannot be read are named in `problems` and left out."""
    from evidence.references.bibtex import read_bibtex

    works, problems = read_bibtex(text)
    told = tuple(f"line {problem.line}: {problem.words}" for problem in problems)
    return Library(works, {key: _source(key, item) for key, item in works.items()}, told)


def _source(key: str, item: Csl) -> Source:
    facts = item.get("facts")
    return source_from_csl(key, item, facts=facts if isinstance(facts, Mapping) else None)


def add_from_library(document: Document, own: Sequence[Source], library: Library) -> tuple[Source, ...]:
    """The article's own works with the facts that the library adds, then the library's works it may mean."""
    by_name = {name: source for source in library.sources.values() for name in _names(source)}
    lent: set[str] = set()
    sources = []
    for source in own:
        known = next((by_name[name] for name in _names(source) if name in by_name), None)
        sources.append(_filled(source, known) if known else source)
        lent |= {known.key} if known else set()
    document = document.as_seen or document
    cited = {key for marker in document.markers for key in marker.keys}
    words = set(re.findall(r"[^\W\d_]+", document.text.casefold()))
    for key, source in library.sources.items():
        if key in lent:
            continue
        if cited & _names(source):
            number = sum(1 for listed in sources if listed.on_list) + 1
            sources.append(replace(source, number=number, on_list=True))
        elif _may_be_named(source, words):
            sources.append(replace(source, on_list=False))
    return tuple(sources)


def remove_unused(assessment: Assessment, own: Iterable[Source]) -> Assessment:
    """The assessment without the library's works that this article turned out not to use."""
    used = {link.key for row in assessment.sentences for link in row.links}
    used |= {source.key for source in own}
    used |= {source.key for source in assessment.sources if source.on_list}
    shown = used | {key for row in assessment.sentences for key in row.suggested}
    return replace(
        assessment,
        sources=tuple(source for source in assessment.sources if source.key in shown),
        source_flags=tuple(flag for flag in assessment.source_flags if flag.reference in used),
    )


def _names(source: Source) -> set[str]:
    """What a marker may call the work: its key, DOI or PMID."""
    names = {source.key}
    if source.doi:
        names.add(f"doi:{source.doi.lower()}")
    if source.pmid:
        names.add(f"pmid:{source.pmid}")
    return names


def _may_be_named(source: Source, words: set[str]) -> bool:
    first = source.families[0].casefold() if source.families else ""
    parts = re.findall(r"[^\W\d_]+", first)
    return bool(parts) and all(part in words for part in parts)


def _filled(source: Source, known: Source) -> Source:
    """The article's own record with the gaps filled from the library's; what the article says stands."""
    gaps = {
        entry.name: getattr(known, entry.name)
        for entry in fields(Source)
        if entry.name not in {"key", "number", "raw", "on_list"} and getattr(source, entry.name) == entry.default
    }
    return replace(source, **gaps)
