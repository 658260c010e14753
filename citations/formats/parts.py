"""Parts of a record that several formats share: names, pages, dates, and whether a record names a work at all."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from evidence.references import csl_dates
from evidence.references.field_dois import doi_of_field
from evidence.references.identifiers import normalise_pmcid

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NOTHING = "Neither a title nor an identifier stands in this record. Add one of them."
PEOPLE = ("author", "editor", "translator", "collection-editor", "container-author")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|V|2nd|3rd|4th|5th)\.?", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![-/]?\d)")
_RANGE = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)\s*[-\u2010-\u2015]+\s*([A-Za-z]*)(\d+)([A-Za-z]*)")


def named(written: str) -> dict[str, str]:
    """A name "Family, Given, Suffix" in CSL; without a comma it is a body's name and stays whole.

    "Family," with nothing behind the comma is a person known by one name.
    """
    family, comma, rest = (part.strip() for part in written.partition(","))
    if not comma:
        return {"literal": family} if family else {}
    given, _, suffix = (part.strip() for part in rest.partition(","))
    return {name: value for name, value in (("family", family), ("given", given), ("suffix", suffix)) if value}


def name_in_line(person: Mapping[str, Any]) -> str:
    """A CSL name as "Family, Given, Suffix"; particles stand with the family name."""
    if literal := line_of(person.get("literal")):
        return literal
    particles = [line_of(person.get("dropping-particle")), line_of(person.get("non-dropping-particle"))]
    family = " ".join(part for part in (*particles, line_of(person.get("family"))) if part)
    given, suffix = line_of(person.get("given")), line_of(person.get("suffix"))
    if not family:
        return given
    return f"{family}, {given}, {suffix}" if suffix else f"{family}, {given}".rstrip(" ")


def split_suffix(given: str) -> tuple[str, str]:
    """ "Robert W 2nd" -> ("Robert W", "2nd")."""
    words = given.split()
    if len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        return " ".join(words[:-1]), words[-1]
    return given, ""


def people(csl: Mapping[str, Any], role: str) -> list[Mapping[str, Any]]:
    found = csl.get(role)
    return [person for person in found if isinstance(person, Mapping)] if isinstance(found, list) else []


def full_pages(written: str) -> str:
    """Pages in full: "1355-60; discussion 1361-2" -> "1355-1360; discussion 1361-1362", "iv73-5" -> "iv73-iv75"."""
    return _RANGE.sub(_full, " ".join(written.split()))


def _full(match: re.Match[str]) -> str:
    before, first, after, letters, last, tail = match.groups()
    if letters in ("", before):
        letters = before
        if len(last) < len(first):
            last, tail = first[: len(first) - len(last)] + last, tail or after
    return f"{before}{first}{after}-{letters}{last}{tail}"


def month_of(word: str) -> int:
    """1 to 12 for "Jun", "june", "6" or "06"; 0 for anything else."""
    word = word.strip().rstrip(".").lower()
    if word.isascii() and word.isdigit():
        return int(word) if len(word) < 3 and 1 <= int(word) <= 12 else 0
    return MONTHS.index(word[:3]) + 1 if word[:3] in MONTHS else 0


def date_parts(year: str, month: str = "", day: str = "") -> dict[str, Any]:
    """A CSL date as exact as its parts; {} without a year of four figures."""
    if not re.fullmatch(r"[0-9]{4}", year):
        return {}
    parts = [int(year)]
    if number := month_of(month):
        parts.append(number)
        if re.fullmatch(r"[0-9]{1,2}", day) and 1 <= int(day) <= 31:
            parts.append(int(day))
    return {"date-parts": [parts]}


def date_of(value: object) -> dict[str, Any]:
    """A CSL date in parts, out of any form that programs write: parts, "raw", "literal", a text or a year; else {}."""
    if isinstance(value, list):
        return {"date-parts": [found]} if (found := csl_dates.parts_of(value)) else {}
    if not isinstance(value, Mapping):
        return _date_in(line_of(value))
    if not value.get("date-parts") and (value.get("year") or value.get("date_parts")):
        return {"date-parts": [found]} if (found := csl_dates.parts_of(value)) else {}
    rows = value.get("date-parts")
    if isinstance(rows, list) and rows:
        rows = [_figures(row) for row in (rows if isinstance(rows[0], list) else [rows])]
        return {**value, "date-parts": [row for row in rows if row]} if rows[0] else {}
    return _date_in(line_of(value.get("raw") or value.get("literal")))


def _figures(row: object) -> list[int]:
    """Year, month and day as numbers, up to the first that is none; a year before our era stays below zero."""
    figures: list[int] = []
    for part in row[:3] if isinstance(row, list) else ():
        if not re.fullmatch(r"-?[0-9]{1,4}", written := line_of(part)):
            break
        figures.append(int(written))
    return figures


def _date_in(written: str) -> dict[str, Any]:
    """ "2012-03-07", "7 March 2012", "March 2012"; of "Spring 2012" the year alone."""
    if match := _DAY.match(written):
        return date_parts(*(part or "" for part in match.groups()))
    year = re.search(r"(?<!\d)\d{4}(?!\d)", written)
    month = next((word for word in re.findall(r"[A-Za-z]{3,9}", written) if month_of(word)), "")
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", written)
    return date_parts(year[0] if year else "", month, day[0] if day else "")


def people_of(value: object) -> list[dict[str, Any]]:
    """People of a CSL item as its schema has them, out of a list, a single person, or names in a text."""
    if isinstance(value, str):
        value = value.split(";")
    people: list[dict[str, Any]] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and (name := line_of(one)):
            people.append(named(name) if name.count(",") == 1 else {"literal": name})
        elif isinstance(one, dict) and one:
            name = line_of(one.get("name"))
            people.append({"literal": name} if name and not one.get("family") else dict(one))
    return people


def parts_of(csl: Mapping[str, Any], name: str = "issued") -> list[int]:
    """Year, month and day of a CSL date as far as given; [] where there is none."""
    value = csl.get(name)
    rows = value.get("date-parts") if isinstance(value, Mapping) else None
    first = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], list) else []
    parts: list[int] = []
    for part in first[:3]:
        written = str(part).strip()
        if not written.isdecimal() or len(written) > 4:
            break
        parts.append(int(written))
    return parts


def line_of(value: object) -> str:
    """Text in one line; numbers as their figures, anything else that is not text as ""."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def strings(value: object) -> list[str]:
    return [text for one in value if (text := line_of(one))] if isinstance(value, list | tuple) else []


def keywords_of(csl: Mapping[str, Any]) -> list[str]:
    """Key words, one by one: CSL-JSON holds them in one string parted by ";" or ","."""
    value = csl.get("keyword")
    if isinstance(value, list):
        return strings(value)
    text = line_of(value)
    return [word for part in re.split(r";" if ";" in text else r",", text) if (word := part.strip())]


def names_a_work(csl: Mapping[str, Any]) -> bool:
    return any(csl.get(name) for name in ("title", "DOI", "PMID", "PMCID", "ISBN", "URL", "arXiv", "NCT"))


def known(csl: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty; DOI and PMCID in their plain form, signs for the entities that pages leave in titles."""
    found = {name: value for name, value in csl.items() if value not in ("", None, [], {})}
    for name in ("title", "container-title", "container-title-short", "publisher"):
        if "&" in (value := found.get(name, "")):
            found[name] = html.unescape(value)
    if "DOI" in found:
        found["DOI"] = doi_of_field(str(found["DOI"])) or str(found["DOI"])
    if "PMCID" in found:
        found["PMCID"] = normalise_pmcid(str(found["PMCID"])) or str(found["PMCID"])
    return found
