"""Whether two names are those of one journal, book or publisher, abbreviated or not.

ISO 4 abbreviates each word by leaving out its end ("Immunol") or letters inside ("Natl", "Dtsch"), and leaves out
articles and prepositions. So a word fits a longer one that begins with the same letter and has its letters in order.
A rule of form serves languages and titles that no list of abbreviations holds: docs/decisions has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidence.language.patterns import lazily
from evidence.verifying.titles import title_words

_LEFT_OUT = frozenset(
    (
        *(
            "an",
            "and",
            "as",
            "at",
            "by",
            "de",
            "del",
            "della",
            "der",
            "des",
            "die",
            "das",
            "du",
            "e",
            "et",
            "for",
            "from",
        ),
        *("fur", "i", "in", "la", "las", "le", "les", "los", "of", "on", "the", "to", "und", "van", "voor", "y", "zum"),
        *("zur", "incorporating"),
    )
)
_SECTION = lazily(r"\s[=/]\s.*$|\s\((?!\d)[^()]{2,60}\)\s*$|\s?:\s.*$|;\s.*$")
"""A second name ("Deutsches Ärzteblatt = German ..."), the place of the press, a subtitle."""
_LONGEST = 30
_NUMBER_WORD = lazily(r"[,;]?\s+(?:no|nr|vol|art|article)\.?\s*$", re.IGNORECASE)
_STOP = lazily(r"(?<=[.?!\])’”\"'])[,.]?\s+")


def same_journal(written: str, recorded: Iterable[str]) -> bool:
    """Whether `written` is one of the names on record, whole, abbreviated or by its initials."""
    written = _NUMBER_WORD.sub("", written)
    parts = _STOP.split(written)
    # A subtitle or a group that was read as the beginning of the name ends with a stop or a quotation mark.
    names = [written, _SECTION.sub("", written), *(" ".join(parts[place:]) for place in range(1, min(len(parts), 12)))]
    return any(_same(one, other) for other in recorded if other for one in names)


def _same(one: str, other: str) -> bool:
    bare = _SECTION.sub("", other)
    pairs = [(_words(one), _words(name)) for name in {other, bare} if name]
    return any(_fits(left, right) or _fits(_without_a(left), _without_a(right)) for left, right in pairs)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in title_words(name) if word not in _LEFT_OUT)[:_LONGEST]


def _without_a(words: tuple[str, ...]) -> tuple[str, ...]:
    """An "A" is an article ("CA: A Cancer Journal") or an initial ("Proc Natl Acad Sci U S A")."""
    return tuple(word for word in words if word != "a")


def _fits(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right:
        return False
    if left == right or "".join(left) == "".join(right):
        return True
    shorter, longer = (left, right) if len("".join(left)) <= len("".join(right)) else (right, left)
    if len(shorter) == 1 and len(longer) > 1:
        return shorter[0] == "".join(word[0] for word in longer)  # BMJ, JAMA; a title of one word is never abbreviated
    return len(shorter) == len(longer) > 1 and all(_abbreviates(a, b) for a, b in zip(shorter, longer, strict=True))


def _abbreviates(one: str, other: str) -> bool:
    """Whether the shorter is made of the longer's first letter and others of its letters in order."""
    short, full = sorted((one, other), key=len)
    if short[0] != full[0]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)
