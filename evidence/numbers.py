"""Numbers in prose, so that a sentence can be compared with the text of its source.

Source: standards.md A3.8 (more than 10 % relative difference is a different number).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TOLERANCE = 0.10
"""Relative difference up to which two numbers count as the same."""

_NEAR = 0.5
"""Shares within this relative distance are read as the same quantity, told differently; others as another one."""

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_UNIT = r"months?|weeks?|days?|hours?|years?|minutes?|mg|mcg|g|kg|iu|ml|cfu"
_NUMBER = re.compile(
    rf"(?P<part>\b(?:{'|'.join(_COUNTS)})[\s-](?:{'|'.join(_PARTS)})s?\b|\bhalf\s+of\b)"
    r"|(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<rest>\s*(?:%|per\s?cent\b)|\s+in\s+(?P<base>\d[\d,]*)\b|\s+(?P<scale>thousand|million|billion|trillion)\b"
    rf"|[\s-]*(?P<unit>{_UNIT})\b)?",
    re.IGNORECASE,
)

_IDENTIFIER = re.compile(r"(?:PMID|PMC|DOI|NCT|ISBN|no\.)[\s:]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, its value, and what it counts: "share" (in percent), a unit of time or dose, or ""."""

    text: str
    value: float
    of: str


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text but years ("2015") and single digits without a unit."""
    for match in _NUMBER.finditer(text):
        if _IDENTIFIER.search(text, max(0, match.start() - 12), match.start()):
            continue
        number = _read(match)
        if number is not None:
            yield number


def _read(match: re.Match[str]) -> Number | None:
    written = match.group().strip()
    if match.group("part"):
        words = re.split(r"[\s-]+", match.group("part").lower())
        if words[0] == "half":
            return Number(written, 50.0, "share")
        return Number(written, 100.0 * _COUNTS[words[0]] / _PARTS[words[1].removesuffix("s")], "share")
    value = float(match.group("digits").replace(",", ""))
    rest = (match.group("rest") or "").strip().lower()
    if rest.startswith(("%", "per")):
        return Number(written, value, "share")
    if match.group("base"):
        base = float(match.group("base").replace(",", ""))
        return Number(written, 100.0 * value / base, "share") if base else None
    if match.group("scale"):
        return Number(written, value * _SCALES[match.group("scale").lower()], "")
    if match.group("unit"):
        return Number(written, value, match.group("unit").lower().rstrip("s"))
    is_year = 1900 <= value <= 2100 and "." not in written and "," not in written
    return None if is_year or value < 10 else Number(written, value, "")


def same(one: Number, other: Number) -> bool:
    """Whether two numbers agree within the tolerance and may count the same thing."""
    if one.of and other.of and one.of != other.of:
        return False
    return _distance(one, other) <= TOLERANCE


def closest_share(number: Number, held: Sequence[Number]) -> Number | None:
    """The share in the source that a differing share seems to retell, or None."""
    if number.of != "share":
        return None
    near = [other for other in held if other.of == "share" and _distance(number, other) <= _NEAR]
    return min(near, key=lambda other: _distance(number, other), default=None)


def _distance(one: Number, other: Number) -> float:
    if one.value == other.value:
        return 0.0
    return abs(one.value - other.value) / max(abs(other.value), 1e-9)
