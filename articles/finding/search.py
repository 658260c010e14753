"""Search over articles and over claims.

Both go the same way: the terms of a question become one tsquery; of what matches, the best of the newest hundreds come first,
by how well they fit, and then all others, newest first. So the order is fixed, and page 1,000 costs what page 1 costs.
Where no text has every term, words are finished or corrected; where that does not help, any of the terms will do.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from articles.finding.asking import Term, mended, terms_of, tsquery
from articles.finding.places import Place

BLOCK = 200
"""So many of the newest matches are put in order of how well they fit [house]."""
LENGTH = 10

# What fits best: words of the title before those of the standfirst, people and text; close together before far apart.
WEIGHTS = "{0.05, 0.2, 0.5, 1.0}"
"""Not divided by how far apart the mentions are, as PostgreSQL offers (4): a text that comes back to the word further down
would stand behind one that has it once."""
FIT = f"ts_rank_cd('{WEIGHTS}', words, q.q) + 1 - 1 / (1 + 2 * ts_rank_cd('{{1, 0, 0, 0}}', words, q.q))"
"""A text that goes on speaking of a thing weighs up to as much again as one that is called after it: the first mention two thirds
of that, each further one less, as term frequency saturates in BM25 (Robertson and Zaragoza 2009). So a title alone does
not stand before a standfirst and a text [house]."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed by; "" or None is all of it."""

    topic: str = ""
    person: str = ""
    level: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers of what was found in their order, where it goes on, and how the question was understood."""

    numbers: Sequence[int]
    terms: Sequence[Term] = ()
    older: str = ""
    every: bool = True
    """Whether each holds every term; else any of them."""
    query: tuple[str, Sequence[str]] = field(default=("''::tsquery", ()))
    """The tsquery that found it, as SQL with parameters, for what is to be highlighted."""

    @property
    def corrected(self) -> list[tuple[str, str]]:
        """Words that were typed, and what was looked for instead."""
        return [(term.asked, term.means[0]) for term in self.terms if term.corrected]


@dataclass(frozen=True, slots=True)
class _Kind:
    """The table that is searched, its number, and the column that the best matches stand in."""

    table: str
    number: str
    best: str
    level: str


ARTICLES = _Kind("articles_foundarticle", "article_id", "head", "levels @> ARRAY[%s]::varchar[]")
CLAIMS = _Kind("articles_foundclaim", "id", "words", "level = %s")


def articles(question: str, filters: Filters | None = None, *, after: str = "", length: int = LENGTH) -> Found:
    """Articles that a question leads to. Raises NoPlace."""
    return _search(ARTICLES, question, filters or Filters(), after, length)


def claims(question: str, filters: Filters | None = None, *, after: str = "", length: int = LENGTH) -> Found:
    """Claims across all articles that a question leads to. Raises NoPlace."""
    return _search(CLAIMS, question, filters or Filters(), after, length)


def _search(kind: _Kind, question: str, filters: Filters, after: str, length: int) -> Found:
    terms = terms_of(question)
    if not terms:
        return Found(())
    # The address of a later page says how the first one understood the question, so that all pages are of one list.
    how, _, place = after.rpartition(".")
    tries = {"": ("e", "m", "a"), "e": ("e",), "m": ("m",), "a": ("a",)}.get(how, ("e",))
    found = Found(())
    for this in tries:
        if this == "m":
            again = mended(terms)
            if again == terms:
                continue
            terms = again
        elif this == "a" and how:
            terms = mended(terms)
        if this == "a" and len(terms) == 1:
            continue
        found = _ordered(kind, terms, filters, place, length, how=this)
        if found.numbers:
            break
    return found


def _ordered(kind: _Kind, terms: Sequence[Term], filters: Filters, place: str, length: int, *, how: str) -> Found:
    query, given = tsquery(terms, every=how != "a")
    where, values = _narrowed(kind, filters)
    block = _block(kind, terms, where, values, every=how != "a")
    start = 0
    rest: Place | None = None
    if place.startswith("b"):
        passed = int(place[1:], 36) if place[1:].isalnum() and place[1:].isascii() else 0
        start = next((at + 1 for at, number in enumerate(block) if number == passed), len(block))
    elif place:
        start, rest = len(block), Place.read(place)
    numbers = block[start : start + length]
    older = f"b{_in36(numbers[-1])}" if start + length < len(block) and numbers else ""
    if len(numbers) < length or (not older and len(block) >= BLOCK):
        more, older = _rest(kind, query, given, where, values, block, rest, length - len(numbers))
        numbers = [*numbers, *more]
    return Found(numbers, terms, f"{how}.{older}" if older else "", how != "a", (query, given))


def _narrowed(kind: _Kind, filters: Filters) -> tuple[str, list[Any]]:
    parts, values = [], []
    for name in ("topic", "person"):
        if key := getattr(filters, name):
            parts.append(
                "EXISTS (SELECT 1 FROM articles_listed AS l WHERE l.article_id = f.article_id AND l.kind = %s AND l.key = %s)"
            )
            values += [name, key]
    if filters.level:
        parts.append(kind.level)
        values.append(filters.level)
    for sign, moment in ((">=", filters.since), ("<", filters.until)):
        if moment is not None:
            parts.append(f"published_at {sign} %s")
            values.append(moment)
    return "".join(f" AND {part}" for part in parts), values


# Names of our own tables and columns are put into the statements; what people typed is among the parameters.


def _block(kind: _Kind, terms: Sequence[Term], where: str, values: Sequence[Any], *, every: bool) -> list[int]:
    """The numbers of the newest matches, best first. Two lists of newest ones: words in the head, words anywhere."""
    query, given = tsquery(terms, every=every)
    one = (
        "(SELECT f.{number}, f.published_at, f.words FROM {table} AS f, q "
        "WHERE f.{column} @@ {asked}{where} ORDER BY f.published_at DESC, f.{number} DESC LIMIT %s)"
    )
    columns = dict.fromkeys((kind.best, "words"))
    asked, own = _asked(query, given, several=every and len(terms) > 1)
    parts = [
        one.format(number=kind.number, table=kind.table, column=column, asked=asked, where=where) for column in columns
    ]
    both = " UNION ".join(parts) if len(parts) == 1 else " UNION ALL ".join(parts)
    # With any of the terms, who has more of them comes first, whatever the weights.
    first = "" if every else f"{_having(_weights(kind, terms), terms)} DESC, "
    statement = (
        f"WITH q AS MATERIALIZED (SELECT {query} AS q), m AS ({both}) "
        f"SELECT {kind.number} FROM (SELECT DISTINCT ON ({kind.number}) * FROM m) AS m, q "
        f"ORDER BY {first}{FIT} DESC, published_at DESC, {kind.number} DESC LIMIT %s"
    )
    said: list[Any] = [*given]
    for _ in columns:
        said += [*own, *values, BLOCK]
    if not every:
        said += given
    with connection.cursor() as cursor:
        cursor.execute(statement, [*said, BLOCK])
        return [number for (number,) in cursor.fetchall()]


def _asked(query: str, given: Sequence[str], *, several: bool) -> tuple[str, Sequence[str]]:
    """How a condition names the tsquery. As a constant PostgreSQL knows how many texts hold the words, and walks from the
    newest on where they are many: 15 ms in place of 350 for a word of every fifteenth claim. Several that each text must
    hold are rarer together than it thinks where they avoid each other: those go through the index of words."""
    return ("q.q", ()) if several else (f"({query})", given)


def _having(weights: Sequence[float], terms: Sequence[Term]) -> str:
    """How many of the terms a text has, rare ones first; each counts once, however many other names it has."""
    parts = zip(weights, terms, strict=True)
    return " + ".join(f"(words @@ {tsquery([term])[0]})::int * {weight:.3f}" for weight, term in parts)


COMMON = 1000
"""With so many texts, a word is as common as any; a site with fewer texts is counted whole."""


def _weights(kind: _Kind, terms: Sequence[Term]) -> list[float]:
    """By how few texts hold a term: the logarithm of the inverse frequency (Spärck Jones 1972), up to COMMON texts."""
    one = f"(SELECT count(*) FROM (SELECT 1 FROM {kind.table} WHERE words @@ {{query}} LIMIT {COMMON}) AS x)"
    whole = f"(SELECT count(*) FROM (SELECT 1 FROM {kind.table} LIMIT {COMMON}) AS x)"
    queries = [tsquery([term]) for term in terms]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join([whole, *(one.format(query=f"({query})") for query, _ in queries)]),
            [meaning for _, given in queries for meaning in given],
        )
        texts, *numbers = cursor.fetchone()
    return [math.log((texts + 1) / (number + 1)) + 0.1 if number else 0.0 for number in numbers]


def _rest(
    kind: _Kind,
    query: str,
    given: Sequence[str],
    where: str,
    values: Sequence[Any],
    block: Sequence[int],
    after: Place | None,
    length: int,
) -> tuple[list[int], str]:
    """What comes after the block, newest first, and where that goes on."""
    if len(block) < BLOCK:
        return [], ""
    named, own = _asked(query, given, several=" && " in query)
    asked: list[Any] = [*given, *own, *values, list(block)]
    beyond = ""
    if after is not None:
        beyond = f" AND (f.published_at, f.{kind.number}) < (%s, %s)"
        asked += [after.at, after.number]
    statement = (
        f"WITH q AS MATERIALIZED (SELECT {query} AS q) SELECT f.{kind.number}, f.published_at FROM {kind.table} AS f, q "
        f"WHERE f.words @@ {named}{where} AND f.{kind.number} <> ALL (%s){beyond} "
        f"ORDER BY f.published_at DESC, f.{kind.number} DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*asked, length + 1])
        rows = cursor.fetchall()
    kept = rows[:length]
    if len(rows) <= length:
        return [number for number, _ in kept], ""
    last = str(Place(kept[-1][1], kept[-1][0])) if kept else str(Place(rows[0][1], rows[0][0] + 1))
    return [number for number, _ in kept], last


def _in36(number: int) -> str:
    digits, text = "0123456789abcdefghijklmnopqrstuvwxyz", ""
    while number:
        number, digit = divmod(number, 36)
        text = digits[digit] + text
    return text or "0"


# --- What is shown of it -----------------------------------------------------------------------------------

BEGIN, END = "\ue000", "\ue001"
"""Signs that no text holds, around words that were looked for; whoever shows it makes marks of them."""

SNIPPETS = """
SELECT a.id, ts_headline('english', left({prose}, 60000), q.q, 'StartSel={begin},StopSel={end},MaxFragments=2,MaxWords=24,MinWords=10,FragmentDelimiter= … ')
FROM articles_article AS a JOIN articles_revision AS v ON v.id = a.live_revision_id,
    (SELECT {query} AS q) AS q WHERE a.id = ANY (%s)
