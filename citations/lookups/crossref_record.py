"""A Crossref record in the library's terms.

Which way round notices are read: `updated-by` on a paper names the notices about it; `update-to` stands on a notice and
names the paper it is about. A paper with `update-to` is therefore a notice, not a retracted paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from citations.lookups import markup
from citations.lookups.errors import Malformed
from citations.lookups.records import Fact, Found, FoundNotice
from evidence.references.identifiers import normalise_doi, normalise_isbn

SERVICE = "crossref"

# Crossref's types of works in the words of CSL 1.0.2; others are documents.
TYPES = {
    "journal-article": "article-journal",
    "posted-content": "article",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "reference-entry": "entry-encyclopedia",
    "proceedings-article": "paper-conference",
    "report": "report",
    "report-component": "report",
    "standard": "standard",
    "dissertation": "thesis",
    "dataset": "dataset",
    "peer-review": "review",
}
BOOKS = frozenset({"book", "monograph", "edited-book", "reference-book"})

# Addenda, clarifications, new versions and new editions change nothing that was found; a partial retraction takes back
# a part, which PubMed has recorded as an erratum since 2016.
KINDS = {
    "retraction": "retraction",
    "withdrawal": "retraction",
    "removal": "retraction",
    "expression-of-concern": "concern",
    "correction": "correction",
    "corrigendum": "correction",
    "erratum": "correction",
    "partial-retraction": "correction",
    "reinstatement": "reinstatement",
}
_CONFLICT = re.compile(r"\b(?:competing|conflicts? of|declaration of) interests?\b", re.IGNORECASE)


def read_record(item: Mapping[str, Any], at: datetime) -> Found:
    """The work that one item of Crossref's answers describes. Raises Malformed."""
    try:
        csl = csl_of(item)
        return Found(
            service=SERVICE,
            at=at,
            csl=csl,
            identifiers=_identifiers(item),
            facts=_facts(item),
            notices=tuple(_notices(item)),
            knows_status=True,
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Malformed(f"Crossref's record is not in the documented form ({type(error).__name__}).") from None


def csl_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """CSL-JSON of a Crossref record; Crossref's own JSON is close to CSL and differs in types, lists and names."""
    subtitle = markup.title(_first(item.get("subtitle")))
    title = markup.title(_first(item.get("title")))
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title.rstrip(':. ')}: {subtitle}"
    csl: dict[str, Any] = {
        "type": TYPES.get(str(item.get("type")), "document"),
        "title": title,
        "author": _people(item.get("author")),
        "editor": _people(item.get("editor")),
        "container-title": markup.plain(_first(item.get("container-title"))),
        "container-title-short": markup.plain(_first(item.get("short-container-title"))),
        "original-title": markup.title(_first(item.get("original-title"))),
        "issued": _date(item),
        "available-date": _other_date(item),
        "ISSN": markup.plain(_first(item.get("ISSN"))),
        "ISBN": normalise_isbn(str(_first(item.get("ISBN")) or "")),
        "DOI": normalise_doi(str(item.get("DOI") or "")),
        "page": str(item.get("page") or "").replace("–", "-"),
        "number": str(item.get("article-number") or ""),
        "edition": str(item.get("edition-number") or ""),
    }
    csl |= {name: markup.plain(item.get(name)) for name in ("volume", "issue", "publisher", "publisher-location")}
    csl["language"] = str(item.get("language") or "")
    if item.get("subtype") == "preprint":
        csl["genre"] = "preprint"
    return {name: value for name, value in csl.items() if value}


def _people(people: object) -> list[dict[str, str]]:
    rows = []
    for person in people if isinstance(people, list) else ():
        if not isinstance(person, dict):
            continue
        named = {key: markup.plain(person.get(key)) for key in ("family", "given", "suffix")}
        body = markup.plain(person.get("name"))
        row = {key: value for key, value in named.items() if value} or ({"literal": body} if body else {})
        if row.keys() == {"given"}:
            row = {"literal": row["given"]}
        if row:
            rows.append(row)
    return rows


def _date(item: Mapping[str, Any]) -> dict[str, Any]:
    """The day of issue as far as it is known; the first of print, online and issued that has one."""
    for name in ("issued", "published-print", "published-online", "published"):
        parts = _date_parts(item.get(name))
        if parts:
            return {"date-parts": [parts]}
    return {}


