"""DataCite: data sets, preprints, theses and reports of repositories (api.datacite.org/dois, JSON:API)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from citations.lookups import endpoints, markup
from citations.lookups.csl_answers import written_name, year_alone
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session
from evidence.references.identifiers import normalise_doi

SERVICE = "datacite"
TYPES = {
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Book": "book",
    "BookChapter": "chapter",
    "ConferencePaper": "paper-conference",
    "JournalArticle": "article-journal",
    "Preprint": "article",
    "Report": "report",
    "Software": "software",
}


def by_doi(session: Session, doi: str, *, fresh: bool = False) -> Found:
    """The record of a DOI that DataCite gave out. Raises NotFound and NoAnswer."""
    answer = session.json(endpoints.datacite(), f"dois/{quote(doi, safe='/')}", {}, fresh=fresh)
    data = answer.record.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("attributes"), dict):
        raise Malformed("DataCite's answer holds no record.")
    if normalise_doi(str(data.get("id") or "")) != doi.lower():
        raise NotFound("DataCite leads this DOI to another one.")
    return read_record(data["attributes"], doi.lower(), answer.at)


def read_record(item: Mapping[str, Any], doi: str, at: datetime) -> Found:
    """The work that DataCite's attributes describe. Raises Malformed."""
    try:
        titles = [markup.title(row.get("title")) for row in item.get("titles") or () if isinstance(row, dict)]
        place = item.get("container") or {}
        kind = str((item.get("types") or {}).get("resourceTypeGeneral") or "")
        publisher = item.get("publisher")
        first, last = (markup.plain(place.get(name)) for name in ("firstPage", "lastPage"))
        csl: dict[str, Any] = {
            "type": TYPES.get(kind, "document"),
            "title": titles[0] if titles else "",
            "original-title": titles[1] if len(titles) > 1 else "",
            "author": [name for row in item.get("creators") or () if (name := _name(row))],
            "container-title": markup.plain(place.get("title")),
            "publisher": markup.plain(publisher.get("name") if isinstance(publisher, dict) else publisher),
            "issued": year_alone(item.get("publicationYear")),
            "volume": markup.plain(place.get("volume")),
            "page": f"{first}-{last}" if first and last else first,
            "language": markup.plain(item.get("language")),
            "genre": "preprint" if kind == "Preprint" or doi.startswith("10.48550/") else "",
            "DOI": doi,
        }
        return Found(SERVICE, at, {name: value for name, value in csl.items() if value}, {"doi": doi})
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Malformed(f"DataCite's record is not in the documented form ({type(error).__name__}).") from None


def _name(row: Mapping[str, Any]) -> dict[str, str]:
    family, given = markup.plain(row.get("familyName")), markup.plain(row.get("givenName"))
    if family:
        return {"family": family, "given": given} if given else {"family": family}
    name = str(row.get("name") or "")
    return {"literal": markup.plain(name)} if row.get("nameType") == "Organizational" else written_name(name)
