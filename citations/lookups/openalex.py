"""OpenAlex (api.openalex.org/works): identifiers, funders and whether a work is thought retracted.

`is_retracted` comes without a notice, a date or a source, so it is kept as what OpenAlex says and decides nothing
alone; its `false` is silence, and never read as "no notice found".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from citations.lookups import endpoints, markup
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Fact, Found
from citations.lookups.session import Session
from evidence.references.identifiers import normalise_doi

SERVICE = "openalex"

# OpenAlex's types of works in the words of CSL; what a type leaves open stays with the other services.
TYPES = {
    "article": "article-journal",
    "review": "article-journal",
    "letter": "article-journal",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "retraction": "article-journal",
    "preprint": "article",
    "book": "book",
    "book-chapter": "chapter",
    "dissertation": "thesis",
    "dataset": "dataset",
    "report": "report",
    "standard": "standard",
    "reference-entry": "entry-encyclopedia",
}


def by_identifier(session: Session, kind: str, value: str, *, fresh: bool = False) -> Found:
    """The work with this identifier; `kind` is doi, pmid or pmcid. Raises NotFound and NoAnswer."""
    path = f"works/{kind}:{quote(value, safe='/')}"
    answer = session.json(endpoints.openalex(), path, {}, fresh=fresh)
    found = read_record(answer.record, answer.at)
    if found.identifiers.get(kind, value).lower() != value.lower():
        raise NotFound("OpenAlex leads this identifier to another work.")
    return found


def guesses(session: Session, words: str, *, fresh: bool = False) -> list[Found]:
    """The service's best guesses at a title's words; any of them may be another work. Raises NoAnswer."""
    answer = session.json(endpoints.openalex(), "works", {"search": words[:300], "per-page": "5"}, fresh=fresh)
    rows = answer.record.get("results")
    if not isinstance(rows, list):
        raise Malformed("OpenAlex's answer holds no list of records.")
    return [read_record(row, answer.at) for row in rows if isinstance(row, dict)]


def read_record(item: Mapping[str, Any], at: datetime) -> Found:
    """The work that an answer describes. Raises Malformed."""
    if not str(item.get("id") or "").startswith("https://openalex.org/W"):
        raise Malformed("OpenAlex's answer holds no record.")
    try:
        return Found(SERVICE, at, _csl(item), _identifiers(item), _facts(item))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Malformed(f"OpenAlex's record is not in the documented form ({type(error).__name__}).") from None


def _csl(item: Mapping[str, Any]) -> dict[str, Any]:
    place = (item.get("primary_location") or {}).get("source") or {}
    biblio = item.get("biblio") or {}
    kind = TYPES.get(str(item.get("type") or ""), "")
    csl: dict[str, Any] = {
        "type": kind,
        "title": markup.title(item.get("title") or item.get("display_name")),
        "author": [{"literal": name} for name in _names(item)],
        "container-title": markup.plain(place.get("display_name")) if place.get("type") == "journal" else "",
        "issued": _issued(item),
        "volume": markup.plain(biblio.get("volume")),
        "issue": markup.plain(biblio.get("issue")),
        "page": _pages(biblio),
        "DOI": normalise_doi(str(item.get("doi") or "")),
        "language": str(item.get("language") or ""),
    }
    return {name: value for name, value in csl.items() if value}


def _names(item: Mapping[str, Any]) -> Iterator[str]:
    """Names as printed; OpenAlex does not say which part is the family name, so they are never split."""
    for row in item.get("authorships") or ():
        name = markup.plain((row.get("author") or {}).get("display_name") or row.get("raw_author_name"))
        if name:
            yield name


def _issued(item: Mapping[str, Any]) -> dict[str, Any]:
    """The year alone: the day is filled up with 1 January where OpenAlex does not know it."""
    year = item.get("publication_year")
    return {"date-parts": [[year]]} if isinstance(year, int) else {}


def _pages(biblio: Mapping[str, Any]) -> str:
    first, last = markup.plain(biblio.get("first_page")), markup.plain(biblio.get("last_page"))
    return f"{first}-{last}" if first and last and first != last else first


def _identifiers(item: Mapping[str, Any]) -> dict[str, str]:
    ids = item.get("ids") or {}
    pmid = re.search(r"(\d{1,9})/?$", str(ids.get("pmid") or ""))
    pmcid = re.search(r"(?:PMC|/)(\d+)/?$", str(ids.get("pmcid") or ""))
    known = {
        "doi": normalise_doi(str(ids.get("doi") or item.get("doi") or "")),
        "pmid": pmid[1].lstrip("0") if pmid else "",
        "pmcid": f"PMC{pmcid[1]}" if pmcid else "",
    }
    return {name: value for name, value in known.items() if value}


def _facts(item: Mapping[str, Any]) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    if item.get("is_retracted") is True:
        facts["status"] = Fact("retracted", "OpenAlex: is_retracted")
    if funders := "; ".join(_funders(item)):
        facts["funding"] = Fact(funders[:500], "Funders known to OpenAlex")
    if item.get("type") == "preprint":
        facts["preprint"] = Fact(True, "Type: preprint")
    return facts


def _funders(item: Mapping[str, Any]) -> Iterator[str]:
    """Funders with their award numbers: `awards` today, `grants` in answers before 2026."""
    awards: dict[str, list[str]] = {}
    for row in item.get("awards") or item.get("grants") or ():
        name = markup.plain(row.get("funder_display_name"))
        number = markup.plain(row.get("funder_award_id") or row.get("award_id"))
        if name:
            awards.setdefault(name, []).extend([number] if number else [])
    for row in item.get("funders") or ():
        if name := markup.plain(row.get("display_name")):
            awards.setdefault(name, [])
    for name, numbers in awards.items():
        yield f"{name} ({', '.join(numbers)})" if numbers else name
