"""arXiv: preprints by their number or by words (export.arxiv.org/api/query, Atom)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from citations.lookups import endpoints, markup
from citations.lookups.csl_answers import year_alone
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session, XmlAnswer
from citations.lookups.xml_names import all_of, name_of, text_of
from evidence.references.identifiers import normalise_doi
from evidence.verifying.titles import title_words

SERVICE = "arxiv"
ROWS = 5


def by_number(session: Session, number: str, *, fresh: bool = False) -> Found:
    """The preprint with this number, without its version. Raises NotFound and NoAnswer."""
    answer = session.xml(endpoints.arxiv(), "query", {"id_list": number, "max_results": "1"}, fresh=fresh)
    for found in _entries(answer):
        if str(found.identifiers.get("arxiv", "")).lower() == number.lower():
            return found
    raise NotFound("arXiv gave this number to no preprint.")


def guesses(session: Session, title: str, family: str, *, fresh: bool = False) -> list[Found]:
    """Preprints with the words of a title, best first. Raises NoAnswer."""
    words = " AND ".join(f"ti:{word}" for word in title_words(title)[:12])
    query = f"{words} AND au:{title_words(family)[-1]}" if title_words(family) else words
    return _entries(
        session.xml(endpoints.arxiv(), "query", {"search_query": query, "max_results": str(ROWS)}, fresh=fresh)
    )


def _entries(answer: XmlAnswer) -> list[Found]:
    if name_of(answer.root) != "feed":
        raise Malformed("arXiv's answer is no feed.")
    entries = all_of(answer.root, "entry")
    return [_read(entry, answer.at) for entry in entries if "/api/errors" not in text_of(entry, "id")]


def _read(entry: Element, at: datetime) -> Found:
    number = re.search(r"arxiv\.org/abs/(.+?)(?:v\d+)?$", text_of(entry, "id"))
    if not number:
        raise Malformed("arXiv's record has no number.")
    doi = normalise_doi(text_of(entry, "doi"))
    csl: dict[str, Any] = {
        "type": "article",
        "genre": "preprint",
        "title": markup.title(text_of(entry, "title")),
        "author": [{"literal": name} for one in all_of(entry, "author") if (name := text_of(one, "name"))],
        "issued": year_alone(text_of(entry, "published")[:4]),
        "available-date": year_alone(text_of(entry, "updated")[:4]),
        "publisher": "arXiv",
        "DOI": f"10.48550/arxiv.{number[1].lower()}",
    }
    identifiers = {"arxiv": number[1], "published": doi}
    known = {name: value for name, value in identifiers.items() if value}
    return Found(SERVICE, at, {name: value for name, value in csl.items() if value}, known)
