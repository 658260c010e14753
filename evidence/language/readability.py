"""School grade of a text by Flesch and Kincaid, from counts of sentences, words and syllables.

Source: Kincaid and others 1975; the target of grade 8 is that of AMA, NIH and CDC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from evidence.language.patterns import lazily

_VOWELS = lazily(r"[aeiouyà-öø-ÿ]+", re.IGNORECASE)
_WORD = lazily(r"[^\W_]+(?:['’-][^\W_]+)*")
_PLAIN_WORD = lazily(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*")
"""The same for a text in ASCII, found in half the time."""


@lru_cache(maxsize=1 << 15)
def syllables(word: str) -> int:
    """An estimate: groups of vowels, less a silent final e; at least 1."""
    count = len(_VOWELS.findall(word))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee"))
    return max(1, count - (1 if silent and count > 1 else 0))


def grade(sentences: Iterable[str]) -> float:
    """School grade of the sentences together; 0.0 for no words at all."""
    counted = words = beats = 0
    for text in sentences:
        found = (_PLAIN_WORD if text.isascii() else _WORD).findall(text)
        if not found:
            continue
        counted += 1
        words += len(found)
        beats += sum(map(syllables, found))
    if not words:
        return 0.0
    return 0.39 * words / counted + 11.8 * beats / words - 15.59
