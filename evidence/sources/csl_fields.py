"""The fields of CSL-JSON in the form that a Source takes: title, authors, year, container, identifiers."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from evidence.reading.listed_references import year_of
from evidence.references.identifiers import normalise_doi, normalise_isbn, normalise_pmcid


class Work(TypedDict):
    """The fields of a Source that its CSL-JSON alone gives. "" or None where it does not."""

    title: str
    families: tuple[str, ...]
    year: int | None
    container: str
    kind: str
    doi: str
    pmid: str
    pmcid: str
    isbn: str
    url: str
    volume: str


def work_of(csl: Mapping[str, Any]) -> Work:
    """What CSL-JSON says of the work itself. A work without a container has its publisher there."""
    return {
        "title": _plain(csl.get("title")),
        "families": _families(csl),
        "year": year_of(csl),
        "container": _plain(csl.get("container-title")) or _plain(csl.get("publisher")),
        "kind": str(csl.get("type") or ""),
        "doi": normalise_doi(str(csl.get("DOI") or "")),
        "pmid": _digits(csl.get("PMID")),
        "pmcid": _pmcid(csl.get("PMCID")),
        "isbn": normalise_isbn(text(csl.get("ISBN")).split(",")[0].split(" ")[0]),
        "url": text(csl.get("URL")),
        "volume": text(csl.get("volume")),
    }


def text(value: object) -> str:
    """A field as text, the first of several; "" where it is missing."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return "" if value is None else str(value).strip()


def _plain(value: object) -> str:
    """A field as text, its entities read: "Food &amp; Health" is a journal's name in many a list."""
    found = text(value)
    return html.unescape(found) if "&" in found else found


def strings(value: object) -> list[str]:
    """A field that holds several entries, each as text; [] for any other."""
    return [str(entry) for entry in value] if isinstance(value, Sequence) and not isinstance(value, str) else []


def _families(csl: Mapping[str, Any]) -> tuple[str, ...]:
    people = csl.get("author") or csl.get("editor") or ()
    names = []
    for person in people if isinstance(people, list) else ():
        if isinstance(person, dict):
            particle = text(person.get("non-dropping-particle"))
            family = text(person.get("family")) or text(person.get("literal")) or text(person.get("name"))
            names.append(f"{particle} {family}".strip())
    return tuple(name for name in names if name)


def _pmcid(value: object) -> str:
    """ "PMC123" out of "PMCPMC123", "PMC00123", "PMC123.1" or 123; "" where there is none."""
    return normalise_pmcid(text(value)) or (f"PMC{digits}" if (digits := _digits(value)) else "")


def _digits(value: object) -> str:
    return re.sub(r"\D", "", text(value)).lstrip("0")