"""
ONE = "SELECT n, ts_headline('english', t, q.q, 'StartSel={begin},StopSel={end},HighlightAll=true') FROM unnest(%s::bigint[], %s::text[]) AS x(n, t), (SELECT {query} AS q) AS q"


def passages(found: Found) -> dict[int, str]:
    """By article, where in its text the words stand, marked with BEGIN and END. Texts are of live revisions."""
    query, given = found.query
    prose = r"regexp_replace(v.body, '\[[^\[\]]*@[^\[\]]*\]|\[\^[^\]]*\]|\]\([^)]*\)|https?://\S+|[\[#*_`>|]|\n- ', ' ', 'g')"
    statement = SNIPPETS.format(prose=prose, query=query, begin=BEGIN, end=END).replace("%s)", "%s)")
    with connection.cursor() as cursor:
        cursor.execute(statement, [*given, list(found.numbers)])
        return {article: _tidied(text) for article, text in cursor.fetchall()}


_RULE = re.compile(r"(?:^|(?<=\s)):?-{2,}:?(?=\s|$)")
_OPEN_END = re.compile(r"(?<=[^\s.?!:;,…])\s*\n\s*\n\s*(?=\S)")
_STRAY = re.compile(r"\s+(?=[.,;?!)])|(?<=\()\s+")


def _tidied(passage: str) -> str:
    """A passage without the rules of tables, with a stop behind a heading and none that floats behind a key or link."""
    passage = _OPEN_END.sub(". ", _RULE.sub(" ", passage)).replace("…", " … ")
    return " ".join(_STRAY.sub("", passage).split())


def highlighted(found: Found, texts: Mapping[int, str]) -> dict[int, str]:
    """Whole texts (of claims, by number) with the words marked with BEGIN and END."""
    query, given = found.query
    statement = ONE.format(query=query, begin=BEGIN, end=END)
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(texts), list(texts.values()), *given])
        return dict(cursor.fetchall())
