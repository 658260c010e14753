"""Whether two titles are those of one work.

Titles are compared as words in Latin letters without accents and marks. A subtitle that only one of them has costs
nothing, nor does "&" for "and". Numbers have to agree ("part 2"), and no word of weight may stand in each title alone.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher, get_close_matches
from enum import IntEnum
from functools import lru_cache

from anyascii import anyascii

from evidence.language.patterns import lazily

SHORTEST = 3
"""Words of a title below which it names too many works ("Sleep", "Editorial comment")."""
SAME, NEAR = 0.9, 0.6
"""How alike titles are that are the same with slips of the pen, and those that may be [house, on made-up noise]."""
_CLOSE = 0.75
_HEAVY = 4
"""Letters from which a word carries weight by itself."""
_MARK = lazily(r"</?(?:i|b|em|strong|sub|sup|sc|span)\b[^<>]{0,80}>|[*_`]")
_WORD = lazily(r"[a-z0-9]+")
_GREEK = str.maketrans(
    {
        "α": " alpha ",
        "β": " beta ",
        "γ": " gamma ",
        "δ": " delta ",
        "κ": " kappa ",
        "µ": " mu ",
        "μ": " mu ",
        "ω": " omega ",
    }
)
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_SMALL = frozenset(("from", "with"))
_NOTICE = lazily(r"^\W*(?:retracted(?: article)?|withdrawn|expression of concern)\b\W*", re.IGNORECASE)


class Likeness(IntEnum):
    OTHER = 0
    NEAR = 1
    SAME = 2


def title_words(text: str) -> tuple[str, ...]:
    """Words of a title in plain letters, "&" and "and" left out, Roman numbers as figures."""
    return _words(text[:1000])


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    text = _NOTICE.sub("", _MARK.sub("", text)).replace("'", "").replace("’", "")
    words = _WORD.findall(anyascii(text.translate(_GREEK)).lower())
    return tuple(_ROMAN.get(word, word) for word in words if word not in ("and", "und", "et", "y", "amp"))


def likeness(one: str, other: str) -> Likeness:
    """How alike two titles are."""
    left, right = title_words(one), title_words(other)
    if not left or not right:
        return Likeness.OTHER
    if left == right or "".join(left) == "".join(right):
        return Likeness.SAME
    score = _score(left, right)
    if score < NEAR:
        return Likeness.OTHER
    if _numbers(left) != _numbers(right) and not _begins(left, right):
        return Likeness.NEAR
    if _stands_alone(left, right) and _stands_alone(right, left):
        return Likeness.NEAR
    return Likeness.SAME if score >= SAME or _begins(left, right) else Likeness.NEAR


def _score(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """By whole words, or by letters, where a slip of the pen costs little."""
    if _begins(left, right):
        return 1.0
    words = 2 * (Counter(left) & Counter(right)).total() / (len(left) + len(right))
    if words < NEAR / 2:
        return words
    return max(words, SequenceMatcher(None, " ".join(left), " ".join(right), autojunk=False).ratio())


def _begins(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one is the other without its subtitle."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) > SHORTEST and longer[: len(shorter)] == shorter


def _numbers(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word.isdecimal()]


def _stands_alone(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a word of weight stands in one title alone and is no slip of the pen: two titles with such words are of
    two works ("walking for knees", "swimming for knees")."""
    letters, known = "".join(others), set(others)
    heavy = {word for word in words if len(word) >= _HEAVY and word not in _SMALL} - known
    return any(word not in letters and not get_close_matches(word, known, 1, _CLOSE) for word in heavy)
