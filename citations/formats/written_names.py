"""Names as programs write them into one field: "Roy, S", "Roy SK", several people in one, a list of Python's.

What cannot be told from the name of a body stays whole: nothing about a person is guessed.
"""

from __future__ import annotations

import ast
import html
import re

from citations.formats.parts import named, split_suffix

LONGEST = 100
"""Characters that the name of one person may have [house]."""
_LIST = re.compile(r"\[.*\]|\{\s*['\"].*['\"]\s*,?\s*\}|\(\s*['\"].*['\"]\s*,?\s*\)", re.DOTALL)
_OTHERS = re.compile(r"[\s,;]{0,5}(?<![^\s,;])(?:et\.? ?al\.?|and others|others|u\. ?a\.)\s*$", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+(?:and|und|et|y)\s+|\s*,?\s*&\s*", re.IGNORECASE)
_PARTICLE = r"(?:(?:van|von|de|der|den|del|della|di|da|du|dos|la|le|ter|ten|bin|ibn|al|el|st\.?)\s+)"
_FAMILY_WORD = r"(?:(?:[dDlL]['’]|O['’]|Mc|Mac|al-|el-)?[^\W\d_][\w'’]*[a-zß-öø-ÿ](?:[-–][^\W\d_][\w'’]*)*)"
_SHOUTED = r"(?:[^\W\d_a-z](?:['’-]?[^\W\d_a-z]){2,})"
_INITIALS = r"(?:[^\W\d_a-z]{1,3}|[^\W\d_a-z]\.(?:[\s-]?[^\W\d_a-z]\.?){0,3}|[^\W\d_a-z](?:[\s-][^\W\d_a-z]\.?){1,3})"
_FAMILY_FIRST = re.compile(
    rf"({_PARTICLE}{{0,2}}(?:{_FAMILY_WORD}(?:\s{_FAMILY_WORD}){{0,2}}|{_SHOUTED}))\s+({_INITIALS})"
)
_INITIALS_FIRST = re.compile(
    rf"((?:[^\W\d_a-z]\.[\s-]?){{1,4}})\s*({_PARTICLE}{{0,2}}{_FAMILY_WORD}(?:\s{_FAMILY_WORD})?)"
)
_TAG = re.compile(r"</?(?:b|i|em|strong|span|a|sup|sub)\b[^<>]{0,200}>", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:(?:and|&|und|et(?!\s?al\b))\s+)?(?:(?:Dr|Prof)\b\.?\s+){0,2}", re.IGNORECASE)
_SIGNS = re.compile(r"(?<=[^\W\d_.])\s?(?:[*†‡§¶]{1,3}|\(\d{1,2}\)|\[\d{1,2}\])(?=[,\s]|$)")
_DEGREES = re.compile(
    r"(?P<name>[^,]{2,60},[^,]{1,40}|[^,]{2,60}\s[^\W\d_a-z.]{1,6})"
    r"(?:,\s?(?:Ph\.?D|PharmD|M\.?Sc|B\.?Sc|M\.?D|DrPH|MBBS|DO|RN|MPH|RD|MHS|FRCP)\b\.?){1,4}$"
)
_CAPITALS_FIRST = re.compile(rf"([^\W\d_a-z]{{1,3}})\s({_PARTICLE}{{0,2}}{_FAMILY_WORD})")
_GIVEN = re.compile(rf"{_INITIALS}|{_FAMILY_WORD}(?:[\s-](?:{_FAMILY_WORD}|{_INITIALS})){{0,3}}")
_WHOLE = re.compile(
    rf"({_FAMILY_WORD}(?:\s(?:{_FAMILY_WORD}|[^\W\d_a-z]\.?)){{0,2}})\s+({_PARTICLE}{{0,2}}{_FAMILY_WORD})"
)
_NO_INITIALS = frozenset(
    ("UK", "US", "USA", "EU", "UN", "NZ", "UAE", "WHO", "NHS", "CDC", "FDA", "NIH", "II", "III", "IV", "VI", "VII")
)
_BODY = re.compile(
    r"\b(?:group|team|consortium|collaborat\w+|committee|society|association|institut\w*|universit\w*|college|"
    r"hospital|clinic|cent(?:re|er)s?|department|ministry|agency|administration|organi[sz]ation|council|"
    r"foundation|network|academy|academies|trial|study|studies|investigators|office|bureau|board|service|services|"
    r"commission|federation|union|panel|taskforce|force|program(?:me)?|project|inc|ltd|llc|gmbh|company|press|"
    r"sons|brothers|international|national|world|health|medicine|food|drug|statistics|research|canada|australia|"
    r"america|england|of|for|the)\b",
    re.IGNORECASE,
)


def people_in(written: str) -> list[dict[str, str]]:
    """Everybody that a field names, in CSL; a body, and what cannot be read, stays whole."""
    text = " ".join(html.unescape(written).split())
    if _LIST.fullmatch(text):
        return [person for one in _listed(text) for person in people_in(one)]
    text = _TAG.sub("", text)
    pieces = [piece if piece.endswith(",") else _OTHERS.sub("", piece).strip(" ,") for piece in _parted(text)]
    rows = [_CAPITALS_FIRST.fullmatch(piece) for piece in pieces if piece]
    if len(rows) > 1 and all(row and row[1] not in _NO_INITIALS and not _BODY.search(row[2]) for row in rows):
        return [
            {"family": row[2], "given": row[1]} for row in rows if row
        ]  # "C Roe; E Dahl": of one alone it is unsure
    return [person for piece in pieces if piece for person in _several(piece) if person]


def _parted(text: str) -> list[str]:
    return [_bare(piece) for piece in re.split(r"\\?[;|•]|\s[/·]\s", text) if piece.strip(" ,.")]


def _bare(piece: str) -> str:
    """A name without the word that joins it to the one before, titles, degrees, quotation marks and signs."""
    name = _BEFORE.sub("", piece.strip().strip('"“”'))
    return _SIGNS.sub("", _DEGREES.sub(r"\g<name>", name)).strip()


def _listed(text: str) -> list[str]:
    """The texts of a list or a set as Python or JSON writes it; of any other what stands in the brackets."""
    text = f"[{text[1:-1]}]"  # a set forgets its order
    try:
        # numpy writes no commas between the texts.
        values = ast.literal_eval(re.sub(r"(['\"]) (?=['\"])", r"\1, ", text)) if len(text) < 20_000 else ()
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        values = ()
    found = [value for value in values if isinstance(value, str)] if isinstance(values, list | tuple) else []
    return found or [text[1:-1].replace("'", "").replace('"', "")]


def _several(piece: str) -> list[dict[str, str]]:
    """The people of a piece without semicolons: parted by "and", or by commas alone."""
    parts = [part for part in _AND.split(piece) if part.strip()]
    if len(parts) > 1:
        found = [people for part in parts if (people := _persons(part.strip(), alone=False))]
        return [person for people in found for person in people] if len(found) == len(parts) else [_whole(piece)]
    return _persons(piece, alone=True) or [_whole(piece)]


def _whole(piece: str) -> dict[str, str]:
    """A name as it stands; "Food, Drug and Care Board" has commas and is a body all the same."""
    return {"literal": piece} if _AND.search(piece) and _BODY.search(piece) else named(piece)


def _persons(part: str, *, alone: bool) -> list[dict[str, str]]:
    """One person, or several parted by commas; none where the words may be a body's. `alone`: no "and" beside it."""
    if _BODY.search(part) and not (alone and "," in part):
        return []
    pieces = [piece.strip() for piece in part.split(",")]
    if len(pieces) == 1:
        person = _by_initials(part) or ({} if alone else _spelled_out(part))
        return [person] if person else []
    if all(pieces) and (rows := [_by_initials(piece) for piece in pieces]) and all(rows):
        return rows
    pairs = list(zip(pieces[::2], pieces[1::2], strict=False))
    if len(pieces) > 2 and len(pieces) % 2 == 0 and all(_GIVEN.fullmatch(given) for _, given in pairs):
        return [named(", ".join(pair)) for pair in pairs]
    suffixed = len(pieces) == 3 and split_suffix(f"x {pieces[2]}")[1]
    return [named(part)] if alone or suffixed or (len(pieces) == 2 and _GIVEN.fullmatch(pieces[1])) else []


def _by_initials(written: str) -> dict[str, str]:
    """ "Roy SK", "van der Berg J-P Jr", "S. K. Roy"; {} for anything else."""
    if len(written) > LONGEST or _BODY.search(written):
        return {}
    for bare, suffix in ((written, ""), split_suffix(written)):
        if (match := _FAMILY_FIRST.fullmatch(bare)) and match[2] not in _NO_INITIALS:
            name = {"family": match[1], "given": match[2], "suffix": suffix}
        elif match := _INITIALS_FIRST.fullmatch(bare):
            name = {"family": match[2], "given": match[1].strip(), "suffix": suffix}
        else:
            continue
        return {part: words for part, words in name.items() if words}
    return {}


def _spelled_out(written: str) -> dict[str, str]:
    """ "Ann B. Roy" beside others; {} for anything else."""
    match = _WHOLE.fullmatch(written) if len(written) <= LONGEST else None
    return {"family": match[2], "given": match[1]} if match else {}
