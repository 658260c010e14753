"""Builds one pattern out of many wordings so that it stays fast: alternatives are grouped by their first letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUANTIFIERS = "?*+{"
_FEW = 2


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern for any of the wordings as whole words, in any case of letters."""
    return re.compile(rf"\b(?:{grouped('|'.join(alternatives))})\b", re.IGNORECASE)


def grouped(alternation: str) -> str:
    """The same alternation with one branch per first letter: Python tries branches one by one at every word."""
    by_letter: dict[str, list[str]] = {}
    others: list[str] = []
    for branch in _branches(alternation):
        plain = branch[:1].isalpha() and branch[1:2] not in tuple(_QUANTIFIERS)
        if plain:
            by_letter.setdefault(branch[0].lower(), []).append(branch[1:])
        else:
            others.append(branch)
    letters = [
        letter + (rests[0] if len(rests) == 1 else f"(?:{_tail(rests)})") for letter, rests in sorted(by_letter.items())
    ]
    return "|".join(letters + others)


def _tail(rests: list[str]) -> str:
    return grouped("|".join(rests)) if len(rests) > _FEW and all(rests) else "|".join(rests)


def _branches(alternation: str) -> Iterator[str]:
    """The branches of an alternation, split at the bars outside of brackets."""
    depth, start, position, in_class = 0, 0, 0, False
    while position < len(alternation):
        letter = alternation[position]
        if letter == "\\":
            position += 1
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        elif letter == "|" and depth == 0:
            yield alternation[start:position]
            start = position + 1
        position += 1
    yield alternation[start:]
