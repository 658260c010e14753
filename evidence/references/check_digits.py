"""Check digits of the numbers that books and serials carry."""

from __future__ import annotations

import re


def normalise_isbn(text: str) -> str:
    """The thirteen digits of an ISBN whose check digit is right, or "" (ISO 2108).

    A number of ten digits, as given out until 2006, becomes the one of thirteen that stands for the same book.
    """
    digits = re.sub(r"[^\dXx]", "", text).upper()
    if len(digits) == 10 and "X" not in digits[:9]:
        total = sum((10 - place) * _digit(char) for place, char in enumerate(digits))
        return _thirteen(digits[:9]) if total % 11 == 0 and digits.strip("0") else ""
    if len(digits) == 13 and digits.isdecimal() and digits.startswith(("978", "979")):
        return digits if _thirteen(digits[3:12], digits[:3]) == digits else ""
    return ""


def normalise_issn(text: str) -> str:
    """An ISSN whose check digit is right as "1234-5679", or "" (ISO 3297)."""
    digits = re.sub(r"[^\dXx]", "", text).upper()
    if len(digits) != 8 or "X" in digits[:7] or not digits.strip("0"):
        return ""
    total = sum((8 - place) * _digit(char) for place, char in enumerate(digits))
    return f"{digits[:4]}-{digits[4:]}" if total % 11 == 0 else ""


def _thirteen(nine: str, prefix: str = "978") -> str:
    """The ISBN of thirteen digits with this body."""
    body = prefix + nine
    total = sum(int(char) * (3 if place % 2 else 1) for place, char in enumerate(body))
    return body + str(-total % 10)


def _digit(char: str) -> int:
    return 10 if char == "X" else int(char)
