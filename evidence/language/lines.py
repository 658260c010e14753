"""Where the lines of a text begin: what stands in front of a sentence there says whether it is quoted or an item.

Many rules ask that of every sentence, so the lines of a text are looked for once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from evidence.language.patterns import lazily

_BREAK = lazily(r"[\n\r]")
_QUOTED = lazily(r"[ \t]{0,3}(?:>|<blockquote\b)", re.IGNORECASE)


def line_start(text: str, place: int) -> int:
    """The place where the line begins that a place stands on; a line ends with either sign of a break."""
    starts = _starts(text)
    return starts[bisect_right(starts, place) - 1]


def is_block_quoted(text: str, place: int) -> bool:
    """Whether the line that a place stands on begins with the sign of a block quotation, in Markdown or in HTML."""
    return _QUOTED.match(text, line_start(text, place), place + 1) is not None


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _BREAK.finditer(text)))
