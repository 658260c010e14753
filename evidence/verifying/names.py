"""Whether two lists of authors are those of one work.

Names are compared in Latin letters without accents, with and without particles, and with what German and the Nordic
languages write for letters that English lacks. Given names are compared by their first initial alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from anyascii import anyascii

from evidence.language.patterns import lazily
from evidence.references.author_names import is_body

CLOSE = 0.8
"""How alike two family names are, by letters, where one may be a slip of the pen [house]."""
_SHORT = 4
"""Letters below which one slip makes another name."""
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "ß": "ss"})
_PARTICLES = frozenset(
    (
        *("af", "al", "av", "bin", "da", "dal", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do"),
        *("dos", "du", "el", "ibn", "la", "le", "los", "st", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur"),
    )
)
_LETTERS = lazily(r"[a-z]+")


def people_of(csl: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Authors, or editors where there are none; rows that hold no name are left out."""
    rows = csl.get("author") or csl.get("editor") or ()
    return tuple(row for row in rows if isinstance(row, dict) and (row.get("family") or row.get("literal")))


def is_group(person: Mapping[str, Any]) -> bool:
    return not person.get("family") and is_body(str(person.get("literal", "")))


def same_person(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Family names alike in one of their spellings, and no two first initials that differ."""
    return bool(_forms(one) & _forms(other)) and not _initials_differ(one, other)


def nearly_same_person(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Family names that a slip of the pen parts, or the same family name with another initial."""
    left, right = _forms(one), _forms(other)
    if left & right:
        return True
    pairs = [(a, b) for a in left for b in right if min(len(a), len(b)) >= _SHORT]
    return any(SequenceMatcher(None, a, b, autojunk=False).ratio() >= CLOSE for a, b in pairs)


def strangers(written: Sequence[Mapping[str, Any]], recorded: Sequence[Mapping[str, Any]]) -> list[str]:
    """Family names that are written and that no author on record bears, not even with a slip of the pen.

    A co-author who is not written is none: lists are cut at three, six or ten names.
    """
    people = [person for person in written if not is_group(person) and len(name_of(person).strip(" .")) > 1]
    return [name_of(person) for person in people if not any(nearly_same_person(person, other) for other in recorded)]


def name_of(person: Mapping[str, Any]) -> str:
    return str(person.get("family") or person.get("literal") or "")


def _forms(person: Mapping[str, Any]) -> frozenset[str]:
    if person.get("family"):
        particle = f"{person.get('dropping-particle', '')} {person.get('non-dropping-particle', '')}".strip()
        return _spellings(f"{particle} {person['family']}".strip(), False)
    return _spellings(str(person.get("literal", "")), True)


@lru_cache(maxsize=8192)
def _spellings(name: str, whole: bool) -> frozenset[str]:
    """The family name in plain letters, in each spelling that a list may use; of a `whole` name its possible ones."""
    found: set[str] = set()
    lowered = name[:200].lower()
    for written in {lowered, lowered.translate(_SPELT)}:
        words = _LETTERS.findall(anyascii(re.sub(r"['’`´]", "", written)).lower())
        if not words:
            continue
        proper = [word for word in words if word not in _PARTICLES] or words
        found |= {"".join(words), "".join(proper)}
        if whole:
            found |= {proper[-1], "".join(proper[-2:]), proper[0]}
        elif len(proper) > 1:  # of two family names many indexes keep one
            found |= {word for word in (proper[0], proper[-1]) if len(word) >= _SHORT}
    return frozenset(found)


def _initials_differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    left, right = _initial(one), _initial(other)
    return bool(left and right and left != right)


def _initial(person: Mapping[str, Any]) -> str:
    given = anyascii(str(person.get("given") or "")[:60]).lower()
    letters = _LETTERS.findall(given)
    return letters[0][0] if letters and person.get("family") else ""
