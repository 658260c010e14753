"""What lists show of an article: title, people, day, and how many of its claims are supported, as one strip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.models import Article
from articles.reader.pages import linked, live, was_reviewed
from articles.rendering.body import COUNTED, ICONS


def teasers(rows: Iterable[Article]) -> list[dict[str, Any]]:
    """One for each article; `found.SHOWN` names the columns they are made of."""
    return [teaser(row) for row in rows]


def teaser(row: Article) -> dict[str, Any]:
    revision = live(row)
    counts = revision.summary or {}
    return {
        "pk": row.pk,
        "url": row.get_absolute_url(),
        "title": revision.title,
        "standfirst": revision.standfirst,
        "topics": linked(revision.topics),
        "authors": [person for person in revision.contributors if person.get("role") == "author"],
        "reviewed": was_reviewed(revision.contributors, revision.dates),
        "published": row.published_at,
        "claims": counts.get("claims", 0),
        "support": [(name, ICONS[name], COUNTED[name], counts.get(name, 0)) for name in COUNTED],
        "bar": bar(counts),
        "strip": strip(counts),
    }


def bar(counts: Mapping[str, Any]) -> list[tuple[str, float, float]]:
    """Parts of a bar of 100: name, where it begins, how wide it is."""
    numbers = {name: int(counts.get(name) or 0) for name in COUNTED}
    whole, at, parts = sum(numbers.values()) or 1, 0.0, []
    for name, number in numbers.items():
        if number:
            width = round(100 * number / whole, 2)
            parts.append((name, round(at, 2), width))
            at += width
    return parts


def strip(counts: Mapping[str, Any]) -> str:
    """ "11 of 13 claims supported"."""
    total = int(counts.get("claims") or 0)
    if not total:
        return ""
    return f"{int(counts.get('supported') or 0)} of {total} claim{'' if total == 1 else 's'} supported"
