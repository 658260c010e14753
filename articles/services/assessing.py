"""Has the engine read a draft, keeps what it found, and draws the consequences for what was approved or is live."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from articles import assessments
from articles.assessments import deadlines
from articles.models import Article
from articles.services import log, seals
from articles.services.approvals import end_if_changed
from articles.services.citing import look_for_notices
from articles.services.live_pages import look_at_page

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
        end_if_changed(article_id=article_id)
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
    today = timezone.localdate()
    basis = assessments.digest(assessments.basis_of(article, today=today))
    found = assessments.assess(article, today=today, deadline=deadlines.for_assessment())
    engine = assessments.engine_version()
    seal = seals.of_assessment(article.pk, article.version, engine, basis)
    saved = assessments.save(
        article, found, closing=partial(_closing, article, engine), at=began, basis=basis, seal=seal
    )
    if saved.void:
        log.record(action="decisions-void", by=None, article=article, data={"flags": list(saved.void)})
    look_at_page(article, today=today)


def _closing(article: Article, engine: str, saved: assessments.Saved) -> None:
    data = {"version": article.version, "engine": engine, "fixed": list(saved.fixed), "void": list(saved.void)}
    log.record(action="flags-closed", by=None, article=article, data=data)
