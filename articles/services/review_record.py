"""Whether the day of a medical review that a draft bears stands on the log."""

from __future__ import annotations

from django.db.models import Q

from articles.models import Article, LogEntry

RECORDED = ("medically-reviewed", "review-recorded")
"""The act of the reviewer; and what editors recorded in releases before 0.2.0."""


def is_on_record(article: Article) -> bool:
    """True also where no day is set. The database asks the same of an approval (migration 0009)."""
    if article.reviewed_on is None:
        return True
    recorded = Q(action__in=RECORDED, data__reviewed_on=article.reviewed_on.isoformat())
    approved = Q(action="approved", data__reviewed=True)  # before 0.2.0 the reviewer's approval was the review
    return LogEntry.objects.filter(recorded | approved, article_id=article.pk).exists()
