"""Has the engine read a draft, and keeps what it found."""

from __future__ import annotations

import logging

from django.db import transaction
from django.utils import timezone

from articles import assessments
from articles.models import Article
from articles.services import log

logger = logging.getLogger(__name__)


def assess_article(*, article_id: int) -> None:
    """Assesses the draft as it stands and saves claims, links and flags. Doing it twice changes nothing.

    The article is held while the engine reads, so that nobody changes words or sources under it. A failure of the
    engine is kept in `assessment_error`, which stops publication; what was found before stays.
    """
    began = timezone.now()
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).filter(pk=article_id).first()
        if article is None:
            return  # deleted since it was enqueued
        try:
            found = assessments.assess(article, today=timezone.localdate())
        except Exception as error:
            logger.exception("Assessing article %s failed", article_id)
            Article.objects.filter(pk=article_id).update(assessment_error=f"{type(error).__name__}: {error}"[:2000])
            return
        saved = assessments.save(article, found, at=began)
        if saved.void:
            log.record(action="decisions-void", by=None, article=article, data={"flags": list(saved.void)})
