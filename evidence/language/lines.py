"""Where the lines of a text begin: what stands in front of a sentence there says whether it is quoted or an item.

Many rules ask that of every sentence, so the lines of a text are looked for once.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from evidence.language.patterns import lazily

_BREAK = lazily(r"[\n\r]")


def line_start(text: str, place: int) -> int:
    """The place where the line begins that a place stands on; a line ends with either sign of a break."""
    starts = _starts(text)
    return starts[bisect_right(starts, place) - 1]


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _BREAK.finditer(text)))
