"""Claims as a search shows them: the sentence with its mark, its level, the works it rests on and where it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

from articles.finding import search
from articles.finding.search import Found
from articles.reader.highlighting import marked
from articles.reader.work_facts import faults_of, work_of
from articles.reader.work_status import brought_up, current_status
from articles.rendering.body import ICONS, WORDS, said_of
from articles.rendering.words import plain

# The claim itself and the works it names are read from the live revision; the table that is searched has words alone.
ROWS = """
SELECT f.id, f.index, f.text, f.support, f.level, f.published_at, a.slug, v.title, c.claim, (
    SELECT coalesce(jsonb_agg(w.work), '[]') FROM jsonb_array_elements(v.citations) AS w(work)
    WHERE w.work->'number' IN (SELECT s->'number' FROM jsonb_array_elements(c.claim->'sources') AS s)
) FROM articles_foundclaim AS f JOIN articles_article AS a ON a.id = f.article_id
JOIN articles_revision AS v ON v.id = a.live_revision_id
JOIN LATERAL (
    SELECT claim FROM jsonb_array_elements(v.claims) AS e(claim) WHERE (claim->>'index')::int = f.index LIMIT 1
) AS c ON true WHERE f.id = ANY (%s)
"""
SINCE = {"retracted": "A source was retracted since", "concern": "A source came under concern since"}
"""What the mark, which is of the day of approval, does not say yet; the graver first."""
COLUMNS = ("id", "index", "text", "support", "level", "published", "slug", "title", "claim", "works")


def found_claims(found: Found) -> list[dict[str, Any]]:
    """In the order in which they were found. Four questions at most."""
    rows = _rows(found.numbers)
    if not rows:
        return []
    works = _works(rows)
    words = search.highlighted(found, {row["id"]: plain(row["text"]) for row in rows})
    return [_shown(row, works[row["id"]], words.get(row["id"], "")) for row in rows]


def _rows(numbers: Sequence[int]) -> list[dict[str, Any]]:
    if not numbers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(ROWS, [list(numbers)])
        found = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in cursor.fetchall()}
    return [_read(found[number]) for number in numbers if number in found]


def _read(row: dict[str, Any]) -> dict[str, Any]:
    """Columns of JSON come as text from a plain cursor."""
    return {**row, **{name: json.loads(row[name]) for name in ("claim", "works") if isinstance(row[name], str)}}


def _works(rows: Sequence[Mapping[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    """The works of each claim, as they stand now: what was retracted since is told here as on the page."""
    flat = [(row["id"], work) for row in rows for work in row["works"]]
    counted = [{**work, "number": place} for place, (_, work) in enumerate(flat)]
    now = current_status(counted)
    found: dict[int, list[dict[str, Any]]] = {row["id"]: [] for row in rows}
    for place, ((claim, before), work) in enumerate(zip(flat, brought_up(counted, now), strict=True)):
        since = now[place].status if place in now and now[place].fresh else ""
        shown = {"work": work_of(work, {}, ()), "number": before.get("number"), "id": before.get("work")}
        found[claim].append({**shown, "since": since})
    return found


def _shown(row: Mapping[str, Any], works: list[dict[str, Any]], words: str) -> dict[str, Any]:
    support = row["support"] if row["support"] in WORDS else "none"
    faults = faults_of(row["claim"].get("flags") or ())
    said, level = said_of(support, row["level"], faults[0].label if faults else "")
    since = {one["since"] for one in works}
    return {
        "url": f"/articles/{row['slug']}/#claim-{row['index']}",
        "sentence": marked(words),
        "support": support,
        "icon": ICONS[support],
        "words": said,
        "level": level,
        "title": row["title"],
        "published": row["published"],
        "works": works,
        "shaken": next((words for status, words in SINCE.items() if status in since), ""),
    }
