"""People of labelled references in the forms that styles give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from evidence.references.author_names import parse_names


def people_as(facts: Mapping[str, str], role: str, chance: Random, forms: str) -> str:
    """The people of a role in one of the forms named ("vancouver apa straight"), or as the row writes them."""
    written = re.sub(
        r"^(?:in:?\s)|[,\s]*\(?\b(?:eds?|editors?|hrsg)\b\.?\)?$", "", facts.get(role, ""), flags=re.IGNORECASE
    ).strip(" ,.:;")
    names = parse_names(written)
    if not names or any("literal" in name or not name.get("given") for name in names):
        return written
    form = chance.choice(forms.split())
    if form == "written":
        return written
    most = chance.choice((3, 6, 99))
    shown = [_one(name, form, first=place == 0) for place, name in enumerate(names[:most])]
    if len(names) > most:
        return f"{', '.join(shown)}, et al"
    if len(shown) == 1:
        return shown[0]
    if form == "vancouver":
        return ", ".join(shown)
    last = {"apa": ", & ", "full": ", and ", "straight": chance.choice((" and ", ", and ", " & ")), "harvard": " and "}[
        form
    ]
    between = "; " if form == "harvard" and chance.random() < 0.2 else ", "
    return between.join(shown[:-1]) + (last if between == ", " else "; ") + shown[-1]


def _one(name: Mapping[str, str], form: str, *, first: bool) -> str:
    given = name["given"]
    letters = [part[0] for part in re.split(r"[\s.-]+", given) if part and part[0].isalpha()]
    letters = list(re.sub(r"\W", "", given)) if re.fullmatch(r"[A-ZÀ-Þ]{1,3}", given) else letters
    stops = " ".join(f"{letter}." for letter in letters)
    if form == "vancouver":
        return f"{name['family']} {''.join(letters)}"
    if form == "straight":
        return f"{stops} {name['family']}"
    if form == "full" and not first:
        return f"{given} {name['family']}"
    return f"{name['family']}, {given if form == 'full' else stops}"


def ended(title: str) -> str:
    """The title with a full stop, where it has no end of its own."""
    return title if title[-1:] in "?!." else f"{title}."
