"""Which words a text must hold for a pattern to match anywhere in it, so that most sentences are passed over unread.

In `the (study|trial)s? (of|in)` these are "study", "studys", "trial" and "trials": "the" would do too, and stands in
nearly every sentence. Of all such sets the one is taken whose words are the rarest. This takes patterns apart with the
parser of the `re` module, which has no public name, so it is worked out beforehand (see `list_first_words`) and never
while the engine runs.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Any

from evidence.language.first_words import LENGTH

_PARSER = importlib.import_module("re._parser")
_SIGNS = importlib.import_module("re._constants")

Words = frozenset[str]
"""Beginnings of words in small letters, as `first_words` gives them: one of `LENGTH` letters that ends in spaces is
a whole word."""
_Begun = frozenset[str] | None
"""What may have been read of a word since its beginning; "" is a place where one may begin; None is not known."""

_AT_START: _Begun = frozenset({""})
_DIGIT = [(_SIGNS.CATEGORY, _SIGNS.CATEGORY_DIGIT)]
_MOST = 400
"""Beginnings that are followed at once; a pattern that leaves more open is not asked for them."""
_COMMON = {
    *("the", "a", "an", "of", "to", "in", "is", "are", "was", "were", "be", "it", "its", "this", "that", "these"),
    *("those", "you", "your", "i", "we", "they", "he", "she", "and", "or", "for", "on", "with", "as", "at", "by"),
    *("from", "not", "no", "can", "may", "has", "have", "had", "do", "does", "my", "our", "there", "their", "one"),
    *("if", "so", "up", "but", "all", "more", "most", "some", "any", "who", "what", "how", "when", "which", "will"),
    *("than", "been", "very", "just", "also", "into", "out", "over", "after", "about", "get"),
}


def needed_words(pattern: str) -> tuple[str, ...] | None:
    """The beginnings of which one must begin a word of any text that the pattern matches, or None: it is not known."""
    best, begun = _sequence(_PARSER.parse(pattern, re.IGNORECASE), None)
    found = _better(best, _words(begun, whole=False))
    return None if found is None else tuple(sorted(found))


def _sequence(items: Iterable[tuple[Any, Any]], begun: _Begun) -> tuple[Words | None, _Begun]:
    """The best words that a sequence needs, and what stands begun after it."""
    best: Words | None = None
    for kind, value in items:
        if kind in (_SIGNS.ASSERT, _SIGNS.ASSERT_NOT):
            continue  # it takes no letter
        letters = _letters(kind, value)
        if letters is not None:
            begun = _longer(begun, letters)
        elif _ends_words(kind, value):
            best, begun = _better(best, _words(begun, whole=True)), _AT_START
        elif kind in _PARTS:
            found, after = _PARTS[kind](value, begun)
            best, begun = _better(best, found), after
        else:
            best, begun = _better(best, _words(begun, whole=False)), None
    return best, begun


def _branches(value: Any, begun: _Begun) -> tuple[Words | None, _Begun]:
    read = [_sequence(branch, begun) for branch in value[1]]
    each = [_better(found, _words(after, whole=False)) for found, after in read]
    known = [found for found in each if found is not None]
    best = frozenset().union(*known) if len(known) == len(each) else None
    return best, _either(*(after for _, after in read))


def _repeated(value: Any, begun: _Begun) -> tuple[Words | None, _Begun]:
    least, most, part = value
    found, once = _sequence(part, begun)
    again = once if most == 1 else _sequence(part, once)[1]
    after = once if again == once else None  # else each round leaves something else begun
    if least:
        return _better(found, _words(once, whole=False)), after
    return _words(begun, whole=False), _either(begun, after)


_PARTS = {
    _SIGNS.BRANCH: _branches,
    _SIGNS.MAX_REPEAT: _repeated,
    _SIGNS.MIN_REPEAT: _repeated,
    _SIGNS.POSSESSIVE_REPEAT: _repeated,
    _SIGNS.SUBPATTERN: lambda value, begun: _sequence(value[3], begun),
    _SIGNS.ATOMIC_GROUP: _sequence,
}


def _letters(kind: Any, value: Any) -> frozenset[str] | None:
    """The few letters that may stand here, where it is surely one of them. Others than Latin ones of ASCII have twins
    that `re` takes for them, so they are not counted."""
    signs = [(kind, value)] if kind is _SIGNS.LITERAL else value if kind is _SIGNS.IN else []
    if signs == _DIGIT:
        return frozenset("0123456789")
    if not signs or any(sign is not _SIGNS.LITERAL or not _is_of_word(code) or code > 127 for sign, code in signs):
        return None
    return frozenset(chr(code).lower() for _, code in signs)


def _ends_words(kind: Any, value: Any) -> bool:
    """Whether no letter of a word stands here: a word that was begun is whole, and another one may begin."""
    if kind is _SIGNS.AT:
        return value in (_SIGNS.AT_BOUNDARY, _SIGNS.AT_BEGINNING, _SIGNS.AT_BEGINNING_STRING)
    if kind is _SIGNS.LITERAL:
        return not _is_of_word(value)
    if kind is not _SIGNS.IN:
        return False
    return all(
        (sign is _SIGNS.LITERAL and not _is_of_word(code))
        or (sign is _SIGNS.CATEGORY and code in (_SIGNS.CATEGORY_SPACE, _SIGNS.CATEGORY_NOT_WORD))
        for sign, code in value
    )


def _is_of_word(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"


def _longer(begun: _Begun, letters: frozenset[str]) -> _Begun:
    if begun is None or len(begun) * len(letters) > _MOST:
        return None
    return frozenset(word + letter for word in begun for letter in letters)


def _either(*states: _Begun) -> _Begun:
    known = [state for state in states if state is not None]
    joined = frozenset().union(*known) if len(known) == len(states) else None
    return joined if joined is None or len(joined) <= _MOST else None


def _words(begun: _Begun, *, whole: bool) -> Words | None:
    if not begun or not all(begun):
        return None
    return frozenset(word[:LENGTH].ljust(LENGTH) if whole else word[:LENGTH] for word in begun)


def _better(one: Words | None, other: Words | None) -> Words | None:
    if one is None or other is None:
        return other if one is None else one
    return one if _cost(one) <= _cost(other) else other


def _cost(words: Words) -> float:
    """About how many words of a text lead to these, as far as their order goes."""
    return sum(_cost_of(word) for word in words)


def _cost_of(begun: str) -> float:
    word, whole = begun.rstrip(), len(begun) == LENGTH
    if word[0].isdecimal():
        return 3
    if whole:
        return 100 if word in _COMMON else 1 + 60 / 4 ** len(word)
    return 1 + 1600 / 5 ** len(word) + 100 * any(common.startswith(word) for common in _COMMON)
