"""Finds works while somebody types: by author, title and year in any order, by beginnings of words, with forgiveness.

In: what was typed so far. Out: a few works, the likeliest first. Each question is bounded: it looks at no more than
`MOST_HELD` works, however common the words are. The statements are fixed words; what was typed goes in as values alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import OperationalError, connection, transaction

from citations.models import Citation
from citations.services.record_matching import find_works
from evidence import Source
from evidence.references.identifiers import identify

MOST = 10
MOST_WORDS, LONGEST_WORD, LONGEST_QUESTION = 8, 40, 300
MOST_HELD = 1000
"""Works that are put in order; more match only where the words say next to nothing yet [house]."""
FORGIVEN_FROM = 4
"""Letters of a word from which typing errors are forgiven; a shorter one turns into too many others [house]."""
FORGIVING_MS = 400
"""How long it may take to look for what a mistyped word may have been, in milliseconds [house]."""
CANCELLED = "57014"
"""A statement that took too long, as PostgreSQL calls it."""
LOST = 3
"""Trigrams of a word that one wrong or missing letter spoils at most; a word of n letters has n + 1."""
LOWEST = 0.45
"""Share of trigrams below which a word is another one: three of the six of "smiht" are in "smith" [house]."""


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
        found = _ids(cursor, *_statement(asked, most))
        if not found:
            found = _forgiven(cursor, asked, most)
        cursor.execute("SET LOCAL enable_seqscan = on")
        works = Citation.objects.defer("csl", "raw", "abstract", "conflicts", "facts_from").in_bulk(found[:most])
    return [works[pk] for pk in found[:most]]


def _forgiven(cursor: Any, asked: Sequence[str], most: int) -> list[int]:
    """Works whose words are like what was typed; none where looking takes too long for somebody who types on."""
    cursor.execute("SHOW statement_timeout")
    (usual,) = cursor.fetchone()
    try:
        with transaction.atomic():
            statement, values = _forgiving(cursor, asked, most)
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [f"{FORGIVING_MS}ms"])
            found = _ids(cursor, statement, values)
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


def _like(word: str) -> str:
    return "% " + re.sub(r"([\\%_])", r"\\\1", word) + "%"


def _statement(asked: Sequence[str], most: int) -> tuple[str, list[Any]]:
    """Works whose first author's name begins with one of the words come from an index of their own, since those are
    looked for most; all have all words."""
    everywhere = " AND ".join(["sought LIKE %s"] * len(asked))
    likes = [_like(word) for word in asked]
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


def _forgiving(cursor: Any, asked: Sequence[str], most: int) -> tuple[str, list[Any]]:
    """The same for words that may be mistyped, the most similar first.

    Those that no work has are; where works have each of them, but none has all, one of them is. The others are looked
    for as they stand, without which works of any similar words would have to be read.
    """
    known = _known(cursor, asked)
    unknown = {word for word in asked if word not in known and len(word) >= FORGIVEN_FROM}
    wrong = [unknown] if unknown else [{word} for word in dict.fromkeys(asked) if len(word) >= FORGIVEN_FROM]
    alike = min((max(LOWEST, 0.98 - LOST / (len(word) + 1)) for word in set().union(*wrong)), default=1.0)
    cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [f"{alike:.2f}"])
    ways: list[str] = []
    values: list[Any] = []
    for mistyped in wrong:
        conditions = []
        for word in asked:
            forms = list(_forms(word)) if word in mistyped else [word]
            parts = ["sought LIKE %s"] * len(forms)
            values += map(_like, forms)
            if word in mistyped and not word.isdigit():
                parts.append("sought %%> %s")
                values.append(word)
            conditions.append(f"({' OR '.join(parts)})")
        ways.append(f"({' AND '.join(conditions)})")
    similar = " + ".join(["strict_word_similarity(%s, sought)"] * len(asked))
    return (
        f"SELECT id FROM (SELECT id, year, sought FROM citations_citation WHERE {' OR '.join(ways) or 'false'} "  # noqa: S608
        f"LIMIT {MOST_HELD}) AS held ORDER BY {similar} DESC, year DESC NULLS LAST, id DESC LIMIT %s",
        [*values, *asked, most],
    )


def _known(cursor: Any, asked: Sequence[str]) -> set[str]:
    """The words with which a word of some work begins."""
    exists = ", ".join(["EXISTS (SELECT FROM citations_citation WHERE sought LIKE %s)"] * len(asked))
    cursor.execute(f"SELECT {exists}", [_like(word) for word in asked])
    return {word for word, there in zip(asked, cursor.fetchone(), strict=True) if there}


def _forms(word: str) -> Iterator[str]:
    """The word, and what it may have been: two letters exchanged, one too many; a year one off."""
    yield word
    if word.isdigit():
        yield from (str(int(word) - 1), str(int(word) + 1)) if len(word) == 4 else ()
        return
    if len(word) >= FORGIVEN_FROM:
        places = range(len(word) - 1)
        yield from (word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in places)
        yield from (word[:place] + word[place + 1 :] for place in range(len(word)))
