"""RIS: two-letter tags, "TY" to "ER". Programs differ in what they write, so reading is lenient.

`ris_lines` gathers lines into records. Tags: https://github.com/aurimasv/translators/wiki/RIS-Tag-Map
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from citations.formats import parts
from citations.formats.ris_lines import records
from citations.formats.rows import LONGEST_RECORD, TOO_LONG, Fault, Record, fault_of
from citations.formats.title_markup import title
from citations.formats.written_names import people_in
from evidence.references.identifiers import normalise_doi, normalise_isbn

Tags = Mapping[str, Sequence[str]]

TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal",
    "INPR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "BOOK": "book",
    "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "THES": "thesis", "RPRT": "report", "GOVDOC": "report", "ELEC": "webpage",
    "WEB": "webpage", "BLOG": "post-weblog", "DATA": "dataset", "COMP": "software", "PAT": "patent",
    "STAND": "standard", "PAMP": "pamphlet", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary",
    "UNPB": "manuscript", "UNPD": "manuscript", "PREPRINT": "article", "GEN": "document",
}  # fmt: skip
_NAMES = {
    "article-journal": "JOUR", "article": "UNPB", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER", "thesis": "THES", "report": "RPRT",
    "webpage": "ELEC", "post-weblog": "BLOG", "post": "BLOG", "dataset": "DATA", "software": "COMP", "patent": "PAT",
    "standard": "STAND", "pamphlet": "PAMP", "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT",
    "manuscript": "UNPB",
}  # fmt: skip
_BOOKS = ("book", "report", "thesis", "pamphlet")
_PMID = re.compile(r"\bPMID:?\s*([1-9]\d{0,8})\b")
_PMCID = re.compile(r"\bPMC(?:ID:?\s?)?(?:PMC)?\s?(\d{1,10})\b")
_PREPRINT = "preprint"


def read(pieces: Iterable[str]) -> Iterator[Record | Fault]:
    """The works of a RIS text, in its order."""
    for row in records(pieces):
        yield row if isinstance(row, Fault) else _row(row.line, row.tags, row.size)


def _row(line: int, tags: Tags, size: int) -> Record | Fault:
    head = _first(tags, "TI", "T1") or next((one for row in list(tags.values())[1:] for one in row if one), "")
    if size > LONGEST_RECORD:
        return fault_of(line, TOO_LONG, head)
    csl = _csl(tags)
    if not parts.names_a_work(csl):
        return fault_of(line, parts.NOTHING, head)
    return Record(line, csl, text=parts.line_of(csl.get("title")))


def _first(tags: Tags, *names: str) -> str:
    return next((value for name in names for value in tags.get(name, ()) if value), "")


def _all(tags: Tags, *names: str) -> list[str]:
    return [value for name in names for value in tags.get(name, ()) if value]


def _csl(tags: Tags) -> dict[str, Any]:
    kind = TYPES.get(_first(tags, "TY").upper(), "document")
    edited = _first(tags, "TY").upper() == "EDBOOK"
    whole_book = kind == "book"
    serial = _first(tags, "SN")
    csl: dict[str, Any] = {
        "type": kind,
        "title": title(_first(tags, "TI", "T1", "CT") or (_first(tags, "BT") if whole_book else "")),
        "author": [] if edited else _names(_all(tags, "AU", "A1")),
        "editor": _names(_all(tags, *(("AU", "A1") if edited else ()), "ED", *(() if whole_book else ("A2",)))),
        "collection-editor": _names(_all(tags, "A2") if whole_book else _all(tags, "A3")),
        "translator": _names(_all(tags, "A4")),
        "container-title": "" if whole_book else title(_first(tags, "JF", "T2", "BT", "JO", "JA", "J2")),
        "container-title-short": _first(tags, "J2", "JA"),
        "collection-title": _first(tags, "T3") or (_first(tags, "T2") if whole_book else ""),
        "issued": _issued(tags),
        "accessed": _date(_first(tags, "Y2")),
        "volume": _first(tags, "VL"),
        "issue": _first(tags, "IS", "CP"),
        "number": _first(tags, "C7") if kind == "article-journal" else "",
        "page": _pages(_first(tags, "SP"), _first(tags, "EP")),
        "edition": _first(tags, "ET"),
        "publisher": _first(tags, "PB"),
        "publisher-place": _first(tags, "CY", "PP"),
        "genre": _genre(tags, kind),
        "DOI": normalise_doi(_first(tags, "DO")) or _doi_in(_all(tags, "UR", "N1", "M3")),
        "URL": next((url for url in _all(tags, "UR", "LK") if url.lower().startswith(("http://", "https://"))), ""),
        "ISBN": normalise_isbn(serial.split(" ")[0]),
        "ISSN": found[0].upper() if (found := re.search(r"\b\d{4}-?\d{3}[\dXx]\b", serial)) else "",
        "language": _first(tags, "LA"),
        "abstract": _first(tags, "AB", "N2"),
        "keyword": "; ".join(_all(tags, "KW")),
        "publication-types": _all(tags, "M3") if kind == "article-journal" else [],
    }
    if csl["ISBN"]:
        csl["ISSN"] = ""
    if kind == "report" and not csl["ISBN"] and not csl["ISSN"]:
        csl["number"] = serial
    if csl["genre"].lower() == _PREPRINT:
        csl["type"] = "article"
    return parts.known(csl | _numbers(tags))


def _numbers(tags: Tags) -> dict[str, str]:
    """PMID and PMCID, which have no tags of their own: EndNote and Zotero write them to AN, C2, ID and notes."""
    by_pubmed = re.search(r"pubmed|medline|nlm", " ".join(_all(tags, "DB", "DP")), re.IGNORECASE)
    notes = " ".join(_all(tags, "N1", "AN", "C1", "C2", "C7", "U2"))
    pmid = _PMID.search(notes)
    number = _first(tags, "AN") if by_pubmed else ""
    pmcid = _PMCID.search(notes)
    return {
        "PMID": number if re.fullmatch(r"[1-9]\d{0,8}", number) else (pmid[1] if pmid else ""),
        "PMCID": f"PMC{pmcid[1]}" if pmcid else "",
    }


def _genre(tags: Tags, kind: str) -> str:
    said = _first(tags, "M3")
    if said.lower() == _PREPRINT or _first(tags, "TY").upper() == "PREPRINT":
        return _PREPRINT
    return said if kind in ("thesis", "report") else ""


def _names(written: Sequence[str]) -> list[dict[str, str]]:
    return [person for one in written for person in people_in(one)]


def _doi_in(values: Sequence[str]) -> str:
    return next((doi for value in values if "10." in value and (doi := normalise_doi(value))), "")


def _issued(tags: Tags) -> dict[str, Any]:
    """The fullest date of the year's own tags and DA; a DA of another year is the day of something else."""
    year = _date(_first(tags, "PY", "Y1"))
    day = _date(_first(tags, "DA"))
    if year and day and day["date-parts"][0][0] == year["date-parts"][0][0]:
        return max(year, day, key=lambda date: len(date["date-parts"][0]))
    return year or day


