"""Writes into the public record that the day passed by which an article was to be looked at again."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from articles.models import Amendment, Article
from articles.models.amendment import AmendmentKind
from articles.services.public_record import amend
from articles.services.workflow import lock

BATCH = 500
"""Articles told in one run; the next one goes on [house]."""
PASSED = "The day by which we meant to check this article again has passed: {day}."


def follow_reviews(*, today: date) -> int:
    """One entry for each revision that readers see past its day; how many were written. May run at any time again."""
    rows = Article.objects.published().filter(
        ~_told(), found__next_review__gt="", found__next_review__lt=today.isoformat()
    )
    return sum(_tell(pk) for pk in list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH]))


def _told() -> Exists:
    told = Amendment.objects.filter(article=OuterRef("pk"), after=OuterRef("live_revision"))
    return Exists(told.filter(kind=AmendmentKind.REVIEW_DUE))


@transaction.atomic
def _tell(pk: int) -> bool:
    locked = lock(Article.objects.get(pk=pk))
    live = locked.live_revision
    day = parse_date(str(live.dates.get("next_review") or "")) if live else None
    if day is None or Article.objects.filter(_told(), pk=pk).exists():  # another worker may have been here
        return False
    words = PASSED.format(day=date_format(day, "j F Y"))
    amend(article=locked, by=None, kind=AmendmentKind.REVIEW_DUE, right=words, before=live, after=live)
    return True
