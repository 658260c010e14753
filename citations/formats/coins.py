"""COinS: a work as an OpenURL context object, which stands in the title of an empty <span class="Z3988">.

Reference managers find works on a page by these spans. Keys: ANSI/NISO Z39.88-2004, the KEV formats for journals, books
and dissertations; what fits none of them goes as Dublin Core, as Zotero writes it itself.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from citations.formats import parts

FORMAT = "info:ofi/fmt:kev:mtx:"
MOST_AUTHORS = 100
"""Authors of a work that are named: groups of thousands sign some, and all of them stand in the page [house]."""

_GENRES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "review": "article",
    "review-book": "article", "article": "preprint", "book": "book", "pamphlet": "book", "chapter": "bookitem",
    "entry-encyclopedia": "bookitem", "entry-dictionary": "bookitem", "paper-conference": "proceeding",
    "report": "report",
}  # fmt: skip
_IN_JOURNALS = frozenset({"article", "preprint", "unknown"})
_PARTS_OF_BOOKS = frozenset({"bookitem", "proceeding"})
_DC_TYPES = {
    "webpage": "webpage", "post": "blogPost", "post-weblog": "blogPost", "dataset": "dataset",
    "software": "computerProgram", "manuscript": "manuscript", "standard": "standard",
}  # fmt: skip
"""Types of Zotero's, which reads them back; Dublin Core has no names of its own for these."""
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|scp|span)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_URL = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def context_object(csl: Mapping[str, Any]) -> str:
    """A CSL-JSON work as "key=value&key=value", each value percent-encoded; not yet escaped for HTML.

    Reads a record leniently: a part of another form than CSL's counts as absent.
    """
    rows = [("ctx_ver", "Z39.88-2004"), *_identifiers(csl), *_described(csl)]
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in rows if value)


def _text(csl: Mapping[str, Any], name: str) -> str:
    """A field in one line without tags; "" where it holds no text."""
    return _bare(_TAG.sub("", html.unescape(parts.line_of(csl.get(name)))))


def _bare(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cs"))


def _identifiers(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    doi, pmid, url = (_text(csl, name) for name in ("DOI", "PMID", "URL"))
    yield "rft_id", f"info:doi/{doi}" if _DOI.fullmatch(doi) else ""
    yield "rft_id", f"info:pmid/{pmid}" if re.fullmatch(r"[1-9]\d{0,8}", pmid) else ""
    yield "rft_id", url if _URL.fullmatch(url) else ""


def _described(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    kind = parts.line_of(csl.get("type")) or "document"
    genre = _GENRES.get(kind, "")
    if not genre and kind not in _DC_TYPES and kind != "thesis":
        genre = "unknown" if csl.get("container-title") else "document"
    if kind == "thesis":
        yield from _dissertation(csl)
    elif not genre:
        yield from _dublin_core(csl, _DC_TYPES[kind])
    elif genre in _IN_JOURNALS:
        yield from _journal(csl, genre)
    else:
        yield from _book(csl, genre)


def _journal(csl: Mapping[str, Any], genre: str) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", f"{FORMAT}journal"
    yield "rft.genre", genre
    yield "rft.atitle", _text(csl, "title")
    yield "rft.jtitle", _text(csl, "container-title")
    yield "rft.stitle", _text(csl, "container-title-short")
    yield "rft.volume", _text(csl, "volume")
    yield "rft.issue", _text(csl, "issue")
    yield "rft.artnum", "" if _text(csl, "page") else _text(csl, "number")
    yield "rft.issn", _text(csl, "ISSN")
    yield from _pages(csl)
    yield from _people(csl)


def _book(csl: Mapping[str, Any], genre: str) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", f"{FORMAT}book"
    yield "rft.genre", genre
    if genre in _PARTS_OF_BOOKS:
        yield "rft.atitle", _text(csl, "title")
        yield "rft.btitle", _text(csl, "container-title")
    else:
        yield ("rft.title" if genre == "document" else "rft.btitle"), _text(csl, "title")
    yield "rft.series", _text(csl, "collection-title")
    yield "rft.edition", _text(csl, "edition")
    yield "rft.pub", _text(csl, "publisher")
    yield "rft.place", _text(csl, "publisher-place")
    yield "rft.isbn", _text(csl, "ISBN")
    yield "rft.tpages", _text(csl, "number-of-pages")
    yield from _pages(csl)
    yield from _people(csl)


def _dissertation(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", f"{FORMAT}dissertation"
    yield "rft.title", _text(csl, "title")
    yield "rft.inst", _text(csl, "publisher")
    yield "rft.degree", _text(csl, "genre")
    yield from _people(csl)


def _dublin_core(csl: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", f"{FORMAT}dc"
    yield "rft.type", kind
    yield "rft.title", _text(csl, "title")
    yield "rft.source", _text(csl, "container-title")
    yield "rft.publisher", _text(csl, "publisher")
    yield "rft.language", _text(csl, "language")
    for person in _authors(csl):
        yield "rft.creator", _in_line(person)
    yield "rft.date", _date(csl)


def _pages(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    written = _text(csl, "page")
    yield "rft.pages", written
    if whole := re.fullmatch(r"(\w+)\s*[-\u2010-\u2015]\s*(\w+)", written):
        yield "rft.spage", whole[1]
        yield "rft.epage", whole[2]


def _people(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The first author in parts and the others whole.

    All of them whole as well, as some write it, makes the first author two persons wherever initials get their stops.
    """
    first, *others = _authors(csl) or [{}]
    family, given = (_bare(parts.line_of(first.get(name))) for name in ("family", "given"))
    if body := _bare(parts.line_of(first.get("literal"))):
        yield "rft.aucorp", body
    elif family and given:
        yield "rft.aulast", _bare(parts.name_in_line({**first, "given": "", "suffix": ""})).rstrip(",")
        yield "rft.aufirst", given
        yield "rft.ausuffix", _bare(parts.line_of(first.get("suffix")))
    else:
        # A surname alone breaks Zotero's reading where a later author bears it too.
        yield "rft.au", _in_line(first)
    for person in others:
        yield "rft.au", _in_line(person)
    yield "rft.date", _date(csl)


def _authors(csl: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return [one for one in parts.people(csl, "author") if _in_line(one)][:MOST_AUTHORS]


def _in_line(person: Mapping[str, Any]) -> str:
    """ "Family, Given". A body keeps a comma at its end too, or it would be split into given and family names."""
    name = _bare(parts.name_in_line(person))
    return f"{name}," if name and "," not in name else name


def _date(csl: Mapping[str, Any]) -> str:
    """ "2019", "2019-03" or "2019-03-04"."""
    when = parts.parts_of(csl)
    return "-".join([f"{when[0]:04d}", *(f"{part:02d}" for part in when[1:])]) if when else ""
