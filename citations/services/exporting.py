"""Works of the library as CSL-JSON, whole or as much as readers may be given, and as files of references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from citations import formats
from citations.formats import bibtex_writing
from citations.models import Citation, Status

NAMES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""The formats that works are given out in, by the ending of the file, with their names for people."""

RETRACTED_OR_CONCERN = (Status.RETRACTED, Status.CONCERN)
CSL_VARIABLES = frozenset(
    {
        *(
            "id",
            "type",
            "title",
            "title-short",
            "original-title",
            "author",
            "editor",
            "translator",
            "collection-editor",
        ),
        *("container-author", "issued", "available-date", "original-date", "accessed", "container-title"),
        *(
            "container-title-short",
            "collection-title",
            "collection-number",
            "volume",
            "issue",
            "page",
            "number",
            "edition",
        ),
        *("publisher", "publisher-place", "genre", "medium", "language", "DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL"),
        *("note", "status", "event-title", "event-place", "section", "chapter-number", "number-of-pages"),
    }
)
"""What CSL-JSON's schema knows, as far as the library holds it."""
_NOT_FOR_READERS = ("abstract", "keyword", "mesh", "publication-types", "note", "custom", "facts")
"""Abstracts belong to publishers; the others are the newsroom's own notes and headings."""


def csl_of(citation: Citation) -> dict[str, Any]:
    """The record with what the library knows beside it. A work that is retracted or under concern says so in its
    note."""
    csl: dict[str, Any] = {name: value for name, value in (citation.csl or {}).items() if value not in ("", None, [])}
    csl.setdefault("type", citation.kind or "document")
    csl.setdefault("title", citation.title)
    if not csl.get("author") and not csl.get("editor"):
        csl["author"] = [{"family": family} for family in citation.families]
    if citation.year and not csl.get("issued"):
        csl["issued"] = {"date-parts": [[citation.year]]}
    if citation.container and not csl.get("container-title") and not csl.get("publisher"):
        csl["container-title"] = citation.container
    numbers = {"DOI": citation.doi, "PMID": citation.pmid, "PMCID": citation.pmcid, "ISBN": citation.isbn}
    csl |= {name: value for name, value in (numbers | {"URL": citation.url}).items() if value}
    if not str(csl.get("URL", "")).lower().startswith(("http://", "https://", "ftp://")):
        csl.pop("URL", None)  # a program that opens it would run whatever else it says
    if citation.status in RETRACTED_OR_CONCERN:
        told = f"{citation.get_status_display()} (checked on {citation.status_checked})"
        csl["note"] = f"{told}. {csl['note']}" if csl.get("note") else told
    return csl | {"id": f"work-{citation.pk}"}


def for_readers(citation: Citation) -> dict[str, Any]:
    """The bibliographic record alone, with the note of a work that is retracted or under concern."""
    csl = csl_of(citation)
    public = {name: value for name, value in csl.items() if name not in _NOT_FOR_READERS}
    if citation.status in RETRACTED_OR_CONCERN:
        public["note"] = csl["note"].split(". ")[0]
        public["title"] = f"{citation.get_status_display().upper()}: {csl['title']}"
    return public


def file_for_readers(citations: Iterable[Citation], ending: str) -> Iterator[str]:
    """The text of a file that readers take along: keys like "rautava2012" in each format, and in CSL-JSON nothing that
    its schema (CSL 1.0.2, `additionalProperties: false`) refuses."""
    works = list(map(for_readers, citations))
    keyed = [work | {"id": key} for work, key in zip(works, bibtex_writing.keys(works), strict=True)]
    if ending == "json":
        keyed = [{name: value for name, value in work.items() if name in CSL_VARIABLES} for work in keyed]
    return formats.write(ending, keyed)


def export(citations: Iterable[Citation], ending: str) -> Iterator[str]:
    """The text of a file, piece by piece. Raises KeyError for an ending not in NAMES."""
    NAMES[ending]
    return formats.write(ending, (csl_of(citation) for citation in citations))
