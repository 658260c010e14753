"""Open Library: books by ISBN or by words (openlibrary.org, Books API and Search API)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from citations.lookups import endpoints, markup
from citations.lookups.csl_answers import written_name, year_alone
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session
from evidence.references.identifiers import normalise_isbn

SERVICE = "openlibrary"
ROWS = 5
FIELDS = "title,subtitle,author_name,first_publish_year,publish_year,publisher,isbn"
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def by_isbn(session: Session, isbn: str, *, fresh: bool = False) -> Found:
    """The edition with this ISBN. Raises NotFound and NoAnswer."""
    key = f"ISBN:{isbn}"
    params = {"bibkeys": key, "format": "json", "jscmd": "data"}
    answer = session.json(endpoints.openlibrary(), "api/books", params, fresh=fresh)
    if not (row := answer.record.get(key)):
        raise NotFound("Open Library knows no book with this ISBN.")
    if not isinstance(row, dict):
        raise Malformed("Open Library's answer holds no record.")
    authors = [one.get("name") for one in row.get("authors") or () if isinstance(one, dict)]
    publishers = [one.get("name") for one in row.get("publishers") or () if isinstance(one, dict)]
    years = [year[0]] if (year := _YEAR.search(str(row.get("publish_date") or ""))) else []
    return _found(row, authors, publishers, years, isbn, answer.at)


def guesses(session: Session, title: str, family: str, *, fresh: bool = False) -> list[Found]:
    """Books with this title and author, best first. Raises NoAnswer."""
    params = {"title": title[:200], "limit": str(ROWS), "fields": FIELDS} | ({"author": family} if family else {})
    answer = session.json(endpoints.openlibrary(), "search.json", params, fresh=fresh)
    rows = answer.record.get("docs")
    if not isinstance(rows, list):
        raise Malformed("Open Library's answer holds no list of books.")
    found = []
    for row in rows[:ROWS]:
        if isinstance(row, dict):
            isbn = next((one for text in row.get("isbn") or () if (one := normalise_isbn(str(text)))), "")
            years = [row.get("first_publish_year"), *(row.get("publish_year") or ())]
            found.append(_found(row, row.get("author_name"), row.get("publisher"), years, isbn, answer.at))
    return found


def _found(
    row: Mapping[str, Any], authors: object, publishers: object, years: list[Any], isbn: str, at: datetime
) -> Found:
    """A book; of its editions every year counts, the last first."""
    title, subtitle = markup.title(row.get("title")), markup.title(row.get("subtitle"))
    known = sorted({int(year) for year in years if str(year).isdecimal()}, reverse=True)
    names = authors if isinstance(authors, list) else []
    csl: dict[str, Any] = {
        "type": "book",
        "title": f"{title}: {subtitle}" if subtitle else title,
        "author": [name for text in names[:50] if (name := written_name(str(text or "")))],
        "publisher": markup.plain(publishers[0]) if isinstance(publishers, list) and publishers else "",
        "issued": year_alone(known[0]) if known else {},
        "available-date": year_alone(known[-1]) if known else {},
        "other-years": known[:200],
        "ISBN": isbn,
    }
    return Found(SERVICE, at, {name: value for name, value in csl.items() if value}, {"isbn": isbn} if isbn else {})
