"""Words of a sentence as the learned part of `citation_need` sees them: nothing that tells a marker stood there.

Training and use read sentences through this module alone. Markers fall out; names of authors become a sign that no
weight knows, or fall out; numbers and years become one sign; and what markers leave behind when they are taken out
(brackets, commas, doubled stops and spaces) is not read at all.
"""

from __future__ import annotations

import re
from itertools import pairwise

from evidence.language.patterns import lazily

MASKED = "_"
"""Stands for authors; no run of words that holds it is read."""

START = "^"
"""Stands before the first word of a sentence."""

_LONGEST = 2000
"""Signs of a sentence that are read; what is longer is hardly a sentence."""

_NAME = r"[^\W\d_a-z][\w'’-]{1,30}"
_NAMES = rf"{_NAME}(?:(?: ?, ?| and | ?& ?| ){_NAME}){{0,5}}"
_OTHERS = (
    r"et\.? al\b\.?|(?:and|&) (?:(?:his|her|their) )?"
    r"(?:colleagues|co-?workers|co-?authors|associates|collaborators|others|team)\b"
)
_AUTHORS = lazily(rf"(?P<open>[(\[;] ?(?:e\.?g\.?,? ?|see (?:also )?)?)?(?:\b{_NAMES},? | )(?:{_OTHERS})(?:['’]s?)?")
_MAY_NAME = (
    " al",
    "colleagues",
    "workers",
    "authors",
    "associates",
    "collaborators",
    "others",
    "team",
)
_BRACKETED = lazily(
    r"\[-?[@^][^\[\]]{0,200}\]|\[\d[-\d,;–— ]{0,200}\]"  # [@key], [^1], [3-5, 7]
    r"|\(\d{1,3}(?: ?[-,;–] ?\d{1,3}){0,20}\)"  # (3, 7)
    # (Bell, 2012;
    r"|[(\[;] ?(?:e\.?g\.?,? |see (?:also )?)?[^\W\d_a-z][^()\[\]]{0,200}?\b(?:19|20)\d\d[a-z]?(?=[;)\]])"
    # (Bell and Coe,; as is left when the years are taken out
    rf"|[(\[;] ?(?:{_NAME}(?: (?:and|&) {_NAME})? ?[,;]+ ?){{1,20}}(?=[;.)\]]|$|[a-z])"
)
_TOKEN = lazily(
    r"[^\W\d_⁰¹²³⁴-⁹]+(?:['’-][^\W\d_⁰¹²³⁴-⁹]+)*"
    r"|\d(?<![^\W_]\d)(?<![^\W\d_][.,]\d)[\d.,·]*%?"  # no number where a letter stands before: "COX2", "sleep.12"
    r"|[=<>±≤≥?_]"
)
_PLAIN_TOKEN = lazily(r"[a-z]+(?:['-][a-z]+)*|\d(?<![a-z0-9]\d)(?<![a-z][.,]\d)[\d.,]*%?|[=<>?_]", re.ASCII)
"""The same for a text in small letters of ASCII, found in half the time."""
_SHORT_FORM = lazily(r"[A-Z](?<!\w[A-Z])[A-Z]+")


def without_authors(sentence: str) -> str:
    """The sentence with markers and the names of cited authors out of sight: `MASKED` where grammar needs them."""
    text = sentence[:_LONGEST].replace(MASKED, " ")
    authors = any(map(text.__contains__, _MAY_NAME))
    if not authors and "(" not in text and "[" not in text:
        return text
    text = " ".join(text.split())
    text = _BRACKETED.sub(" ", text)
    return _AUTHORS.sub(lambda found: " " if found["open"] else f" {MASKED} ", text) if authors else text


def words_of(sentence: str) -> list[str]:
    """Lower-case words in their order; "#" for a number, "#%" for a share."""
    return words_in(without_authors(sentence))


def words_in(plain: str) -> list[str]:
    """The same of a text that `without_authors` gave."""
    small = plain.lower()
    found = (_PLAIN_TOKEN if small.isascii() else _TOKEN).findall(small)
    return [("#%" if word[-1] == "%" else "#") if word[0].isdigit() else word for word in found]


def grams_of(words: list[str]) -> set[str]:
    """Runs of one to three words of a sentence, "^" before the first; none that holds `MASKED`."""
    found = {word for word in words if word != MASKED}
    row = [START, *words]
    pairs = [f"{first} {second}" for first, second in pairwise(row)]
    found.update(pairs)
    found.update(f"{pair} {third}" for pair, third in zip(pairs, row[2:], strict=False))
    return {name for name in found if MASKED not in name} if MASKED in words else found


def short_forms_in(plain: str) -> int:
    """How many words in capitals ("COX", "BMI") a text that `without_authors` gave holds."""
    return 0 if plain[1:].islower() else len(_SHORT_FORM.findall(plain))
