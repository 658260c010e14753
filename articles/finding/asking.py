"""What a reader asked, as terms: each is a word or phrase with all that may stand for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from articles.finding.synonyms import LONGEST, groups

MOST_TERMS = 12
"""Terms of a question that are looked for; more words make no search better."""
MOST_LETTERS = 200

_FOLDED = str.maketrans("-‐‑–—/_*\0’", " " * 9 + "'")
_WORD = re.compile(r"\w+(?:'\w+)?|\"[^\"]+\"")
_ENDED = re.compile(r"([a-z]{3,})(\d{1,3})")
_QUESTION = frozenset(
    "a about after all also am an and any are as at be been before being best better but by can could did do does doing for "
    "from get gets getting give good had has have having help helps helpful her him his how i if in into is it its keep "
    "kind know like long make makes many me more most much my no not of off often on one or our out over really should so some "
    "take taking than that the their them then there these they thing things this to too true under up use used using very was way we "
    "were what when where which while who why will with without work works would you your against between during evidence "
    "prove proven research say says science scientific studies study show shows actually effective effect effects "
    "reduce reduces prevent prevents improve improves cause causes bad cure cures treat treats".split()
)
"""Words that questions are made of: they are not looked for unless nothing else was asked [house]."""


@dataclass(frozen=True, slots=True)
class Term:
    """`asked` as typed, `means` what is looked for instead of or beside it: phrases, any of which will do."""

    asked: str
    means: tuple[str, ...]
    corrected: bool = False


def folded(text: str) -> str:
    """As `articles_folded` in the database folds: lower case, no accents, hyphens as spaces."""
    text = unicodedata.normalize("NFKD", text.lower())
    text = re.sub("[\u0300-\u036f\u00ad\u200b]", "", text)
    return text.translate(_FOLDED)


def terms_of(question: str) -> list[Term]:
    """The terms of a question: phrases that have other names, "words in quotes", and else single words."""
    words = _WORD.findall(folded(question[:MOST_LETTERS]))
    telling = [word for word in words if word not in _QUESTION] or words
    # A phrase may hold small words ("shortness of breath"), so phrases are looked for among all words.
    found: list[Term] = []
    at, kept = 0, set(telling)
    while at < len(words) and len(found) < MOST_TERMS:
        length, term = _longest(words, at)
        if term is not None:
            found.append(term)
        elif words[at] in kept:
            word = words[at].strip('"').strip()
            found += [Term(word, _written(word))] if word else []
        at += length
    return list(dict.fromkeys(found))


def _longest(words: Sequence[str], at: int) -> tuple[int, Term | None]:
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        if phrase in groups():
            return length, Term(phrase, groups()[phrase])
    return 1, None


def _written(word: str) -> tuple[str, ...]:
    """The word, and one that ends in a figure with the two apart and all that means the same: omega3, omega 3, fish oil."""
    if not (ended := _ENDED.fullmatch(word)):
        return (word,)
    apart = f"{ended[1]} {ended[2]}"
    return (word, *groups().get(apart, (apart,)))


# --- Words that are misspelt or not finished ---------------------------------------------------------------

KNOWN = """
SELECT w.word FROM unnest(%s::text[]) AS w(word)
WHERE EXISTS (SELECT 1 FROM articles_foundword AS f WHERE f.word = w.word)
    OR EXISTS (SELECT 1 FROM articles_foundword AS f
        WHERE f.stem = (tsvector_to_array(to_tsvector('english', w.word)))[1])
"""
BEGUN = "SELECT word FROM articles_foundword WHERE word LIKE %s ORDER BY length(word), word LIMIT 8"
ALIKE = """
SELECT word FROM articles_foundword WHERE upper(word) %% upper(%s) AND abs(length(word) - %s) <= 3
ORDER BY upper(word) <-> upper(%s), word LIMIT 12
"""
SHORTEST = 4


def mended(terms: Iterable[Term]) -> list[Term]:
    """The terms, with those that no text on the site holds finished or corrected from words that it does hold.

    A word is not corrected into another that was asked for: who compares meditation with medication meant both.
    """
    given = list(terms)
    asked = {term.asked for term in given}
    lone = {term.asked for term in given if len(term.means) == 1 and term.asked.isalpha()}
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, [sorted(lone)])
        unknown = lone - {word for (word,) in cursor.fetchall()}
    return [_mended(term, asked) if term.asked in unknown and len(term.asked) >= SHORTEST else term for term in given]


def _mended(term: Term, asked: Collection[str]) -> Term:
    word = term.asked
    with connection.cursor() as cursor:
        cursor.execute(BEGUN, [f"{word}%"])
        if found := [row[0] for row in cursor.fetchall()]:
            return replace(term, means=tuple(found))
        cursor.execute(ALIKE, [word, len(word), word])
        alike = [row[0] for row in cursor.fetchall() if row[0] not in asked]
    near = sorted(alike, key=lambda one: (distance(word, one), one))
    best = [one for one in near if distance(word, one) <= (1 if len(word) < 6 else 2 if len(word) < 10 else 3)][:3]
    if not best:
        return term
    means = [meaning for one in best for meaning in groups().get(one, (one,))]
    return Term(word, tuple(dict.fromkeys(means)), corrected=True)


def distance(one: str, other: str) -> int:
    """Letters to change, add, leave out or swap with their neighbour (Damerau 1964, restricted)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if before and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


# --- Into the language of PostgreSQL -----------------------------------------------------------------------


def tsquery(terms: Sequence[Term], *, every: bool = True) -> tuple[str, list[str]]:
    """SQL for a tsquery that asks for every term, or for any, and its parameters. Never an error of syntax: what
    people typed goes through `phraseto_tsquery`."""
    parts: list[str] = []
    given: list[str] = []
    for term in terms:
        parts.append("(" + " || ".join("phraseto_tsquery('english', %s)" for _ in term.means) + ")")
        given += term.means
    return (" && " if every else " || ").join(parts) or "''::tsquery", given
