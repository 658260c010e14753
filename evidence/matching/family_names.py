"""Family names as texts write them: with and without particles, in halves, with a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.language import function_words, vocabulary
from evidence.language.patterns import lazily

WRITTEN = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]i|[Dd]a|[Ll]a|[Ll]e|[Tt]en|[Ee]l|[Aa]l)\s+){0,2}"
    r"[^\W\d_a-z][\w'’-]{0,40}\w"
)
"""An expression for a family name with its particles."""

SURE_LENGTH = 7
"""Shorter names differ by one letter too often ("Hansen", "Jansen") for a slip of the pen to be told from a name."""

_GIVEN = lazily(r"\b([A-Z][a-z'’-]{1,30})\s(?:[A-Z]\.\s)?$")
_TITLES = frozenset(
    {"Dr", "Prof", "Professor", "Doctor", "Sir", "Dame", "Mr", "Mrs", "Ms", "Author", "Researcher", "See"}
)
_INITIALS = lazily(r"\s+[A-Z]{1,3}$")
_PARTICLES = frozenset({"al", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "van", "von"})


def forms(family: str) -> Iterator[str]:
    """A family name as it may be written: whole, without particles and initials, each half of a double name."""
    name = vocabulary.folded(_INITIALS.sub("", family.strip()))
    if not name:
        return
    yield name
    spelt = name.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    if spelt != name:
        yield spelt  # "Boeger" for "Böger"
    plain = without_particles(name)
    parts = plain.split()
    if plain not in ("", name):
        yield plain
    if len(parts) > 1:
        yield from (part for part in parts if len(part) > 3)


def without_particles(name: str) -> str:
    return " ".join(part for part in name.split() if part not in _PARTICLES)


def shortened(name: str, least: int = SURE_LENGTH - 1) -> set[str]:
    """The name itself and the name less any one letter: two names share one of these where one letter differs.

    None of a name of fewer letters than `least`.
    """
    if len(name) < least:
        return set()
    return {name} | {name[:place] + name[place + 1 :] for place in range(len(name))}


def is_written(name: str, family: str) -> bool:
    """Whether a name in a text is a family name of a work in one of its forms."""
    folded = vocabulary.folded(name)
    return any(form in (folded, without_particles(folded)) for form in forms(family))


def is_namesake(before: str, name: str, entry: str) -> bool:
    """Whether the given name in front of a family name is another than that of the entry: "Ann Lee" and "Lee B".

    `before` is the text up to the family name. Where either gives none, nothing speaks against them.
    """
    given = _GIVEN.search(before[-40:])
    if given is None or given[1].lower() in function_words.ENGLISH or given[1] in _TITLES:
        return False
    written = re.escape(name)
    behind = re.findall(rf"\b{written}\W{{1,3}}([A-Z])", entry)
    initials = {*behind, *re.findall(rf"\b([A-Z])[\w.'’-]{{0,30}}\s(?:[A-Z][\w.]{{0,20}}\s)?{written}\b", entry)}
    return bool(initials) and given[1][0] not in initials


def is_slip(name: str, family: str, least: int = SURE_LENGTH - 1) -> bool:
    """Whether a name in a text differs from a family name in one letter, or in two that changed places.

    Names of fewer letters than `least` are no slips of each other.
    """
    slips = shortened(vocabulary.folded(name), least)
    return any(not slips.isdisjoint(shortened(form, least)) for form in forms(family))
