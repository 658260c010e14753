"""The German National Library's open SRU service (services.dnb.de/sru/dnb): books by ISBN or by words, Dublin Core.

It holds what is published in Germany, in German anywhere, and translations from German; its silence alone says little.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from citations.lookups import endpoints, markup
from citations.lookups.csl_answers import written_name, year_alone
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session
from citations.lookups.xml_names import all_of, name_of
from evidence.references.identifiers import normalise_isbn
from evidence.verifying.titles import title_words

SERVICE = "dnb"
ROWS = 5
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def by_isbn(session: Session, isbn: str, *, fresh: bool = False) -> Found:
    """The book with this ISBN. Raises NotFound and NoAnswer."""
    found = _ask(session, f"num={isbn}", fresh)
    if not found:
        raise NotFound("The German National Library knows no book with this ISBN.")
    return found[0]


def guesses(session: Session, title: str, family: str, *, fresh: bool = False) -> list[Found]:
    """Books with these words in title and author, best first. Raises NoAnswer."""
    parts = [f"tit={word}" for word in title_words(title)[:8]] + [f"per={word}" for word in title_words(family)[-1:]]
    return _ask(session, " and ".join(parts), fresh)


def _ask(session: Session, query: str, fresh: bool) -> list[Found]:
    params = {
        "version": "1.1",
        "operation": "searchRetrieve",
        "query": query,
        "recordSchema": "oai_dc",
        "maximumRecords": str(ROWS),
    }
    answer = session.xml(endpoints.dnb(), "dnb", params, fresh=fresh)
    if name_of(answer.root) != "searchRetrieveResponse":
        raise Malformed("The library's answer is none of its searches.")
    if any(all_of(answer.root, "diagnostics")):
        raise Malformed("The library could not use the question.")
    return [_read(row, answer.at) for row in all_of(answer.root, "recordData")]


def _read(row: Element, at: datetime) -> Found:
    title = _values(row, "title")
    years = [int(year[0]) for text in _values(row, "date") if (year := _YEAR.search(text))]
    isbn = next((one for text in _values(row, "identifier") if (one := normalise_isbn(text))), "")
    csl: dict[str, Any] = {
        "type": "book",
        "title": re.split(r"\s/\s", title[0])[0].replace(" : ", ": ") if title else "",
        "author": [name for text in _values(row, "creator") if (name := written_name(text))],
        "publisher": next(iter(_values(row, "publisher")), "").rpartition(" : ")[2],
        "issued": year_alone(years[0]) if years else {},
        "language": next(iter(_values(row, "language")), ""),
        "ISBN": isbn,
    }
    return Found(SERVICE, at, {name: value for name, value in csl.items() if value}, {"isbn": isbn} if isbn else {})


def _values(row: Element, name: str) -> list[str]:
    return [text for element in all_of(row, name) if (text := markup.plain(element.text))][:50]
