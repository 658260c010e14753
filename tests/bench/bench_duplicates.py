"""`make bench`: how many records put in twice are found as one work, how many pairs are wrong, and how long it takes.

The records are real ones from PubMed; the second time they come with noise and without DOI and PMID. Rules and
thresholds were chosen on the even-numbered records; the others are the figures to quote. Nothing is asserted.
"""

from __future__ import annotations

import io
import random
import time
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from citations import formats
from citations.formats import Record
from citations.models import Citation, DuplicatePair
from citations.services import Work, add_works, duplicates
from tests.bench.bench_speed import say

MEDLINE = Path("../shared/data/study-design/medline-1000.nbib")
ACCENTS = str.maketrans({"e": "é", "o": "ö", "a": "á", "u": "ü", "n": "ñ"})
WORKS = 1_000_000


def noisy(csl: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """The same work as somebody else typed it: case, accents, initials, a year off, no subtitle; no identifiers."""
    made = {name: value for name, value in csl.items() if name not in ("DOI", "PMID", "PMCID", "URL", "abstract")}
    title = str(made["title"])
    made["title"] = chance.choice([title.upper, title.lower, title.title, lambda: title])()
    if chance.random() < 0.05 and ": " in title:
        made["title"] = title.split(": ")[0]
    if chance.random() < 0.1:
        place = chance.randrange(len(title))
        made["title"] = title[:place] + title[place + 1 :]
    people = [dict(person) for person in made.get("author") or ()]
    for person in people:
        family = person.get("family", "")
        plain = unicodedata.normalize("NFKD", family).encode("ascii", "ignore").decode() or family
        accented = family[:1] + family[1:].translate(ACCENTS)
        person["family"] = chance.choice([family, family.upper(), plain, accented, family])
        if "given" in person:
            person["given"] = "".join(reversed(person["given"].replace(".", "").split()))
    made["author"] = people
    if chance.random() < 0.1 and (parts := (made.get("issued") or {}).get("date-parts")):
        made["issued"] = {"date-parts": [[int(parts[0][0]) + chance.choice((-1, 1))]]}
    return made


def records() -> Iterator[dict[str, Any]]:
    if not MEDLINE.exists():
        pytest.skip("the MEDLINE records are not beside the project")
    for row in formats.read(MEDLINE.name, io.BytesIO(MEDLINE.read_bytes())):
        if isinstance(row, Record):
            yield dict(row.csl)


@pytest.mark.django_db
@pytest.mark.parametrize("half", ["even", "odd"])
def test_found(half: str) -> None:
    chance = random.Random(f"noise of the {half}")
    first = [csl for place, csl in enumerate(records()) if place % 2 == (half == "odd")]
    held = add_works(works=[Work.of(csl) for csl in first])
    again = add_works(works=[Work.of(noisy(csl, chance)) for csl in first])
    duplicates.compare_due(most=10_000)
    pairs = set(DuplicatePair.objects.values_list("first_id", "second_id"))
    at_once = sum(one.pk == other.pk for (one, _), (other, _) in zip(held, again, strict=True))
    wrong_at_once = sum(not new for _, new in again) - at_once
    true = {(one.pk, other.pk) for (one, _), (other, _) in zip(held, again, strict=True) if one.pk != other.pk}
    found, wrong = at_once + len(true & pairs), wrong_at_once + len(pairs - true)
    say(f"{half}: found of {len(first)} (put in as one at once: {at_once})", f"recall {found / len(first):.3f}")
    say(f"{half}: wrong pairs {wrong}", f"precision {found / max(1, found + wrong):.3f}")


@pytest.mark.django_db
def test_speed() -> None:
    """A thousand works compared with a library of a million, whose titles are put together from words of real ones."""
    words = sorted({word for csl in records() for word in str(csl["title"]).split()})
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'citation_title_trgm'")
        (definition,) = cursor.fetchone()
        cursor.execute("DROP INDEX citation_title_trgm")
        _fill(cursor, words)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(definition)
        cursor.execute("ANALYZE citations_citation")
    chance = random.Random("speed")
    sample = list(Citation.objects.order_by("fingerprint")[:1000])
    add_works(works=[Work.of(noisy({**work.csl, "title": work.title}, chance)) for work in sample])
    began = time.perf_counter()
    number = duplicates.compare_due(most=1000)
    taken = time.perf_counter() - began
    say(f"{number} works compared with {WORKS:,}", f"{number / taken:.0f} works/s")
    say("pairs found", f"{DuplicatePair.objects.count()}")


def _fill(cursor: Any, words: list[str]) -> None:
    cursor.execute("CREATE TEMPORARY TABLE word (n serial, w text) ON COMMIT DROP")
    cursor.executemany("INSERT INTO word (w) VALUES (%s)", [(word,) for word in words])
    cursor.execute(
        """
        INSERT INTO citations_citation (
            title, families, year, container, kind, fingerprint, compared, raw, csl, nct, url, archived_url, link_dead,
            design, species, population, outcome, funding, conflicts, seller_funded, preprint, publication_types, mesh,
            registration, risk_of_bias, disputed_by, abstract, facts_from, status, status_sources, created_at,
            updated_at
        )
        SELECT t.title, ARRAY[f.name], 1990 + n %% 36, 'A journal', 'article-journal', md5(n::text), md5(n::text), '',
            jsonb_build_object('author', jsonb_build_array(jsonb_build_object('family', f.name, 'given', 'A B')),
                'issued', jsonb_build_object('date-parts', jsonb_build_array(jsonb_build_array(1990 + n %% 36)))),
            '', '', '', false, '', '', '', '', '', '', false, false, '{}', '{}', '', 0, '', '', '{}', 'not-checked',
            '', now(), now()
        FROM generate_series(1, %(works)s) AS n
        CROSS JOIN LATERAL (SELECT 'Name' || (power(random(), 3) * 30000 + n * 0)::int AS name) f
        CROSS JOIN LATERAL (
            SELECT string_agg(w, ' ') AS title FROM (
                SELECT 1 + (power(random(), 2) * (%(words)s - 1) + n * 0)::int AS pick FROM generate_series(1, 12)
            ) picked JOIN word ON word.n = picked.pick
        ) t
        """,
        {"works": WORKS, "words": len(words)},
    )
