"""What changed of what was published: the newest entries of the public record of all articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.models import Amendment
from articles.models.amendment import AmendmentKind


@dataclass(frozen=True, slots=True)
class Change:
    """`said` is the kind in words, `what` what was wrong or is right now; `grave` where readers should look."""

    said: str
    grave: bool
    slug: str
    title: str
    what: str
    at: datetime


GRAVE = frozenset((AmendmentKind.RETRACTION, AmendmentKind.WITHDRAWAL, AmendmentKind.SOURCE))


def newest(length: int) -> list[Change]:
    """One question."""
    rows = Amendment.objects.newest_first().values_list(
        "kind", "article__slug", "before__title", "after__title", "right", "at"
    )
    return [
        Change(AmendmentKind(kind).label, kind in GRAVE, slug, after or before or slug, what, at)
        for kind, slug, before, after, what, at in rows[:length]
    ]
