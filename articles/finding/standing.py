"""What the publication can say of itself in numbers: claims by support and level, what is open, how old reviews are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from articles.models import Amendment, Article, FoundArticle, FoundClaim
from articles.models.amendment import AmendmentKind
from articles.models.article import Status

MONTHS = 12
"""Months of corrections that are counted, this one included [house]."""
AGES = (
    ("Under 6 months ago", 182),
    ("6 to 12 months ago", 365),
    ("1 to 2 years ago", 730),
    ("2 to 3 years ago", 1095),
)
"""Up to how many days. Three years is the longest that the PIF TICK lets a health text go unreviewed."""
OLDEST = "More than 3 years ago"


@dataclass(frozen=True, slots=True)
class Month:
    """What was told to readers in one month. `first` is its first day."""

    first: date
    corrections: int = 0
    updates: int = 0
    sources: int = 0
    taken_off: int = 0


def claims() -> dict[tuple[str, str], int]:
    """How many claims of articles on the site have each support and level."""
    rows = FoundClaim.objects.order_by().values_list("support", "level").annotate(number=Count("pk"))
    return {(support, level): number for support, level, number in rows}


def articles(today: date) -> dict[str, Any]:
    """Of the articles on the site: how many, marked for an update, overdue, reviewed by age (`ages`), and never.

    Counted in an index, whatever the articles weigh: by the day of their review, of which there are few.
    """
    overdue = Q(next_review__gt="", next_review__lt=f"{today}")
    rows = FoundArticle.objects.order_by().values_list("reviewed_on")
    days = list(rows.annotate(number=Count("*"), overdue=Count("reviewed_on", filter=overdue)))
    cuts = [f"{today - timedelta(days=ago)}" for _, ago in AGES]
    labels = [*(label for label, _ in AGES), OLDEST]
    ages = dict.fromkeys(labels, 0)
    for day, number, _ in days:
        if day:
            ages[labels[sum(day <= cut for cut in cuts)]] += number
    return {
        "articles": sum(number for _, number, _ in days),
        "overdue": sum(late for *_, late in days),
        "reviewed": sum(ages.values()),
        "never": sum(number for day, number, _ in days if not day),
        "updating": Article.objects.published().filter(status=Status.NEEDS_UPDATE).count(),
        "ages": list(ages.items()),
    }


def months(now: datetime) -> list[Month]:
    """What was told of articles in each of the last `MONTHS` months, the oldest first, those without anything too."""
    firsts = [date(now.year, now.month, 1)]
    while len(firsts) < MONTHS:
        firsts.append((firsts[-1] - timedelta(days=1)).replace(day=1))
    counted = (
        Amendment.objects.order_by()
        .filter(at__date__gte=firsts[-1])
        .annotate(month=TruncMonth("at"))
        .values_list("month", "kind")
        .annotate(number=Count("pk"))
    )
    held: dict[tuple[date, str], int] = {(month.date(), kind): number for month, kind, number in counted}

    def of(first: date, *kinds: str) -> int:
        return sum(held.get((first, kind), 0) for kind in kinds)

    return [
        Month(
            first,
            corrections=of(first, AmendmentKind.CORRECTION),
            updates=of(first, AmendmentKind.UPDATE),
            sources=of(first, AmendmentKind.SOURCE),
            taken_off=of(first, AmendmentKind.RETRACTION, AmendmentKind.WITHDRAWAL),
        )
        for first in reversed(firsts)
    ]
