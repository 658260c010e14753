"""Looks up words of health prose. A word counts when it, or it without its ending, is on a list of `health_words`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from evidence.deadline import paced
from evidence.language.health_phrases import COMPOUNDS, EVERYDAY
from evidence.language.health_words import BODY, CONDITION, INTERVENTION, OUTCOME, PEOPLE, SUBSTANCE
from evidence.language.patterns import lazily

__all__ = [
    "COMPOUNDS",
    "CONDITION",
    "EVERYDAY",
    "PEOPLE",
    "compounds",
    "folded",
    "is_drug",
    "is_health",
    "is_treatment",
    "on_list",
    "shorter",
    "terms",
    "terms_of",
    "words",
]

_PLAIN_DISEASES = frozenset({"colds"})
"""Forms that only the disease has: "a cold day" is none."""

# Endings that hardly any word outside medicine has.
_ENDINGS = (
    "aemia", "algia", "biotic", "carcinoma", "cytes", "ectomy", "emia", "genic", "itis", "oma", "opathy",
    "osis", "otherapy", "pathic", "vir", "virus",
)  # fmt: skip
_DRUGS = (
    "azepam", "azole", "caine", "cillin", "cycline", "dipine", "floxacin", "gliflozin", "gliptin", "glutide", "mycin", "olol", "oxetine", "prazole",
    "profen", "sartan", "statin", "tadine", "triptan", "zumab", "ximab", "limumab",
)  # fmt: skip
"""Endings of the international names of medicines (WHO stem book)."""

_NOT_MEDICAL = frozenset({"academia", "aroma", "coma", "diploma", "emphasis", "oma", "roma", "oklahoma", "hypothesis"})
_FRONTS = ("anti-", "cardio", "gastro", "immuno", "micro-", "neuro", "pro-inflam")

_HEALTH = BODY | CONDITION | SUBSTANCE | INTERVENTION | PEOPLE | OUTCOME
_WORD = lazily(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLAIN_WORD = lazily(r"[a-z]+(?:['-][a-z]+)*")
"""The same for a text in small letters of ASCII, found in half the time."""
_SHORTENINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))
_SHORTENED = ("s", "ing", "ed")
"""How a word ends that has one of these endings: most have none."""


def folded(text: str) -> str:
    """Lower case without accents, so that "Øien" and "Oien", "Schütte" and "Schutte" are one."""
    plain = text.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ß", "ss")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def words(text: str) -> list[str]:
    """The words of a text in lower case, possessive endings taken off, compounds kept whole."""
    return list(_words(text))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """The same: of most sentences it is asked more than once."""
    if text.isascii():
        found = _PLAIN_WORD.findall(text.lower())
    else:
        found = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if "'" not in text and "’" not in text:
        return tuple(found)
    return tuple([word[:-2] if word.endswith("'s") else word.rstrip("'") for word in found])


@lru_cache(maxsize=1 << 15)
def shorter(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without each ending that it may have."""
    if not word.endswith(_SHORTENED):
        return (word,)
    cut = [(word[: -len(ending)], instead) for ending, instead in _SHORTENINGS if word.endswith(ending)]
    return (word, *[left + instead for left, instead in cut if len(left) >= 3])


@lru_cache(maxsize=1 << 15)
def on_list(word: str, lexicon: frozenset[str]) -> bool:
    """Whether the word, or a shorter form of it, stands in the lexicon."""
    return not lexicon.isdisjoint(shorter(word))


@lru_cache(maxsize=1 << 15)
def is_health(word: str) -> bool:
    """Whether a word belongs to health prose, by list, by medical ending or by the parts of a compound."""
    if on_list(word, _HEALTH):
        return True
    if "-" in word and any(on_list(part, _HEALTH) for part in word.split("-") if len(part) > 2):
        return True
    if is_drug(word):
        return True
    if len(word) > 5 and (word.endswith(_ENDINGS) or word.removesuffix("s").endswith(_ENDINGS)):
        return word not in _NOT_MEDICAL
    return len(word) > 7 and word.startswith(_FRONTS)


@lru_cache(maxsize=1 << 15)
def is_drug(word: str) -> bool:
    """Whether a word has the ending of the name of a medicine."""
    return len(word) > 6 and word.removesuffix("s").endswith(_DRUGS)


@lru_cache(maxsize=1 << 15)
def is_treatment(word: str) -> bool:
    """Whether a word names something that is taken or done for health."""
    return on_list(word, INTERVENTION) or is_drug(word)


_SECONDS: dict[str, set[str]] = {}
for _pair in COMPOUNDS:
    _first, _second = _pair.split("-")
    _SECONDS.setdefault(_first, set()).add(_second)


def compounds(found: list[str]) -> Iterable[str]:
    """The pairs of neighbouring words that name something of health together, joined by a hyphen."""
    if _SECONDS.keys().isdisjoint(found):
        return
    for first, second in pairwise(found):
        seconds = _SECONDS.get(first)
        form = next((form for form in shorter(second) if form in seconds), "") if seconds else ""
        if form:
            yield f"{first}-{form}"


def terms(text: str) -> tuple[set[str], set[str]]:
    """The health words of a text: those that are telling, and those that any text may hold."""
    return terms_of(words(text))


_MANY = 1000
"""Words between which the clock is looked at: no sentence has so many [house]."""


def terms_of(found: list[str]) -> tuple[set[str], set[str]]:
    """The same for words already taken apart."""
    telling, everyday = set(compounds(found)), set[str]()
    for word in found if len(found) < _MANY else paced(found):
        if sort := _sort(word):
            (telling if sort == "telling" else everyday).add(word)
    return telling, everyday


@lru_cache(maxsize=1 << 15)
def _sort(word: str) -> str:
    if not is_health(word):
        return ""
    return "everyday" if on_list(word, EVERYDAY) and word not in _PLAIN_DISEASES else "telling"
