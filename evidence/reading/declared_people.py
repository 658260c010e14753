"""People as front matter names them: one, several in a text or a list, with their credentials and where they work.

A text may be "Ann Poe, MD", "Poe, Ann", "Ann Poe and Bo Coe" or "Ann Poe, Bo Coe"; an entry may have `name` (a text, or
`given` and `family`), `credentials` or `degrees`, `affiliation` or `employer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from evidence.language.patterns import lazily

MOST = 50
"""People of one page that are read [house]."""
_LONGEST = 1000
_AND = lazily(r"\s*,?\s+(?:and|und|et|y|och|og|en|with|[|/+·•])\s+|\s*,?\s*&\s*", re.IGNORECASE)
_ITEM = lazily(r"^\s{0,9}(?:[-*•]\s{1,9})?")
_TITLE = lazily(r"^(?:(?:Dr|Prof|Professor|Doctor|Mrs?|Ms)\.?\s{1,3}){1,3}")
_LINK = lazily(
    r"!?\[+([^\[\]|]{1,200})(?:\|[^\[\]]{0,200})?\]+(?:\([^()]{0,500}\))?|\s*<[^<>]{0,200}>|\s*\([^()\s@]{1,60}@[^()\s]{1,80}\)"
)
_BRACKETED = lazily(r"\s{0,3}\(([^()]{1,80})\)")
_BY = lazily(
    r"^\s{0,9}(?:(?:written|words|text|story|article|reported|posted|authored)\s+)?by:?\s+|^\s{0,9}(?:authors?|writers?):\s+",
    re.IGNORECASE,
)
_BREAK = lazily(r"<br\s*/?>", re.IGNORECASE)
_LISTED = lazily(r"\s*[\[({]\s*(?P<quote>['\"]).{1,900}(?P=quote)\s*,?\s*[\])}]\s*", re.DOTALL)
_QUOTED = lazily(r"'([^'\n]{1,200})'|\"([^\"\n]{1,200})\"")
"""A list of Python or JSON that became a text: "['Ann Poe', 'Bo Coe']"."""
_BEHIND_NAME = lazily(
    r"(?<=[a-zß-ÿ])\s+(?:[–—-]\s+)?(?=(?:M\.?D|Ph\.?D|D\.?O|DPT|RDN?|RN|MPH|PharmD|DDS|DMD|MBBS|MBChB|NP|PsyD|BSN|MSN|DNP|M\.?Sc|B\.?Sc)\.?(?:,|$))"
)
"""Where a degree follows a name without a comma: "Ann Poe MD"."""
_FULL_STOP = lazily(r"(?<=[a-zß-ÿ]{2})\.$")
_OTHERS = lazily(r"[\s,;]{0,3}\b(?:and others|et\.? al\.?)$", re.IGNORECASE)
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]{0,40}|(?:van|von|de|der|den|del|della|di|da|du|dos|la|le|ter|ten|bin|al|el)\b)"
_WHOLE_NAME = lazily(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{1,5}}")
_PARTICLES = (
    "van|von|de|der|den|del|della|di|da|du|dos|la|le|ter|ten|bin|al|el|Van|Von|De|Der|Den|Del|Di|Da|Du|La|Le|Al|El"
)
_FAMILY = lazily(rf"(?:(?:{_PARTICLES})\s){{0,3}}(?:[dl]['’])?[^\W\d_a-z][\w'’-]{{0,40}}")
_GIVEN = lazily(r"[^\W\d_a-z](?:[\w'’-]{0,30}|\.)(?:[\s-]?[^\W\d_a-z](?:[\w'’-]{0,30}|\.)){0,3}\.?")
_CREDENTIALS = lazily(
    r"(?:Dr|Prof|M\.?D|Ph\.?D|D\.?O|DPT|P\.?T|RDN?|LDN?|CDN|CDCES|RN|NP|PA(?:-C)?|MPH|M\.?Sc?|B\.?Sc?|B\.?A|M\.?A|MBBS|"
    r"MBChB|PharmD|DDS|DMD|DC|LAc|CNM|IBCLC|PsyD|FAC[A-Z]|FRC[A-Z]{1,4}|MRC[A-Z]{1,4}|BSN|MSN|DNP|ND|LCSW|DPhil|EdD|JD|"
    r"MBA|MEd|FAAP|FAND|RPh|DVM|CPT|CSCS|LMFT|OTR(?:/L)?|AuD|SLP|CCC-SLP|DrPH|ScD|Esq|Jr|Sr|I{2,3}|[A-Z]{3,6})\.?"
    r"(?:[\s/].{0,60})?"
)
_ROLE = lazily(
    r"\b(?:of|at|in|for|the|dietiti?[ac]n|nutrition\w*|registered|certified|licensed|professor|editor|writer|author|"
    r"nurse|pharmacist|physician|doctor|surgeon|dentist|midwife|therapist|physiotherapist|psychologist|coach|trainer|"
    r"chef|reporter|journalist|director|researcher|scientist|student|candidate|university|hospital|clinic|institute|"
    r"staff|team|group|society|department|ministry|centers?|centre|agency|administration|association|council|"
    r"foundation|organi[sz]ation|college|school|board|health|medicine|sciences?|inc|ltd|llc|news|magazine|company)\b",
    re.IGNORECASE,
)


_WORK = lazily(
    r".*(?:ist|path|practor|cian)|freelancer|contributor|blogger|founder|owner|consultant|manager|expert|advocate|creator|"
    r"instructor|teacher|educator|veterinarian|practitioner|engineer|lawyer|attorney|counsell?or|producer|intern|resident|"
    r"paramedic|speaker|presenter|columnist|mother|father|mom|mum|dad|patient|admin|guest|reviewer|translator",
    re.IGNORECASE,
)
"""What somebody does, in a word that could be a given name by its look."""


class Named(NamedTuple):
    """A person as front matter has them. `said` holds the fields of an entry that has any; a bare name has none."""

    name: str
    credentials: str = ""
    employer: str = ""
    said: Mapping[str, Any] = {}


def people_of(meta: Mapping[str, Any], *names: str) -> tuple[Named, ...]:
    """Everybody in the first field of these names that says somebody ("author", "authors")."""
    inner = meta.get("params")
    for held in (meta, inner if isinstance(inner, Mapping) else {}):
        for name in names:
            if found := people_in(held.get(name)):
                return found
    return ()


def people_in(value: Any) -> tuple[Named, ...]:
    """Everybody that a value names, each once; () where it names nobody."""
    found: dict[str, Named] = {}
    for person in _people(value, 0):
        found.setdefault(person.name.casefold(), person)
    return tuple(found.values())[:MOST]


def _people(value: Any, depth: int) -> Iterator[Named]:
    if isinstance(value, str):
        listed = _LISTED.fullmatch(value[:_LONGEST])
        for text in (one or other for one, other in _QUOTED.findall(value)) if listed else (value,):
            yield from _in_text(text)
    elif isinstance(value, list | tuple) and depth < 3:
        for one in value[:MOST]:
            yield from _people(one, depth + 1)
    elif isinstance(value, Mapping):
        inner = next(iter(value.values()), None) if len(value) == 1 else None
        yield from _people(inner, depth + 1) if isinstance(inner, list) else _of_entry(value)


def _of_entry(entry: Mapping[str, Any]) -> Iterator[Named]:
    name = next((entry[one] for one in _NAMES if entry.get(one)), None)
    if name is None and _is_person(Named(_text(entry.get("title")))):
        name = entry["title"]
    whole = name if isinstance(name, Mapping) else entry
    if not isinstance(name, str) or not name.strip():
        given = _first(
            whole, "given", "first", "firstname", "firstName", "first_name", "given-names", "given-name", "givenName"
        )
        family = _first(whole, "family", "last", "lastname", "lastName", "last_name", "surname", "familyName")
        particle = _first(whole, "non-dropping-particle", "dropping-particle")
        name = " ".join(filter(None, (given, particle, family))) or _first(whole, "literal")
    if not name and len(entry) == 1:
        # pandoc: "- Ann Poe: {institute: …}"
        ((key, inner),) = entry.items()
        if isinstance(inner, Mapping) or inner is None:
            name, entry = str(key), inner or {}
    for place, person in enumerate(_in_text(str(name))):
        said = _texts(
            entry, "credentials", "degrees", "degree", "qualifications", "honorificSuffix", "honorific-suffix", "suffix"
        )
        if not said and _CREDENTIALS.fullmatch(title := _text(entry.get("title"))):
            said = title
        works = _texts(
            entry, "employer", "affiliation", "affiliations", "institute", "organization", "organisation", "company"
        )
        yield Named(person.name, said or person.credentials, works, entry if place == 0 else {})


_NAMES = ("name", "full_name", "fullName", "display_name", "displayName", "literal", "author")


def _first(entry: Mapping[str, Any], *names: str) -> str:
    return next((text for name in names if (text := _text(entry.get(name)))), "")


def _texts(entry: Mapping[str, Any], *names: str) -> str:
    return next((text for name in names if (text := _joined(entry.get(name)))), "")


def _joined(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_joined, value[:10])))
    return _first(value, "name", "title", "text") if isinstance(value, Mapping) else _text(value)


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _in_text(text: str) -> Iterator[Named]:
    """The people of "Poe, Ann", "Ann Poe, MD", "Ann Poe, Bo Coe and Cy Day"; a body stays whole."""
    text = _BREAK.sub("\n", unescape(text[:_LONGEST])).strip("{}“”")
    text = _by_lines(_LINK.sub(lambda match: match[1] or "", text))
    text = _OTHERS.sub("", " ".join(_BRACKETED.sub(r", \1", _BY.sub("", text)).split()))
    parts = (_BEHIND_NAME.sub(", ", _FULL_STOP.sub("", part.strip(" ,"))) for part in text.split(";"))
    for piece in filter(None, parts):
        several = [part.strip() for part in _AND.split(piece) if part.strip()]
        rows = [list(_by_commas(part)) for part in several]
        if len(several) > 1 and all(rows) and all(map(_is_person, (one for row in rows for one in row))):
            yield from (person for row in rows for person in row)
        else:
            yield from [Named(piece)] if _AND.search(piece) and "," not in piece else _by_commas(piece)


def _by_lines(text: str) -> str:
    """People each on a line of their own, with a mark of a list before it or not, in one line."""
    lines = [line for line in (_ITEM.sub("", line).strip(" ,") for line in text.splitlines()) if line]
    apart = len(lines) > 1 and all(_is_person(Named(_TITLE.sub("", line.partition(",")[0]))) for line in lines)
    return "; ".join(lines) if apart else text


def _is_person(person: Named) -> bool:
    return _WHOLE_NAME.fullmatch(person.name) is not None and not _ROLE.search(person.name)


def _by_commas(piece: str) -> Iterator[Named]:
    first, *rest = (part.strip() for part in piece.split(","))
    if not first:
        return
    if rest and _FAMILY.fullmatch(first) and _is_given(rest[0]):
        pairs = [first, *rest]
        if len(pairs) > 2 and len(pairs) % 2 == 0 and all(map(_is_given, pairs[1::2])):
            yield from (Named(f"{given} {family}") for family, given in zip(pairs[::2], pairs[1::2], strict=True))
        else:
            yield Named(f"{rest[0]} {first}", ", ".join(rest[1:]))
        return
    several = any(map(_is_person, map(Named, rest[1:])))
    if rest and not several and _WHOLE_NAME.fullmatch(first) and not _ROLE.search(first) and _is_given_alone(rest[0]):
        yield Named(f"{rest[0]} {first}", ", ".join(rest[1:]))  # "García Márquez, Gabriel"
        return
    held = first
    credentials: list[str] = []
    for part in rest:
        titled = _TITLE.match(part) is not None and _is_person(Named(_TITLE.sub("", part)))
        if titled or (_is_person(Named(part)) and not _CREDENTIALS.fullmatch(part)):
            yield Named(held, ", ".join(credentials))
            held, credentials = part, []
        elif part:
            credentials.append(part)
    yield Named(held, ", ".join(credentials))


def _is_given(part: str) -> bool:
    return bool(_GIVEN.fullmatch(part)) and not _CREDENTIALS.fullmatch(part) and not _ROLE.search(part)


def _is_given_alone(part: str) -> bool:
    """One given name, with initials behind it or not, or initials alone. Two words may be a second person."""
    alone = " " not in part.rstrip(".") or all(len(word.rstrip(".")) == 1 for word in part.split()[1:])
    return alone and _is_given(part) and not _WORK.fullmatch(part) and (not part.isupper() or "." in part)
