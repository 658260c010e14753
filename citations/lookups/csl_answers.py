"""CSL-JSON as others write it, into fields of known names and forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citations.lookups import markup
from evidence.references.csl_dates import parts_of

_TEXTS = (
    *("container-title", "container-title-short", "publisher", "publisher-place", "volume", "issue", "page", "number"),
    *("edition", "language", "genre", "ISSN", "ISBN"),
)
_TITLES = ("title", "original-title", "title-short")
_DATES = ("issued", "available-date", "original-date")
_MOST_PEOPLE = 500


def csl_of_answer(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record that are of the form that CSL-JSON 1.0.2 gives them; a list counts by its first entry."""
    csl: dict[str, Any] = {"type": str(record.get("type") or "document")[:40]}
    csl |= {name: markup.title(_first(record.get(name))) for name in _TITLES}
    csl |= {name: markup.plain(_first(record.get(name)), longest=500) for name in _TEXTS}
    csl |= {role: people_of(record.get(role)) for role in ("author", "editor")}
    for name in _DATES:
        if parts := parts_of(record.get(name)):
            csl[name] = {"date-parts": [parts[:3]]}
    return {name: value for name, value in csl.items() if value}


def people_of(rows: object) -> list[dict[str, str]]:
    """CSL names out of a list of them; what has none is left out."""
    found = []
    for row in rows[:_MOST_PEOPLE] if isinstance(rows, list) else ():
        if isinstance(row, dict):
            keys = ("family", "given", "suffix", "dropping-particle", "non-dropping-particle", "literal")
            parts = {key: markup.plain(row.get(key), longest=200) for key in keys}
            named = {key: value for key, value in parts.items() if value}
            if named.keys() & {"family", "literal"}:
                found.append(named)
    return found


def written_name(name: str) -> dict[str, str]:
    """ "Family, Given [Rolle]" or a name as printed, into a CSL name."""
    plain = markup.plain(name.split("[")[0], longest=200).strip(" ,;")
    family, comma, given = plain.partition(",")
    if comma and family.strip():
        return {"family": family.strip(), "given": given.strip()} if given.strip() else {"family": family.strip()}
    return {"literal": plain} if plain else {}


def year_alone(year: object) -> dict[str, Any]:
    """A date of issue of which the year is known; {} where it is none."""
    parts = parts_of(year if isinstance(year, str | int) else "")
    return {"date-parts": [parts[:1]]} if parts else {}


def _first(value: object) -> object:
    return (value[0] if value else "") if isinstance(value, list) else value
