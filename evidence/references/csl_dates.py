"""Dates of CSL in every form that programs write, into their parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from evidence.language.patterns import lazily

_ISO = lazily(r"\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])")
_YEAR = lazily(r"(?<!\d)\d{4}(?!\d)")
_WORDS = ("raw", "literal", "string", "date-time")
_NAMED = ("year", "month", "day")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parts_of(value: object) -> list[int]:
    """Year, month and day of a date as far as given, [] where there is none.

    Read are "date-parts" with or without the list around a range, a list of parts, {"year": …, "month": …} and lists of
    those (the first is the beginning), dates, numbers, and texts, of which "raw" and "literal" hold some.
    """
    if isinstance(value, Mapping):
        return _of_mapping(value)
    if isinstance(value, date):
        return [value.year, value.month, value.day]
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return _of_text(str(value))
    if not isinstance(value, Sequence) or not value:
        return []
    if isinstance(value[0], str | int) and (found := _figures(value)):
        return found
    return parts_of(value[0])


def with_parts(csl: Mapping[str, Any]) -> dict[str, Any]:
    """The item with its date of issue as CSL has it, where it came in a form of pandoc's or by a plain `year`."""
    item = dict(csl)
    issued = item.get("issued")
    if "issued" not in item and isinstance(item.get("year"), int) and not isinstance(item.get("year"), bool):
        item["issued"] = {"date-parts": [[item["year"]]]}
    elif isinstance(issued, Sequence) and not isinstance(issued, str):
        if found := parts_of(issued):
            item["issued"] = {"date-parts": [found]}
    elif isinstance(issued, Mapping) and not _is_csl(issued) and (found := parts_of(issued)):
        item["issued"] = {"date-parts": [found]}
    return item


def _is_csl(issued: Mapping[str, Any]) -> bool:
    rows = issued.get("date-parts")
    listed = isinstance(rows, list) and bool(rows) and isinstance(rows[0], list)
    return listed or (rows is None and any(issued.get(name) for name in _WORDS))


def _of_mapping(value: Mapping[str, Any]) -> list[int]:
    rows = value.get("date-parts") or value.get("date_parts") or value.get("dateparts")
    if rows:
        return parts_of(rows)
    if value.get("year"):
        return _figures([value[name] for name in _NAMED if value.get(name)])
    return next((found for name in (*_WORDS, "start") if (found := parts_of(value.get(name)))), [])


def _of_text(written: str) -> list[int]:
    if match := _ISO.match(written[:200]):
        return _figures([part for part in match.groups() if part])
    year = _YEAR.search(written[:200])
    return [int(year.group())] if year else []


def _figures(row: Sequence[Any]) -> list[int]:
    """Year, month and day as numbers, up to the first that is none."""
    figures: list[int] = []
    for place, part in enumerate(row[:3]):
        written = str(part).strip() if isinstance(part, str | int) and not isinstance(part, bool) else ""
        if place == 1 and written[:3].lower() in _MONTHS:
            written = str(_MONTHS.index(written[:3].lower()) + 1)
        if not re.fullmatch(r"[0-9]{1,4}", written) or (place and not 1 <= int(written) <= (12 if place == 1 else 31)):
            break
        figures.append(int(written))
    return figures
