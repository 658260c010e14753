"""Has the engine read a draft, and keeps what it found."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from articles import assessments
from articles.models import Article
from articles.services import log
from articles.services.citing import look_for_notices

logger = logging.getLogger(__name__)


def assess_article(*, article_id: int) -> None:
    """Assesses the draft as it stands and saves claims, links and flags. Doing it twice changes nothing.

    The article is held while the engine reads, so that nobody changes words or sources under it. A failure of the
    engine is kept in `assessment_error`, which stops publication; what was found before stays. Only a database that
    cannot be reached raises (OperationalError, InterfaceError), so that the caller tries again.
    """
    began = timezone.now()
    try:
        look_for_notices(article_id)  # a work added since the last sweep may long have been retracted
        began = timezone.now()
        _assess(article_id, began)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        logger.exception("Assessing article %s failed", article_id)
        # Without an assessed version the sweep tries again, after those that have waited longer.
        Article.objects.filter(pk=article_id).update(
            assessment_error=f"{type(error).__name__}: {error}"[:2000], assessed_version=None, assessed_at=began
        )


@transaction.atomic
def _assess(article_id: int, began: datetime) -> None:
    article = Article.objects.select_for_update(no_key=True).filter(pk=article_id).first()
    if article is None:
        return  # deleted since it was enqueued
    found = assessments.assess(article, today=timezone.localdate())
    saved = assessments.save(article, found, at=began)
    if saved.void:
        log.record(action="decisions-void", by=None, article=article, data={"flags": list(saved.void)})
