"""PubMed's own format (.nbib, MEDLINE display): tags of up to four letters, wrapped lines, one blank line between.

Tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from citations.formats import parts
from citations.formats.rows import LONGEST_RECORD, TOO_LONG, Fault, Record, fault_of, lines
from evidence.references.identifiers import normalise_doi, normalise_isbn

Tags = Mapping[str, Sequence[str]]

_TAG = re.compile(r"([A-Z][A-Z0-9]{1,4})\s{0,3}- ?(.*)")
_NO_TAG = "This line has no tag and belongs to no record. A record starts with PMID-."
_DATE = re.compile(r"(\d{4})(?:\s+([A-Za-z]{3,9}|\d{1,2})(?:\s+(\d{1,2}))?)?\s*$")
_TRANSLATED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\.?")
"""A title in brackets as a whole; in "[18F]FDG in [rats]" they are its own."""
_RETRACTED = ("Retracted Publication",)


def read(pieces: Iterable[str]) -> Iterator[Record | Fault]:
    """The works of an .nbib text. A record ends where the next PMID line or a blank line stands."""
    tags: dict[str, list[str]] = {}
    last, start, size, blank = "", 0, 0, True
    for number, line in lines(pieces):
        if not line.strip():
            blank = True
            continue
        match = None if line.startswith("      ") else _TAG.match(line)
        if tags and match and (blank or match[1] == "PMID"):
            yield _row(start, tags, size)
            tags, last, size = {}, "", 0
        size += len(line)
        if match:
            start = start if tags else number
            last = match[1]
            if size <= LONGEST_RECORD:
                tags.setdefault(last, []).append(match[2].strip())
        elif last:
            if size <= LONGEST_RECORD:
                tags[last][-1] += f" {line.strip()}"
        else:
            yield fault_of(number, _NO_TAG, line)
        blank = False
    if tags:
        yield _row(start, tags, size)


def _row(line: int, tags: Tags, size: int) -> Record | Fault:
    head = _first(tags, "TI") or _first(tags, "BTI") or next((value for row in tags.values() for value in row), "")
    if size > LONGEST_RECORD:
        return fault_of(line, TOO_LONG, head)
    csl = _csl(tags)
    if not parts.names_a_work(csl):
        return fault_of(line, parts.NOTHING, head)
    return Record(line, csl, _facts(tags), parts.line_of(csl.get("title")))


def _first(tags: Tags, *names: str) -> str:
    return next((value for name in names for value in tags.get(name, ()) if value), "")


def _csl(tags: Tags) -> dict[str, Any]:
    book = _title(_first(tags, "BTI"))
    title = _title(_first(tags, "TI")) or _title(_first(tags, "TT"))
    types = list(tags.get("PT", ()))
    csl: dict[str, Any] = {
        "type": ("chapter" if title else "book") if book else "article-journal",
        "title": title or book,
        "author": _people(tags, "FAU", "AU", "CN"),
        "editor": _people(tags, "FED", "ED", ""),
        "container-title": book if title and book else _first(tags, "JT"),
        "container-title-short": _first(tags, "TA"),
        "issued": _issued(_first(tags, "DP")),
        "volume": _first(tags, "VI"),
        "issue": _first(tags, "IP"),
        "page": parts.full_pages(_first(tags, "PG")),
        "edition": _first(tags, "EN"),
        "collection-title": _title(_first(tags, "CTI")),
        "publisher": _first(tags, "PB"),
        "publisher-place": _first(tags, "PL") if book else "",
        "ISSN": _issn(tags.get("IS", ())),
        "ISBN": normalise_isbn(_first(tags, "ISBN").split(" ")[0]),
        "PMID": _first(tags, "PMID"),
        "PMCID": _pmcid(_first(tags, "PMC")),
        "DOI": _doi(tags),
        "NCT": _trial(tags.get("SI", ())),
        "language": _first(tags, "LA"),
        "abstract": _first(tags, "AB"),
        "keyword": "; ".join(tags.get("OT", ())),
        "publication-types": types,
        "mesh": list(dict.fromkeys(one.split("/")[0].strip("*") for one in tags.get("MH", ()))),
    }
    if "Preprint" in types:
        csl |= {"type": "article", "genre": "preprint"}
    return parts.known(csl)


def _title(text: str) -> str:
    """Without the full stop at its end and the brackets that mark a translated title."""
    if match := _TRANSLATED.fullmatch(text):
        text = match[1]
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def _people(tags: Tags, full: str, short: str, body: str) -> list[dict[str, str]]:
    """Names in their order; PubMed puts bodies (CN) behind the people, as the file does."""
    found = []
    for written in tags.get(full) or [_spelt_out(name) for name in tags.get(short, ())]:
        family, _, given = (part.strip() for part in written.partition(","))
        given, suffix = parts.split_suffix(given)
        found.append({"family": family, "given": given, "suffix": suffix})
    people = [{name: value for name, value in person.items() if value} for person in found if person["family"]]
    return people + [{"literal": name} for name in tags.get(body, ()) if name]


def _spelt_out(short: str) -> str:
    """ "Alexander J Jr" -> "Alexander, J Jr": where only the short form stands, initials follow the last space."""
    words = short.split()
    at = next((place for place, word in enumerate(words) if place and re.fullmatch(r"[A-Z]{1,4}", word)), len(words))
    return f"{' '.join(words[:at])}, {' '.join(words[at:])}"


def _issued(written: str) -> dict[str, Any]:
    """The date of the issue; of "2000 Jul-Aug" and "2000 Spring" the year alone."""
    if match := _DATE.match(written):
        return parts.date_parts(*(part or "" for part in match.groups()))
    return parts.date_parts(written[:4])


def _issn(values: Sequence[str]) -> str:
    """The printed journal's number where there is one, as PubMed itself shows first."""
    ranked = sorted(values, key=lambda value: ("(Print)" not in value, "(Linking)" not in value))
    found = re.search(r"\b\d{4}-\d{3}[\dXx]\b", ranked[0]) if ranked else None
    return found[0].upper() if found else ""


