"""What a sentence says of one work that it names, apart from what it says of the others named in it.

Source: standards.md A3.2. Authors put a bracket behind what a work found ("pain fell (Lee et al.) and sleep rose (Fall
et al.)") and a name in the sentence before it ("Lee et al. saw pain fall, Fall et al. sleep rise").
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_NAMED = lazily(r"\bet\.? al\b|\band (?:colleagues|co-?workers|others)\b", re.IGNORECASE)
_LEAST, _MOST_BRACKETS = 3, 8
"""Brackets with fewer words between them stand behind the same words; so many are passed over [house]."""


def own_words(text: str, start: int, end: int) -> str:
    """The words of a sentence that tell of the work whose name stands from `start` to `end`.

    In a bracket these are the ones before it, back to the bracket before, and those in it up to the name; otherwise
    those behind the name, up to the next name.
    """
    opened = text.rfind("(", 0, start)
    if opened < 0 or text.rfind(")", 0, start) > opened:
        named = _NAMED.search(text, end)
        return text[end : named.start() if named else len(text)]
    return f"{_before_bracket(text, opened)} {text[opened + 1 : start]}"


def _before_bracket(text: str, opened: int) -> str:
    closed = text.rfind(")", 0, opened)
    for _ in range(_MOST_BRACKETS):
        if closed < 0 or len(text[closed + 1 : opened].split()) >= _LEAST:
            break
        before = text.rfind("(", 0, closed)
        closed = text.rfind(")", 0, before) if before >= 0 else -1
    return text[closed + 1 : opened]
