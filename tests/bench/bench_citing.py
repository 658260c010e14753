"""`make bench`: the search for a work while somebody types, in a library of 100,000 works (BENCH_LIBRARY). Names and
titles are spread as in real ones: few words in many titles, most in few. Figures are printed."""

from __future__ import annotations

import os
import random
import statistics
import time

import pytest
from django.db import connection

from citations.services.searching import search
from tests.bench.bench_speed import say
from tests.bench.spent import spent

WORKS = int(os.environ.get("BENCH_LIBRARY", "100000"))
FREQUENT = """
of the in and with for patients effect treatment randomized trial study risk controlled clinical systematic review
children disease analysis women health vitamin older adults sleep cancer pregnancy infants blood heart diet acid
probiotics eczema zinc colds exercise pressure cholesterol insulin diabetes weight obesity magnesium anxiety
depression insomnia melatonin caffeine omega fish oil turmeric curcumin ginger nausea migraine iron folate
vaccination influenza covid antibodies immunity asthma allergy skin bone fracture muscle strength creatine protein
""".split()  # noqa: SIM905
CONSONANTS, VOWELS = "bcdfghjklmnprstvwz", "aeiou"
MADE = """
INSERT INTO citations_citation (
    title, families, year, container, kind, fingerprint, doi, raw, csl, nct, url, archived_url, link_dead, design,
    species, population, outcome, funding, conflicts, seller_funded, preprint, publication_types, mesh, registration,
    risk_of_bias, disputed_by, abstract, facts_from, status, status_sources, created_at, updated_at
)
SELECT title, string_to_array(families, ';'), year, 'A journal', 'article-journal', md5(title || n),
    '10.5555/made.' || n, '', '{}', '', '', '', false, '', '', '', '', '', '', false, false, '{}', '{}', '', 0, '',
    repeat(title || ' ', 10), '{}', 'not-checked', '', now(), now()
FROM made
"""


def _name(pick: random.Random) -> str:
    """Two to four syllables of letters as they come, so that names share no more parts than real ones do."""
    made = "".join(pick.choice(CONSONANTS) + pick.choice(VOWELS) for _ in range(pick.randint(2, 4)))
    return (made + pick.choice(CONSONANTS)).capitalize()


def fill(count: int, *, seed: int = 7) -> None:
    """Puts that many works into the library, in one transaction."""
    pick = random.Random(seed)
    names = [_name(pick) for _ in range(20_000)]
    rare = [_name(pick).lower() + pick.choice(("in", "ase", "ol", "oma", "itis")) for _ in range(30_000)]
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE made (n int, title text, families text, year int) ON COMMIT DROP")
        with cursor.copy("COPY made FROM STDIN") as copy:
            for number in range(count):
                words = [
                    FREQUENT[int(len(FREQUENT) * pick.random() ** 2)] if pick.random() < 0.75 else pick.choice(rare)
                    for _ in range(pick.randint(5, 16))
                ]
                people = [names[int(len(names) * pick.random() ** 2)] for _ in range(pick.randint(1, 9))]
                copy.write_row((number, " ".join(words).capitalize(), ";".join(people), pick.randint(1970, 2026)))
        cursor.execute(MADE)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ANALYZE citations_citation")


def questions(count: int, *, seed: int = 11) -> dict[str, list[tuple[str, int]]]:
    """By kind, what somebody types who has a certain work in mind, with its id."""
    pick = random.Random(seed)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, families, title, year FROM citations_citation ORDER BY md5(id::text || %s) LIMIT %s",
            [str(seed), count],
        )
        rows = cursor.fetchall()
    made: dict[str, list[tuple[str, int]]] = {}
    for pk, families, title, year in rows:
        first, words = families[0], sorted(title.split(), key=len)[-3:]
        kinds = {
            "author and year": f"{first} {year}",
            "year, title word, author": f"{year} {words[-1]} {first.lower()}",
            "beginnings": f"{first[:4]} {words[0][:4]} {words[1][:5]} {year}",
            "two title words": f"{words[0]} {words[-1]}",
            "title as it begins": title[:30],
            "mistyped author, year": f"{_mistyped(first, pick)} {year}",
            "mistyped author, title word": f"{_mistyped(first, pick)} {words[-1]}",
        }
        for kind, typed in kinds.items():
            made.setdefault(kind, []).append((typed, pk))
    made["one or two letters"] = [(letters, 0) for letters in ("s", "ma", "th", "vi", "zi", "e", "of", "ra ")]
    made["words of every title"] = [(words, 0) for words in ("of the", "the", "trial of patients with", "vitamin")]
    made["nothing like it"] = [("qwrtzp 1831", 0), ("xylophonic zzyzx", 0), ("haghayegh bathing", 0)]
    return made


def _mistyped(word: str, pick: random.Random) -> str:
    if len(word) < 5:
        return word
    at = pick.randrange(1, len(word) - 1)
    kind = pick.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + pick.choice("aeiounrst") + word[at:]
    if kind == 2:
        return word[:at] + pick.choice("aeiounrst") + word[at + 1 :]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


@pytest.mark.django_db
def test_search_while_typing() -> None:
    fill(WORKS)
    worst = 0.0
    for kind, asked in questions(60).items():
        took, found, before = [], 0, spent()
        for words, pk in asked:
            began = time.perf_counter()
            works = search(words=words)
            took.append((time.perf_counter() - began) * 1000)
            found += any(work.pk == pk for work in works)
        took.sort()
        worst = max(worst, took[int(len(took) * 0.95)])
        share = f", {found} of {len(asked)} found" if asked[0][1] else ""
        say(f"{kind}", f"p50 {statistics.median(took):.0f} ms, p95 {took[int(len(took) * 0.95)]:.0f} ms{share}")
        here, there = ((now - then) / len(asked) for now, then in zip(spent(), before, strict=True))
        say("", f"processor a question: {here:.0f} ms here, {there:.0f} ms in the database")
    say(f"the slowest kind among {WORKS:,} works, p95", f"{worst:.0f} ms")
