"""Whether volume, issue and pages say the same place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from evidence.language.patterns import lazily

_ROMAN = lazily(r"[ivxlc]+")
_ROMAN_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_DASH = lazily(r"\s*[-–—‒−]+\s*|\s*[,;]\s*")
_PLAIN = lazily(r"[^a-z0-9]+")


def same_volume(written: str, recorded: str) -> bool:
    """Volumes with "Suppl", "Pt" and Roman numbers taken as what they say; "33 Suppl 1" is in volume 33."""
    one, other = _number(written), _number(recorded)
    if one == other:
        return True
    parted = re.compile(r"suppl|pt\b|part|\(", re.IGNORECASE)
    first, second = re.search(r"\d+", written), re.search(r"\d+", recorded)
    return bool(first and second and first[0] == second[0] and parted.search(f"{written} {recorded}"))


def same_pages(written: str, record: Mapping[str, Any]) -> bool:
    """First pages alike, whatever is left out of the last ("1355-60"); an article's number may stand for pages."""
    first = first_page(written)
    names = [str(record.get(name) or "") for name in ("page", "number")]
    known = {first_page(name) for name in names if name}
    digits = {re.sub(r"\D", "", page).lstrip("0") for page in known}
    bare = re.sub(r"\D", "", first).lstrip("0")
    return first in known or bool(bare and len(bare) >= 3 and bare in digits)


def first_page(written: str) -> str:
    """ "S12-S18" -> "s12"."""
    return _PLAIN.sub("", _DASH.split(written.strip(), maxsplit=1)[0].lower()).lstrip("0")


def last_page(written: str) -> str:
    """The last page in full: of "1355-60" it is "1360"; "" where only one page is written."""
    parts = [_PLAIN.sub("", part.lower()) for part in _DASH.split(written.strip(), maxsplit=1)]
    if len(parts) < 2 or not parts[1]:
        return ""
    first, last = parts
    return first[: len(first) - len(last)] + last if last.isdecimal() and len(last) < len(first) else last


def _number(text: str) -> str:
    plain = _PLAIN.sub("", text.lower())
    plain = re.sub(r"^(?:vol(?:ume)?|bd|band|t|tome|v)(?=\d|[ivxlc]+$)", "", plain)
    if _ROMAN.fullmatch(plain):
        worths = [_ROMAN_WORTH[letter] for letter in plain]
        total = sum(-a if a < b else a for a, b in zip(worths, [*worths[1:], 0], strict=True))
        return str(total)
    return plain.lstrip("0") or plain
