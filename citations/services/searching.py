"""Finds works while somebody types: by author, title and year in any order, by beginnings of words, with forgiveness.

In: what was typed so far. Out: a few works, the likeliest first. Each question is bounded: it looks at no more than
`MOST_HELD` works, however common the words are. The statements are fixed words; what was typed goes in as values alone.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from django.db import OperationalError, connection, transaction

from citations.models import Citation
from citations.services.mistyped_words import MOST_HELD, forgiving, known_words, like
from citations.services.record_matching import find_works
from evidence import Source
from evidence.references.identifiers import identify

MOST = 10
MOST_WORDS, LONGEST_WORD, LONGEST_QUESTION = 8, 40, 300
FORGIVING_MS = 400
"""How long each of the two questions about mistyped words may take, in milliseconds [house]."""
CANCELLED = "57014"
"""A statement that took too long, as PostgreSQL calls it."""


def search(*, words: str, most: int = MOST) -> list[Citation]:
    """The works that what was typed may mean, the likeliest first.

    All words have to occur in names, title or year, each at the beginning of a word. Where no work has them all, words
    of four letters or more may be mistyped, and a year may be one off. A DOI, PMID or the like finds its work alone.
    """
    words = words.replace("\0", " ")[:LONGEST_QUESTION]
    if named := _identified(words):
        return named
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT citations_sought('{}', %s, NULL)", [words])
        folded = [word for word in cursor.fetchone()[0].split() if any(map(str.isalnum, word))]
        asked = [word[:LONGEST_WORD] for word in folded[:MOST_WORDS]]
        if not asked:
            return []
        # Counts of words are guessed badly for beginnings; reading the whole table is never the better way.
        cursor.execute("SET LOCAL enable_seqscan = off")
        # A word that no work has is seen among the words; looking for works with it would read long lists for nothing.
        known = known_words(cursor, asked)
        found = _ids(cursor, *_statement(asked, most)) if known.issuperset(asked) else []
        if not found:
            found = _forgiven(cursor, asked, known, most)
        cursor.execute("SET LOCAL enable_seqscan = on")
        works = Citation.objects.defer("csl", "raw", "abstract", "conflicts", "facts_from").in_bulk(found[:most])
    return [works[pk] for pk in found[:most]]


def _forgiven(cursor: Any, asked: Sequence[str], known: Set[str], most: int) -> list[int]:
    """Works whose words are like what was typed; none where looking takes too long for somebody who types on."""
    cursor.execute("SHOW statement_timeout")
    (usual,) = cursor.fetchone()
    try:
        with transaction.atomic():
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{FORGIVING_MS}ms"])
            tried = (_ids(cursor, *statement) for statement in forgiving(cursor, asked, known, most))
            found = next(filter(None, tried), [])
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [usual])
            return found
    except OperationalError as late:
        if getattr(late.__cause__, "sqlstate", "") != CANCELLED:
            raise
        return []


def _identified(words: str) -> list[Citation]:
    named = identify(words)
    doi, pmid, pmcid = (named.get(name, "") for name in ("DOI", "PMID", "PMCID"))
    if not (doi or pmid or pmcid):
        return []
    return [work for work in find_works([Source(key="sought", doi=doi, pmid=pmid, pmcid=pmcid)]) if work]


def _ids(cursor: Any, statement: str, values: Sequence[Any]) -> list[int]:
    cursor.execute(statement, values)
    return [pk for (pk,) in cursor.fetchall()]


def _statement(asked: Sequence[str], most: int) -> tuple[str, list[Any]]:
    """Works whose first author's name begins with one of the words come from an index of their own, since those are
    looked for most; all have all words."""
    everywhere = " AND ".join(["sought LIKE %s"] * len(asked))
    likes = [like(word) for word in asked]
    parts: list[str] = []
    values: list[Any] = []
    for word in dict.fromkeys(asked):
        if len(word) > 1 and not word.isdigit() and word.isascii():
            parts.append(
                "(SELECT id, 0 AS behind, year, sought FROM citations_citation WHERE family_key >= %s "  # noqa: S608
                f"AND family_key < %s AND {everywhere} LIMIT 100)"
            )
            values += [word, word[:-1] + chr(ord(word[-1]) + 1), *likes]
    parts.append(
        f"(SELECT id, 1 AS behind, year, sought FROM citations_citation WHERE {everywhere} LIMIT {MOST_HELD})"  # noqa: S608
    )
    values += likes
    # Whole words before beginnings, newer works before older ones.
    whole = " + ".join(["(sought || ' ' LIKE %s)::int"] * len(asked))
    values += ["% " + like[2:-1] + " %" for like in likes]
    return (
        f"SELECT id FROM (SELECT id, min(behind) AS behind, min(year) AS year, min(sought) AS sought FROM "  # noqa: S608
        f"({' UNION ALL '.join(parts)}) AS held GROUP BY id) AS held "
        f"ORDER BY behind, {whole} DESC, year DESC NULLS LAST, id DESC LIMIT %s",
        [*values, most],
    )