def _pmcid(written: str) -> str:
    found = re.search(r"\d+", written)
    return f"PMC{found[0]}" if found else ""


def _doi(tags: Tags) -> str:
    for value in (*tags.get("LID", ()), *tags.get("AID", ()), *tags.get("DOI", ())):
        is_doi = "[" not in value or value.endswith("[doi]")
        if is_doi and (doi := normalise_doi(value.removesuffix("[doi]").strip())):
            return doi
    return ""


def _trial(values: Sequence[str]) -> str:
    return next((found[0] for value in values if (found := re.search(r"NCT\d{8}", value))), "")


def _facts(tags: Tags) -> dict[str, Any]:
    """What grading and the watch need and CSL has no place for.

    A notice in the file is taken as of the day PubMed last changed the record. That there is none says nothing: the
    file may be old.
    """
    facts: dict[str, Any] = {
        "funding": "; ".join(tags.get("GR", ()))[:500],
        "conflicts": _first(tags, "COIS"),
    }
    retracted = tags.get("RIN") or any(one in _RETRACTED for one in tags.get("PT", ()))
    if retracted or tags.get("ECI"):
        facts["status"] = "retracted" if retracted else "concern"
        if re.fullmatch(r"\d{8}", changed := _first(tags, "LR")):
            facts["status_checked"] = f"{changed[:4]}-{changed[4:6]}-{changed[6:]}"
    return {name: value for name, value in facts.items() if value}


def write(works: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Works in PubMed's tags. Only what the format has a tag for is written."""
    for work in works:
        yield "".join(f"{tag:<4}- {value}\n" for tag, value in _tags(work) if value) + "\n"


def _tags(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    text = {name: parts.line_of(value) for name, value in work.items()}
    in_book = text.get("type") == "chapter"
    yield "PMID", text.get("PMID", "") or " "
    yield "IS", text.get("ISSN", "")
    yield "VI", text.get("volume", "")
    yield "IP", text.get("issue", "")
    if when := parts.parts_of(work):
        words = [str(when[0]), *(parts.MONTHS[month - 1].title() for month in when[1:2] if 1 <= month <= 12)]
        yield "DP", " ".join([*words, *(str(day) for day in when[2:])])
    yield ("BTI" if text.get("type") == "book" else "TI"), text.get("title", "")
    yield ("BTI" if in_book else "JT"), text.get("container-title", "")
    yield "TA", text.get("container-title-short", "")
    yield "PG", text.get("page", "")
    yield "AID", f"{text['DOI']} [doi]" if text.get("DOI") else ""
    yield "PMC", text.get("PMCID", "")
    yield "AB", text.get("abstract", "")
    for role, tag in (("author", "FAU"), ("editor", "FED")):
        for person in parts.people(work, role):
            body = parts.line_of(person.get("literal")) if role == "author" else ""
            family, _, given = parts.name_in_line(person).partition(",")
            yield ("CN", body) if body else (tag, f"{family}, {given.replace(',', '').strip()}".rstrip(", "))
    if text.get("type") in ("book", "chapter"):
        yield "CTI", text.get("collection-title", "")
        yield "EN", text.get("edition", "")
        yield "PL", text.get("publisher-place", "")
    yield "LA", text.get("language", "")
    yield "PB", text.get("publisher", "")
    yield "ISBN", text.get("ISBN", "")
    for tag, name in (("PT", "publication-types"), ("MH", "mesh")):
        for value in parts.strings(work.get(name)):
            yield tag, value
    for value in parts.keywords_of(work):
        yield "OT", value
