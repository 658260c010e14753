"""Tells ordinary English words from names that somebody made up ("Marrowfen").

Source: `ordinary.bin`, a Bloom filter of the words of WordNet 3.1, which scripts/build_product_words.py writes. A word on
it is always known; one in five hundred others passes for one too, and is then taken for no name.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from evidence.language import vocabulary
from evidence.language.health_words import BODY, CONDITION, INTERVENTION, OUTCOME, PEOPLE, SUBSTANCE

_HEALTH = BODY | CONDITION | INTERVENTION | OUTCOME | PEOPLE | SUBSTANCE
FILE = Path(__file__).with_name("ordinary.bin")
BITS = 1_048_576
"""Some fourteen for each word."""
_HASHES = 9
_FORMS = (
    ("'s", ""),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ed", ""),
    ("ed", "e"),
    ("er", ""),
    ("est", ""),
    ("ly", ""),
)
_MORE = frozenset(
    "and are was were been being has had does did can could may might will would shall should must the this that these those there here with from into onto upon about after "
    "before since until while when where what which who whom whose why how not nor but yet for our your his her its their they them you she him we us i it he my me any all each every "
    "some such than then thus also only just very more most much many few less least own same other another if because although though unless both either neither between among "
    "during without within against toward towards across behind below above beneath beside beyond under over through throughout off out per via say says said get gets got make makes made".split()
)  # fmt: skip


def places(word: str) -> Iterator[int]:
    """The bits that stand for a word."""
    first, second = zlib.crc32(word.encode()), zlib.adler32(word.encode()) * 2654435761
    return ((first + turn * second + turn * turn) % BITS for turn in range(_HASHES))


@lru_cache(maxsize=1)
def _bits() -> bytes:
    return FILE.read_bytes()


@lru_cache(maxsize=1 << 14)
def is_ordinary(word: str) -> bool:
    """Whether a word, in any of its forms, is one of plain English or of health prose."""
    small = word.lower().replace("’", "'")
    if len(small) < 3 or small in _MORE or not small.isascii() or vocabulary.on_list(small, _HEALTH):
        return True
    if "-" in small:
        return all(is_ordinary(part) for part in small.split("-") if part)
    forms = [
        small,
        *(small[: -len(end)] + other for end, other in _FORMS if small.endswith(end) and len(small) > len(end) + 2),
    ]
    return any(_listed(form) for form in forms)


def _listed(word: str) -> bool:
    bits = _bits()
    return all(bits[place >> 3] >> (place & 7) & 1 for place in places(word))
