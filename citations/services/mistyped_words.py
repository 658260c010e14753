"""Which works are meant where a word was mistyped: it is held against the words that works have, and only then are
works looked for, by those words.

In: words as `searching` folds them. Out: statements that find works, the likeliest first, with their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from string import ascii_lowercase
from typing import Any

MOST_HELD = 1000
"""Works that are put in order; more match only where the words say next to nothing yet [house]."""
FORGIVEN_FROM = 4
"""Letters of a word from which typing errors are forgiven; a shorter one turns into too many others [house]."""
MOST_MEANT = 16
"""Words that a mistyped one may have been: each costs a look into the index [house]."""
LONGEST_SLIP = 14
"""Letters of a word for which every single slip is looked for by itself [house]."""
AS_LIKELY = 0.3
"""Behind the likeliest word, up to which others are as good for a first author: those of one slip too [house]."""
MOST_NAMED = 5_000
"""Works of first authors of one name that are looked through [house]."""
LOWEST = 0.45
"""Share of trigrams below which a word is another one: three of the six of "smiht" are in "smith" [house]."""

Meant = Mapping[str, Sequence[tuple[str, float]]]
"""For a mistyped word the words it may have been, each with how likely that is, the likeliest first."""


def like(word: str) -> str:
    """The pattern of works in which a word begins so."""
    return "% " + _begins(word)


def _whole(word: str) -> str:
    return like(word)[:-1] + " %"


def _begins(word: str) -> str:
    return _escaped(word) + "%"


def _escaped(text: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", text)


def forgiving(cursor: Any, asked: Sequence[str], known: Set[str], most: int) -> Iterator[tuple[str, list[Any]]]:
    """Statements for words that may be mistyped, each with its values, to be asked until one finds works.

    Those that no work has are; where works have each of them (`known`), but none has all, one of them is. The others
    are looked for as they stand, without which works of any similar words would have to be read. One question.
    """
    unknown = [word for word in dict.fromkeys(asked) if word not in known]
    if any(len(word) < FORGIVEN_FROM for word in unknown):
        return
    wrong = [unknown] if unknown else [[word] for word in dict.fromkeys(asked) if len(word) >= FORGIVEN_FROM]
    meant = _meant(cursor, [word for words in wrong for word in words])
    if len(unknown) == 1 and meant[unknown[0]]:
        yield _by_first_author(unknown[0], asked, meant, most)
    if statement := _anywhere(wrong, asked, meant, most):
        yield statement


def _by_first_author(mistyped: str, asked: Sequence[str], meant: Meant, most: int) -> tuple[str, list[Any]]:
    """Works whose first author is called what was most likely meant, the word that people look for most.

    An index of names leads to a few works. The index of all words would read each work with the other words, and of
    words of titles there may be every tenth.
    """
    likely = meant[mistyped][0][1] - AS_LIKELY
    names = [form for form, alike in meant[mistyped] if alike >= likely and form.isascii() and not form.isdigit()]
    others = [like(word) for word in asked if word != mistyped]
    points, given = _points(asked, meant)
    # The limit within keeps the other words for afterwards: beside the names their index would be read too.
    having = " AND ".join(["sought LIKE %s"] * len(others)) or "true"
    return (
        "SELECT id FROM (SELECT DISTINCT id, year, sought FROM unnest(%s::text[], %s::text[]) AS name (first, behind) "  # noqa: S608
        "CROSS JOIN LATERAL (SELECT id, year, sought FROM citations_citation WHERE family_key >= first AND "
        f"family_key < behind LIMIT {MOST_NAMED}) AS named WHERE {having} LIMIT {MOST_HELD}) AS held "
        f"ORDER BY {points} DESC, year DESC NULLS LAST, id DESC LIMIT %s",
        [names, [form[:-1] + chr(ord(form[-1]) + 1) for form in names], *others, *given, most],
    )


def _anywhere(
    wrong: Sequence[Sequence[str]], asked: Sequence[str], meant: Meant, most: int
) -> tuple[str, list[Any]] | None:
    """Works that have what may have been meant in names, title or year; None where nothing is like the words."""
    ways: list[str] = []
    values: list[Any] = []
    for mistyped in wrong:
        if not all(meant[word] for word in mistyped):
            continue
        forms = [[form for form, _ in meant[word]] if word in mistyped else [word] for word in asked]
        ways.append("(" + " AND ".join(f"({' OR '.join(['sought LIKE %s'] * len(each))})" for each in forms) + ")")
        values += [like(form) for each in forms for form in each]
    if not ways:
        return None
    points, given = _points(asked, meant)
    return (
        f"SELECT id FROM (SELECT id, year, sought FROM citations_citation WHERE {' OR '.join(ways)} "  # noqa: S608
        f"LIMIT {MOST_HELD}) AS held ORDER BY {points} DESC, year DESC NULLS LAST, id DESC LIMIT %s",
        [*values, *given, most],
    )


def known_words(cursor: Any, asked: Sequence[str]) -> set[str]:
    """The words of these with which a word of some work begins."""
    exists = ", ".join(["EXISTS (SELECT FROM citations_soughtword WHERE word LIKE %s)"] * len(asked))
    cursor.execute(f"SELECT {exists}", [_begins(word) for word in asked])
    return {word for word, there in zip(asked, cursor.fetchone(), strict=True) if there}


def _meant(cursor: Any, mistyped: Sequence[str]) -> Meant:
    """Words of works that are like these, or begin like these: first those that one slip explains, then those that
    share most trigrams, whole words before longer ones."""
    meant: dict[str, list[tuple[str, float]]] = {}
    parts: list[str] = []
    values: list[Any] = []
    for word in dict.fromkeys(mistyped):
        meant[word] = [(form, 0.9) for form in _years(word)] if word.isdigit() else []
        if not word.isdigit():
            slips = _slips(word)
            also = " OR ".join(["word LIKE %s"] * len(slips))
            alike = "4 * word_similarity(%s, word) + 4 * (word LIKE ANY (%s))::int + similarity(%s, word)"
            parts.append(
                f"(SELECT %s, word, max({alike}) / 9 AS alike FROM citations_soughtword "  # noqa: S608
                f"WHERE word %%> %s OR {also} "
                f"GROUP BY word ORDER BY alike DESC, length(word), word LIMIT {MOST_MEANT})"
            )
            values += [word, word, slips, word, word, *slips]
    if parts:
        least = min(map(_least_alike, (word for word in meant if not word.isdigit())))
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [f"{least:.2f}"])
        cursor.execute(" UNION ALL ".join(parts), values)
        for word, found, points in cursor.fetchall():
            meant[word].append((found, points))
    return {word: sorted(found, key=lambda one: -one[1]) for word, found in meant.items()}


def _least_alike(word: str) -> float:
    """A word of n letters has n + 1 trigrams. Two letters exchanged, the worst of single slips, spoil 4 of them and
    bring 4 others."""
    return max(LOWEST, (len(word) - 3) / (len(word) + 5) - 0.01)


def _points(asked: Sequence[str], meant: Meant) -> tuple[str, list[Any]]:
    """How near a work is to what was typed: for each word 2 where it has it whole, less for what is only like it."""
    parts: list[str] = []
    values: list[Any] = []
    for word in asked:
        cases = [(_whole(word), 2.0), (like(word), 1.5)]
        cases += [(_whole(form), alike) for form, alike in meant.get(word, ())]
        parts.append("CASE " + " ".join(["WHEN sought || ' ' LIKE %s THEN %s::float"] * len(cases)) + " ELSE 0 END")
        values += [value for case in cases for value in case]
    return " + ".join(parts), values


def _years(word: str) -> Iterator[str]:
    """The years that a year may be for; nothing for any other number."""
    yield from (str(int(word) - 1), str(int(word) + 1)) if len(word) == 4 else ()


def _slips(word: str) -> list[str]:
    """Patterns of all that begins with the word but for one slip: two letters exchanged, one too many, one wrong, one
    missing. A long word has none: what is like it is found without them.

    The first letter is taken to be right. Instead of the second every letter is tried, since a pattern with a hole
    there would read all words with the first; further on two letters lead to few.
    """
    if len(word) > LONGEST_SLIP:
        return [_begins(word)]
    places = range(len(word))
    forms = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1]]
    forms += [word[:at] + word[at + 1 :] for at in places]
    forms += [word[0] + letter + rest for letter in ascii_lowercase for rest in (word[1:], word[2:])]
    slips = [_begins(form) for form in forms]
    slips += [f"{_escaped(word[:at])}_{_begins(word[at + 1 :])}" for at in places[2:-1]]
    slips += [f"{_escaped(word[:at])}_{_begins(word[at:])}" for at in places[2:]]
    return list(dict.fromkeys(slips))