def _other_date(item: Mapping[str, Any]) -> dict[str, Any]:
    """A date in another year than that of issue: a paper may be online in one year and in print in the next."""
    issued = _date(item).get("date-parts", [[0]])[0][0]
    for name in ("published-online", "published-print"):
        parts = _date_parts(item.get(name))
        if parts and parts[0] != issued:
            return {"date-parts": [parts]}
    return {}


def _date_parts(value: object) -> list[int]:
    rows = value.get("date-parts") if isinstance(value, dict) else None
    first = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], list) else []
    parts: list[int] = []
    for part in first[:3]:
        if not str(part).isdecimal() or len(str(part)) > 4:
            break
        parts.append(int(part))
    return parts


def _identifiers(item: Mapping[str, Any]) -> dict[str, str]:
    isbn = normalise_isbn(str(_first(item.get("ISBN")) or "")) if item.get("type") in BOOKS else ""
    known = {"doi": normalise_doi(str(item.get("DOI") or "")), "isbn": isbn}
    return {name: value for name, value in known.items() if value}


def _facts(item: Mapping[str, Any]) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    if text := markup.abstract(item.get("abstract")):
        facts["abstract"] = Fact(text, "Abstract deposited by the publisher")
    if funders := "; ".join(_funders(item.get("funder"))):
        facts["funding"] = Fact(_cut(funders, 500), "Funders deposited by the publisher")
    if registered := sorted(set(_trials(item.get("clinical-trial-number")))):
        facts["registration"] = Fact(_cut(", ".join(registered), 200), "Trial number deposited by the publisher")
    for assertion in _dicts(item.get("assertion")):
        label = markup.plain(assertion.get("label") or assertion.get("name"))
        value = markup.plain(assertion.get("value"))
        if value and _CONFLICT.search(label):
            facts["conflicts"] = Fact(value, f"Publisher's statement “{label}”")
    if item.get("type") == "posted-content" and item.get("subtype") == "preprint":
        facts["preprint"] = Fact(True, "Type: preprint")
        facts["peer_reviewed"] = Fact(False, "Type: preprint")
    for relation in _dicts((item.get("relation") or {}).get("is-preprint-of")):
        if relation.get("id-type") == "doi" and (doi := normalise_doi(str(relation.get("id") or ""))):
            facts["published_as"] = Fact({"doi": doi}, "Relation: is preprint of")
    return facts


def _funders(funders: object) -> Iterator[str]:
    for funder in _dicts(funders):
        name = markup.plain(funder.get("name"))
        awards = [markup.plain(award) for award in funder.get("award") or () if award]
        if name:
            yield f"{name} ({', '.join(awards)})" if awards else name


def _trials(rows: object) -> Iterator[str]:
    for row in _dicts(rows):
        if number := markup.plain(row.get("clinical-trial-number")):
            yield number.upper()


def _notices(item: Mapping[str, Any]) -> Iterator[FoundNotice]:
    own = normalise_doi(str(item.get("DOI") or ""))
    for row in _dicts(item.get("updated-by")):
        yield from _notice(row, about=own, by=normalise_doi(str(row.get("DOI") or "")), title=item)
    for row in _dicts(item.get("update-to")):
        about = normalise_doi(str(row.get("DOI") or ""))
        if about and about != own:
            yield from _notice(row, about=about, by=own, title={})


def _notice(row: Mapping[str, Any], *, about: str, by: str, title: Mapping[str, Any]) -> Iterator[FoundNotice]:
    kind = KINDS.get(str(row.get("type") or "").lower().replace("_", "-").replace(" ", "-"))
    if not kind or not about:
        return
    # One event comes twice where the publisher and Retraction Watch both told of it; the notice's DOI makes it one.
    record = f"{about} {by}" if by else f"{about} rw{row.get('record-id') or ''}"
    yield FoundNotice(
        kind=kind,
        record=record[:300],
        doi=about,
        notice_doi=by if by != about else "",
        title=markup.plain(_first(title.get("title"))),
        published_on=_day(_date_parts(row.get("updated"))),
    )


def _day(parts: list[int]) -> date | None:
    """A whole date; a year alone is no day."""
    try:
        return date(*parts) if len(parts) == 3 else None
    except ValueError:
        return None


def _dicts(rows: object) -> Iterable[Mapping[str, Any]]:
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _first(value: object) -> Any:
    if isinstance(value, list):
        return value[0] if value else ""
    return value or ""


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
