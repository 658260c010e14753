"""Whether what a service found by its words is the work that was looked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from citations.lookups import markup
from evidence.reading.listed_references import year_of

SIMILAR = 0.85
"""Share of words that two titles have in common where one is said to be the other [house]."""
SHORTEST = 3
"""Words of a title below which it names too many works ("Sleep", "Editorial comment")."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of the work that is looked for; `words` is what to search with."""

    title: str
    year: int | None = None
    families: tuple[str, ...] = ()
    words: str = ""


def folded_words(text: str) -> list[str]:
    """Words in lower case without accents and marks."""
    decomposed = unicodedata.normalize("NFKD", markup.without_tags(text))
    kept = "".join(character for character in decomposed if not unicodedata.combining(character))
    return re.findall(r"[^\W_]+", kept.casefold())


def similarity(one: str, other: str) -> float:
    """From 0 to 1: common words of two titles over all their words (Dice); a missing subtitle costs nothing."""
    left, right = folded_words(one), folded_words(other)
    if not left or not right:
        return 0.0
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) >= SHORTEST + 1 and longer[: len(shorter)] == shorter:
        return 1.0
    common = sum(min(left.count(word), right.count(word)) for word in set(left))
    return 2 * common / (len(left) + len(right))


def is_same_work(wanted: Wanted, csl: Mapping[str, Any]) -> bool:
    """Title nearly the same, year at most one apart (online and print), first author the same."""
    title = str(csl.get("title") or "")
    if len(folded_words(wanted.title)) < SHORTEST or similarity(wanted.title, title) < SIMILAR:
        return False
    year = year_of(csl)
    if wanted.year and year and abs(wanted.year - year) > 1:
        return False
    families = families_of(csl)
    if wanted.families and families:
        return bool(set(folded_words(wanted.families[0])) & set(folded_words(families[0])))
    return bool(wanted.year and year)


def families_of(csl: Mapping[str, Any]) -> tuple[str, ...]:
    people = csl.get("author") or csl.get("editor") or ()
    names = (str(person.get("family") or person.get("literal") or "") for person in people if isinstance(person, dict))
    return tuple(name for name in names if name)
