"""Crossref: publishers' own deposits, and Retraction Watch's notices beside them (api.crossref.org/works)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from citations.lookups import endpoints, markup
from citations.lookups.crossref_record import BOOKS, read_record
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session
from citations.lookups.title_matching import Wanted, is_same_work

ROWS = 5
MOST_AT_ONCE = 40
"""DOIs of one question, which stands in an address."""


def by_doi(session: Session, doi: str, *, fresh: bool = False) -> Found:
    """The work with this DOI. Raises NotFound and NoAnswer."""
    answer = session.json(endpoints.crossref(), f"works/{quote(doi, safe='/')}", {}, fresh=fresh)
    found = read_record(_message(answer.record), answer.at)
    if found.identifiers.get("doi") != doi.lower():
        raise NotFound(f"Crossref leads this DOI to another one ({found.identifiers.get('doi') or 'none'}).")
    return found


def by_isbn(session: Session, isbn: str, *, fresh: bool = False) -> Found:
    """The book with this ISBN, not a chapter that carries its number. Raises NotFound and NoAnswer."""
    answer = session.json(endpoints.crossref(), "works", {"filter": f"isbn:{isbn}", "rows": str(ROWS)}, fresh=fresh)
    for item in _items(answer.record):
        if item.get("type") in BOOKS:
            return read_record(item, answer.at)
    raise NotFound("Crossref knows no book with this ISBN.")


def by_words(session: Session, wanted: Wanted, *, fresh: bool = False) -> Found:
    """The work that a reference describes, where the title, the year and the first author leave no doubt.

    The service always answers with its best guesses; a guess is no answer. Raises NotFound and NoAnswer.
    """
    params = {"query.bibliographic": wanted.words[:500], "rows": str(ROWS)}
    answer = session.json(endpoints.crossref(), "works", params, fresh=fresh)
    for item in _items(answer.record):
        found = read_record(item, answer.at)
        if is_same_work(wanted, found.csl):
            return found
    raise NotFound("Crossref knows no work with this title, year and author.")


def guesses(session: Session, words: str, *, fresh: bool = False) -> list[Found]:
    """The service's best guesses at what words describe; any may be another work. Raises NoAnswer."""
    params = {"query.bibliographic": words[:500], "rows": str(ROWS)}
    answer = session.json(endpoints.crossref(), "works", params, fresh=fresh)
    return [read_record(item, answer.at) for item in _items(answer.record)]


def by_dois(session: Session, dois: Sequence[str], *, fresh: bool = False) -> dict[str, Found]:
    """The works with these DOIs that Crossref holds, in one question; at most MOST_AT_ONCE. Raises NoAnswer."""
    params = {"filter": ",".join(f"doi:{doi}" for doi in dois), "rows": str(MOST_AT_ONCE)}
    answer = session.json(endpoints.crossref(), "works", params, fresh=fresh)
    found = [read_record(item, answer.at) for item in _items(answer.record)]
    return {one.identifiers["doi"]: one for one in found if one.identifiers.get("doi") in dois}


def journal_titles(session: Session, name: str, *, fresh: bool = False) -> tuple[list[str], datetime]:
    """Titles of journals that Crossref holds articles of and that a name may mean. Raises NoAnswer."""
    answer = session.json(endpoints.crossref(), "journals", {"query": name[:200], "rows": "20"}, fresh=fresh)
    return [markup.plain(item.get("title")) for item in _items(answer.record)], answer.at


def _message(record: Mapping[str, Any]) -> Mapping[str, Any]:
    message = record.get("message")
    if not isinstance(message, dict):
        raise Malformed("Crossref's answer holds no record.")
    return message


def _items(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    items = _message(record).get("items")
    if not isinstance(items, list):
        raise Malformed("Crossref's answer holds no list of records.")
    return [item for item in items if isinstance(item, dict)]
