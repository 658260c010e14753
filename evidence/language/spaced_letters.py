"""Sentences whose letters stand one by one with no wider gap between their words: "G a r l i c c u r e s c o l d s".

Readers take them apart without an effort. Only a run that holds a word of effect (21 CFR 101.93(g)) is read so; a list
of letters, such as those of vitamins, holds none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from evidence.deadline import paced
from evidence.language.function_words import ENGLISH
from evidence.language.patterns import lazily
from evidence.language.vocabulary import is_health

_RUN = lazily(r"(?<![^\W_])[A-Za-z](?:[ \u00a0\u2000-\u200a\u202f·._-][A-Za-z]){7,199}(?![^\W_])")
_LONGEST = 16
"""Letters of a word [house]."""
_STRANGE = 3
"""What a word that nobody knows costs beside its letters, of which a known one costs none [house]."""


def words_in(text: str, effects: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and letters of each word of such runs."""
    for match in paced(_RUN.finditer(text)):
        places = [place for place, sign in enumerate(match[0], match.start()) if sign.isalpha()]
        letters = "".join(text[place] for place in places)
        if not any(word in letters.lower() for word in effects):
            continue
        parts = _parts(letters.lower(), effects.__contains__)
        if any(letters[begin:end].lower() in effects for begin, end in parts):
            for begin, end in parts:
                yield places[begin], places[end - 1] + 1, letters[begin:end]


def _parts(letters: str, is_effect: Callable[[str], bool]) -> Sequence[tuple[int, int]]:
    """The words that letters make with the fewest letters in words that nobody knows."""
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(letters) + 1):
        best.append(
            min(
                (best[begin][0] + _cost(letters[begin:end], is_effect), begin)
                for begin in range(max(0, end - _LONGEST), end)
            )
        )
    parts: list[tuple[int, int]] = []
    end = len(letters)
    while end:
        begin = best[end][1]
        parts.append((begin, end))
        end = begin
    return parts[::-1]


def _cost(word: str, is_effect: Callable[[str], bool]) -> int:
    return 1 if is_effect(word) or _is_known(word) else _STRANGE + len(word)


@lru_cache(maxsize=4096)
def _is_known(word: str) -> bool:
    return word in ENGLISH or (len(word) > 2 and is_health(word))