def _date(written: str) -> dict[str, Any]:
    """ "2012", "2012/12/01/", "2012-12-01", "2012///Spring"; and "1 December 2012" by its year."""
    pieces = [piece.strip() for piece in re.split(r"[/-]", written)]
    found = parts.date_parts(pieces[0], *pieces[1:3]) if len(pieces) > 1 else parts.date_parts(pieces[0])
    if not found and (year := re.search(r"\b(?:1[5-9]|20)\d\d\b", written)):
        return parts.date_parts(year[0])
    return found


def _pages(first: str, last: str) -> str:
    return parts.full_pages(first if not last or first == last or "-" in first else f"{first}-{last}")


def write(works: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Works in RIS, with the line ends that its description asks for."""
    for work in works:
        rows = "".join(f"{tag}  - {value}\r\n" for tag, value in _tags(work) if value)
        yield f"{rows}ER  - \r\n\r\n"


def _tags(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    text = {name: parts.line_of(value) for name, value in work.items()}
    kind = text.get("type", "")
    book = kind == "book"
    yield "TY", _NAMES.get(kind, "GEN")
    yield "TI", text.get("title", "")
    for tag, role in (("AU", "author"), ("ED", "editor"), ("A4", "translator")):
        for person in parts.people(work, role):
            yield tag, parts.name_in_line(person)
    for person in parts.people(work, "collection-editor"):
        yield ("A2" if book else "A3"), parts.name_in_line(person)
    if not book:
        yield "T2", text.get("container-title", "")
    yield "J2", text.get("container-title-short", "")
    yield "T3", text.get("collection-title", "")
    if when := parts.parts_of(work):
        yield "PY", f"{when[0]:04d}"
        yield "DA", "/".join([f"{when[0]:04d}", *(f"{part:02d}" for part in when[1:])]) + "/" * (3 - len(when))
    if seen := parts.parts_of(work, "accessed"):
        yield "Y2", "/".join([f"{seen[0]:04d}", *(f"{part:02d}" for part in seen[1:])])
    yield "VL", text.get("volume", "")
    yield "IS", text.get("issue", "")
    first, dash, last = text.get("page", "").partition("-")
    simple = dash and re.fullmatch(r"\w+-\w+", text.get("page", ""))
    yield "SP", first if simple else text.get("page", "")
    yield "EP", last if simple else ""
    yield "ET", text.get("edition", "")
    yield "PB", text.get("publisher", "")
    yield "CY", text.get("publisher-place", "")
    yield "SN", text.get("ISBN") or text.get("ISSN") or (text.get("number", "") if kind == "report" else "")
    yield "C7", text.get("number", "") if kind == "article-journal" else ""
    yield "DO", text.get("DOI", "")
    yield "UR", text.get("URL", "")
    yield "LA", text.get("language", "")
    yield "AB", text.get("abstract", "")
    yield "N1", text.get("note", "")
    for value in (*parts.keywords_of(work), *parts.strings(work.get("mesh"))):
        yield "KW", value
    genre = text.get("genre", "")
    for value in [genre] if genre else parts.strings(work.get("publication-types")):
        yield "M3", value
    if pmid := text.get("PMID"):
        yield "AN", pmid
        yield "DB", "PubMed"
    yield "C2", text.get("PMCID", "")
