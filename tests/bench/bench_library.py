"""`make bench`: 57,553 notices against a library of a million works. Figures are printed, nothing is asserted."""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from citations.models import Citation, Notice
from citations.services import retraction_watch
from tests.bench.bench_speed import say

WORKS = 1_000_000
NOTICES = 57_553
LIST = Path(os.environ.get("RETRACTIONS", "../shared/data/retractions/retraction-watch.csv"))
TODAY = date(2026, 11, 23)
MADE = """
INSERT INTO citations_citation (
    title, families, year, container, kind, fingerprint, doi, raw, csl, nct, url, archived_url, link_dead, design,
    species, population, outcome, funding, conflicts, seller_funded, preprint, publication_types, mesh, registration,
    risk_of_bias, disputed_by, abstract, facts_from, status, status_sources, created_at, updated_at
)
SELECT 'Work number ' || n, ARRAY['Author' || n], 2000 + n %% 25, 'A journal', 'article-journal', md5(n::text),
    '10.5555/work.' || n, '', '{}', '', '', '', false, '', '', '', '', '', '', false, false, '{}', '{}', '', 0, '',
    '', '{}', 'not-checked', '', now(), now()
FROM generate_series(1, %s) AS n
"""


def short_list(folder: Path) -> Path:
    """The list at hand, or one of the same length; a tenth of it names works of the library."""
    file = folder / "notices.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("doi", "notices"))
        writer.writerows(_rows())
    return file


def _rows() -> Iterator[tuple[str, str]]:
    held = []
    if LIST.exists():
        with LIST.open(encoding="utf-8", newline="") as lines:
            held = [(row["doi"], row["notices"]) for row in csv.DictReader(lines) if row["doi"]]
    for number in range(NOTICES):
        if number % 10 == 0 or number >= len(held):
            yield f"10.5555/work.{number * 17 + 1}", "Retraction"
        else:
            yield held[number]


def _fill(cursor: Any) -> None:
    """A million works. Indexes of words are built after the rows, which takes a tenth of the time."""
    cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'citations_citation' AND indexdef ~ 'gin'"
    )
    of_words = cursor.fetchall()
    for name, _ in of_words:
        cursor.execute(f'DROP INDEX "{name}"')
    cursor.execute(MADE, [WORKS])
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for _, definition in of_words:
        cursor.execute(definition)
    cursor.execute("ANALYZE citations_citation")


@pytest.mark.django_db
def test_sweep(tmp_path: Path) -> None:
    file = short_list(tmp_path)
    with connection.cursor() as cursor:
        _fill(cursor)
    began = time.perf_counter()
    result = retraction_watch.import_notices(path=file, as_of=TODAY)
    say(f"{result.read:,} notices read into the table", f"{time.perf_counter() - began:.1f} s")
    began = time.perf_counter()
    changes = retraction_watch.sweep(today=TODAY)
    say(
        f"swept over {Citation.objects.count():,} works, {len(changes):,} changed",
        f"{time.perf_counter() - began:.2f} s",
    )
    began = time.perf_counter()
    again = retraction_watch.sweep(today=TODAY)
    say(f"the same once more, {len(again)} changed", f"{time.perf_counter() - began:.2f} s")
    one = changes[0].citation_id
    began = time.perf_counter()
    retraction_watch.sweep(today=TODAY, only=[one])
    say("one work looked for", f"{(time.perf_counter() - began) * 1000:.0f} ms")
    say("notices held", f"{Notice.objects.count():,}")
