"""Numbers spelled out in words: "eighty-nine", "two hundred sixty-eight", "one thousand and five"."""

from __future__ import annotations

import re

from evidence.language.patterns import grouped, lazily, lowered

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

VALUES = (
    {word: value for value, word in enumerate(_ONES, 1)}
    | {word: value for value, word in enumerate(_TEENS, 10)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
)
"""The words that have a value of their own."""

_LARGEST = 10**12
_WORD = grouped("|".join([*sorted(VALUES, key=len, reverse=True), *_SCALES]))
SPELLED = (
    r"\b(?=[aefhmnost])(?:an?\s+(?=hundred|thousand|million))?"
    rf"(?:{_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_WORD})){{0,9}}\b"
)
"""Any spelled-out whole number, as an expression for compiled patterns without regard to case."""

_PATTERN = lazily(SPELLED, re.IGNORECASE)


def value_of(words: str) -> int | None:
    """The value of a whole number in words; None where the words do not make one ("twenty thirty")."""
    total, current, last = 0, 0, 0
    for word in re.findall(r"[a-z]+", lowered(words)):
        if word in ("and", "a", "an"):
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0
            last = scale
        elif word in VALUES:
            value = VALUES[word]
            if last and last < 100 and not (last >= 20 and value < 10):
                return None
            current += value
            last = value
        else:
            return None
    return total + current if total + current <= _LARGEST else None


def in_digits(text: str, smallest: int = 10) -> str:
    """The text with numbers of at least `smallest` that are spelled out written in digits."""
    return _PATTERN.sub(lambda match: _digits(match.group(), smallest), text)


def _digits(words: str, smallest: int) -> str:
    value = value_of(words)
    return words if value is None or value < smallest else str(value)
