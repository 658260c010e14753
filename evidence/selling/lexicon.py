"""Finds names of diseases, signs, natural states, drugs, therapies, germs, measured values and body parts in a text.

Source: `words.txt`, which scripts/build_product_words.py writes; its card is words.md. Read when first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from evidence.language.patterns import lazily

ILL = frozenset({"disease", "symptom"})
"""The kinds that make a disease claim of themselves (21 CFR 101.93(g)(1))."""

MEDICAL = frozenset({"drug", "drugclass", "therapy"})
"""What is taken or done against a disease."""

PROFESSION = (
    r"(?:doctors?|gps?|physicians?|pharmacists?|midwi(?:fe|ves)|dentists?|surgeons?|physios?|physiotherapists?|nurses?|therapists?|counsellors?|vets?|opticians?|paramedics?|dieti(?:t|c)ians?|health\s+visitors?|clinicians?|specialists?|p(?:a)?ediatricians?|hospitals?|clinics?|\w+ologists?|\w+iatrists?)"
)  # fmt: skip
"""Who treats people, as a pattern."""

_WORDS = Path(__file__).with_name("words.txt")
_TOKEN = lazily(r"[^\W\d_]+(?:\.(?=\s?[a-z]))?(?:['’-][^\W_]+){0,12}|\d+")
_ENDINGS = ("itis", "algia", "algias", "aemia", "emia", "opathy", "carcinoma", "sclerosis", "plegia", "rrhoea", "rrhea")
_NO_DISEASE = frozenset({"academia", "empathy", "sympathy", "homeopathy", "naturopathy", "osteopathy", "apathy"})
_SINGULARS = (("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""))
_FORMS = {"hearts": "heart"}


_OTHERWISE = lazily(
    r"\b(?:(?:from|our|of|bee|\d+)\s+hives|hives\s+(?:on|in|of)\s+the|(?:healthy|normal|good)\s+inflammat\w+(?:\s+response)?|at\s+a\s+stroke|strokes?\s+of\s+(?:luck|genius)"
    r"|(?:cold|flu|allergy|hay\s+fever|pollen)(?:\s+and\s+flu)?\s+season|fever\s+pitch|shock\s+absor\w+|gas\s+(?:station|bill)|allergy\s+(?:information|advice)|allergen\s+\w+|blood\s+orange|heart\s+of\s+(?:palm|the)"
    r"|free\s+(?:of|from)\s+(?:allergens|gluten|nuts)|(?:water|shower|frost|scratch)[\s-]resistant|hand\s+cream|plaque\s+(?:on|at)\s+the\s+door|(?:at|below|above|around|to)\s+body\s+temperature|(?:in|into|from|out\s+of)\s+the\s+cold(?=\W|$))\b",
    re.IGNORECASE,
)
"""Where words of illness mean something else."""


class Term(NamedTuple):
    """A name found: its kind, the term as listed, where it stands, and its words in the text."""

    kind: str
    term: str
    start: int
    end: int
    text: str = ""


@lru_cache(maxsize=1)
def _listed() -> tuple[MappingProxyType[str, str], MappingProxyType[str, int]]:
    """The kind of each term, and by first word the length in words of the longest term that begins with it."""
    kinds: dict[str, str] = {}
    longest: dict[str, int] = {}
    by_words: dict[str, str] = {}
    for line in _WORDS.read_text("utf-8").splitlines():
        kind, _, terms = line.partition(": ")
        for term in terms.split("; "):
            kinds.setdefault(term, kind)
    for term, kind in kinds.items():
        words = _words_of(term)
        by_words[" ".join(words)] = kind
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return MappingProxyType(by_words), MappingProxyType(longest)


def _words_of(term: str) -> list[str]:
    if term.isascii() and term.isalpha():  # most terms are one plain word
        return [term.lower()]
    return [word.lower().replace("’", "'").rstrip(".") for word in _TOKEN.findall(term)]


@lru_cache(maxsize=2048)
def terms(text: str) -> tuple[Term, ...]:
    """Every name in the text, the longest at each place, in order."""
    kinds, _ = _listed()
    text = _OTHERWISE.sub(lambda match: " " * len(match.group()), text)
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    words = [text[start:end].lower().replace("’", "'").rstrip(".") for start, end in tokens]
    found: list[Term] = []
    place = 0
    while place < len(words):
        for length in range(min(_most(words[place]), len(words) - place), 0, -1):
            kind, term = _kind_of(words[place : place + length], kinds) if length > 1 else _kind_of_one(words[place])
            if kind:
                start, end = tokens[place][0], tokens[place + length - 1][1]
                found.append(Term(kind, term, start, end, text[start:end].lower()))
                place += length
                break
        else:
            place += 1
    return tuple(found)


@lru_cache(maxsize=8192)
def _most(word: str) -> int:
    """Words of the longest term that begins with this one; the words of a language come again and again."""
    longest = _listed()[1]
    return max((longest.get(form, 0) for form in _forms(word)), default=0) or 1


def _forms(word: str) -> Iterator[str]:
    """The word and its likely singular forms, without a possessive ending."""
    yield word
    if word.endswith("'s"):
        yield word[:-2]
    for ending, instead in _SINGULARS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            yield word[: -len(ending)] + instead


@lru_cache(maxsize=8192)
def _kind_of_one(word: str) -> tuple[str, str]:
    return _kind_of([word], _listed()[0])


def _kind_of(words: list[str], kinds: MappingProxyType[str, str]) -> tuple[str, str]:
    before = " ".join(words[:-1])
    for form in _forms(words[-1]):
        term = f"{before} {form}" if before else form
        if term in kinds:
            return kinds[term], term
    if len(words) == 1:
        return _by_parts(words[0], kinds)
    return "", ""


def _by_parts(word: str, kinds: MappingProxyType[str, str]) -> tuple[str, str]:
    """The kind of a word that is not listed, by its medical ending or the parts of a compound ("migraine-free")."""
    if len(word) > 6 and word.endswith(_ENDINGS) and word not in _NO_DISEASE:
        return "disease", word
    if "-" in word:
        for part in word.split("-"):
            kind, term = _kind_of([part], kinds) if part else ("", "")
            if kind in ILL or kind in MEDICAL:
                return kind, term
    return "", ""


def of_kind(text: str, *wanted: str) -> tuple[Term, ...]:
    """The names of these kinds in the text."""
    return tuple(term for term in terms(text) if term.kind in wanted)


def stems(name: str) -> str:
    """The disease that a coined name holds ("ArthroCure", "DementiStop"), or ""."""
    plain = re.sub(r"[^a-z]", "", name.lower())
    return next((stem for stem in _STEMS if stem in plain), "")


_STEMS = (
    "arthrit", "rheuma", "diabet", "cancer", "tumor", "dement", "alzheim", "asthm", "migrain", "eczem", "psori", "acne",
    "allerg", "hepatit", "herpes", "insomn", "depress", "anxiet", "hypertens", "stroke", "colitis", "gout", "fibromyalg",
    "osteopor", "sinusit", "parkinson", "covid", "influenza", "bronchit", "candid", "carpal", "raynaud", "obes", "epilep",
    "cholest", "neuropath", "tinnit", "hemorrh", "haemorrh", "ulcer", "reflux", "fungus", "sciatic", "neuralg", "glaucom", "cataract",
    "varicos", "cystit", "vertig", "angina", "thromb", "autis", "gingiv", "plantar", "bunion", "hernia", "lymphom", "leukem", "leukaem",
    "fibroid", "migra", "arthri", "celiac", "coeliac", "crohn", "melanom", "rosacea", "shingle", "pneumon", "gastrit", "nephrit", "prostat", "endometri",
)  # fmt: skip
"""What the name of a disease looks like inside a coined name (65 FR 1000, the Office's examples on product names)."""
