"""Brings what is about to go live up to the day: read again where anything, or the day itself, is another now."""

from __future__ import annotations

from django.utils import timezone

from articles.assessments import Rows
from articles.models import Article
from articles.services.approvals import AWAITED, end_if_changed
from articles.services.assessed import is_read
from articles.services.assessing import assess_article
from articles.services.gate import changed_since


def bring_up(*, article_id: int) -> list[str]:
    """Has the engine read a draft again before it goes live, where anything it read, or the day, is another now.

    The names of what changed since the approval, which ends then. Dates pass without anybody saving anything:
    disclosures run out, sources age.
    """
    article = Article.objects.filter(pk=article_id).first()
    if article is None or article.status not in AWAITED:
        return []
    today, rows, revision = timezone.localdate(), Rows(article), article.review_revision
    # Looked at without the lock first: hardly ever did anything change, and what did is looked at again under it.
    differs = revision is None or bool(changed_since(article, revision, rows))
    changed = end_if_changed(article_id=article_id) if differs else []
    read_on = timezone.localtime(article.assessed_at).date() if article.assessed_at else None
    if changed or read_on != today or not is_read(article, today=today, rows=rows):
        assess_article(article_id=article_id)
    return changed
