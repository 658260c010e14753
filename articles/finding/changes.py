"""What changed of what was published: the newest entries of the public record of all articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models import Amendment
from articles.models.amendment import TAKEN_OFF, UPKEEP, AmendmentKind


@dataclass(frozen=True, slots=True)
class Change:
    """`said` is the kind in words, `what` what was wrong or is right now; `grave` where readers should look."""

    said: str
    grave: bool
    slug: str
    title: str
    what: str
    at: datetime


_SHOWN = ("kind", "article__slug", "before__title", "after__title", "right", "at")
GRAVE = frozenset((AmendmentKind.RETRACTION, AmendmentKind.WITHDRAWAL, AmendmentKind.SOURCE))


def taken_off(kind: str, key: str, length: int = 20) -> list[Change]:
    """Articles of a topic or person ("topic", "person") that were on the site and are not: the newest entry of each."""
    field = {"topic": "before__topics", "person": "before__contributors"}[kind]
    had = {f"{field}__contains": [{"slug": key}]}
    rows = (
        Amendment.objects.filter(kind__in=TAKEN_OFF, article__live_revision=None, **had)
        .order_by("article_id", "-entry")
        .distinct("article_id")
    )
    found = [_change(row) for row in rows.values_list(*_SHOWN)]
    return sorted(found, key=lambda change: change.at, reverse=True)[:length]


def newest(length: int) -> list[Change]:
    """One question."""
    rows = Amendment.objects.newest_first().exclude(kind__in=UPKEEP)
    return [_change(row) for row in rows.values_list(*_SHOWN)[:length]]


def _change(row: tuple[Any, ...]) -> Change:
    kind, slug, before, after, what, at = row
    return Change(AmendmentKind(kind).label, kind in GRAVE, slug, after or before or slug, what, at)
