"""Names of people and bodies as the styles write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citations.styles.work import escaped

Person = Mapping[str, Any]
ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}
_BARE_SUFFIX = re.compile(r"(?:Jr|Sr)\.?", re.IGNORECASE)


def part(person: Person, name: str) -> str:
    value = person.get(name)
    return escaped(value) if isinstance(value, str) else ""


def body(person: Person) -> str:
    """The name of a body, or of a person known by one name."""
    return part(person, "literal") or ("" if part(person, "family") else part(person, "given"))


def family(person: Person) -> str:
    return " ".join(name for name in (part(person, "non-dropping-particle"), part(person, "family")) if name)


def given(person: Person) -> str:
    return part(person, "given")


def dropping(person: Person) -> str:
    return part(person, "dropping-particle")


def suffix(person: Person, *, stop: bool) -> str:
    """ "Jr." or "Jr"; "III" and "2nd" as they are."""
    said = part(person, "suffix")
    if _BARE_SUFFIX.fullmatch(said):
        return said.rstrip(".") + ("." if stop else "")
    return said


def _words(name: str, *, capitals: bool) -> list[str]:
    """Given names one by one; "KM" is two initials. In a record all in `capitals` "ANN" is a name."""
    words = []
    for word in name.replace(".", ". ").split():
        bare = word.rstrip(".")
        together = bare.isupper() and bare.isalpha() and 1 < len(bare) < (3 if capitals else 4)
        words += list(bare) if together else [bare]
    return [word for word in words if word]


def initials(person: Person, *, stops: bool) -> str:
    """ "Anne-Marie K" -> "A.-M. K." or "AMK". Scripts without capitals have no initials: the name stands whole."""
    name, last = given(person), part(person, "family")
    if name and not any(letter.isupper() or letter.islower() for letter in name):
        return name
    found = []
    for word in _words(name, capitals=last.isupper() and len(last) > 1):
        letters = [piece[0].upper() for piece in re.split(r"[-\u2010\u2011]", word) if piece]
        found.append("-".join(f"{letter}." for letter in letters) if stops else "".join(letters))
    return " ".join(found) if stops else "".join(found)


def inverted_short(person: Person, *, ordinals: bool) -> str:
    """ "van der Berg AM Jr": AMA and NLM."""
    last = " ".join(one for one in (dropping(person), family(person)) if one)
    short = initials(person, stops=False)
    rank = suffix(person, stop=False)
    return body(person) or " ".join(one for one in (last, short, ORDINALS.get(rank, rank) if ordinals else rank) if one)


def short_list(people: list[Person], *, most: int, shown: int, ordinals: bool = False) -> str:
    """Names as AMA and NLM list them: bodies behind a semicolon, more than `most` cut to `shown` and et al.

    NLM alone writes "III" as `ordinals`, "3rd".
    """
    listed = people if len(people) <= most else people[:shown]
    text = ""
    for before, person in zip([None, *listed], listed, strict=False):
        mixed = before is not None and bool(body(before)) != bool(body(person))
        text += ("; " if mixed else ", " if before is not None else "") + inverted_short(person, ordinals=ordinals)
    return text if len(people) <= most else f"{text}, et al"
