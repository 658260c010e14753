"""Has the engine read a draft, keeps what it found, and draws the consequences for what was approved or is live."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Least
from django.utils import timezone

from articles import assessments
from articles.assessments import deadlines
from articles.models import Article
from articles.models.article import ATTEMPTS
from articles.models.claim import ENDED
from articles.services import live_pages, log, seals
from articles.services.approvals import end_if_changed
from articles.services.citing import look_for_notices
from evidence import Assessment
from evidence.deadline import TooIntricateError

logger = logging.getLogger(__name__)


def assess_article(*, article_id: int, insist: bool = False) -> None:
    """Assesses the draft as it stands and saves claims, links and flags. Doing it twice changes nothing.

    Nobody waits for the engine: it reads without holding the article, and what it found is kept only where all that
    it read is still so when it is done. A failure of the engine is kept in `assessment_error`, which stops
    publication; what was found before stays. A version that failed three times, or whose reading was killed as often,
    is left alone unless the caller insists. Only a database that cannot be reached raises (OperationalError,
    InterfaceError), so that the caller tries again.
    """
    began = timezone.now()
    attempt = _begun(article_id)
    if attempt > ATTEMPTS and not insist:
        _give_up(article_id)
        return
    try:
        look_for_notices(article_id)  # a work added since the last sweep may long have been retracted
        began = timezone.now()
        _assess(article_id)
        end_if_changed(article_id=article_id)
    except (OperationalError, InterfaceError):
        _not_counted(article_id)
        raise
    except Exception as error:
        logger.exception("Assessing article %s failed", article_id)
        _failed(article_id, error, began, attempt)


def assess_new(*, articles: Sequence[Article]) -> None:
    """The same for drafts that the caller made in this very transaction: nobody else can see them, let alone change
    them, so each is read once, and that it was begun need not be counted.

    A failure with one alone is kept on it. With several it raises, as does a text that would keep the others waiting:
    who brings in several then takes one after the other.
    """
    began = timezone.now()
    try:
        with transaction.atomic():
            look_for_notices(*(article.pk for article in articles))
            began = timezone.now()
            alone = len(articles) == 1
            readings = [_first_reading(rows, alone=alone) for rows in assessments.rows_of_new(articles)]
            assessments.save_first(readings, at=began)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        if len(articles) > 1:
            raise
        logger.exception("Assessing article %s failed", articles[0].pk)
        _begun(articles[0].pk)
        _failed(articles[0].pk, error, began, 1)


def _first_reading(rows: assessments.Rows, *, alone: bool) -> assessments.FirstReading:
    article, today = rows.article, timezone.localdate()
    basis = assessments.digest(assessments.basis_of(article, today=today, rows=rows))
    deadline = deadlines.for_assessment() if alone else deadlines.among_others()
    found = assessments.assess(article, today=today, deadline=deadline, rows=rows)
    seal = seals.of_assessment(article.pk, article.version, assessments.engine_version(), basis)
    return assessments.FirstReading(rows, found, basis, seal)


def _failed(article_id: int, error: Exception, began: datetime, attempt: int) -> None:
    words = str(error) if isinstance(error, TooIntricateError) else f"{type(error).__name__}: {error}"
    if attempt >= ATTEMPTS:
        words = f"{words[:1900]} {GIVEN_UP}"
    # Without an assessed version the sweep tries again, after those that have waited longer.
    Article.objects.filter(pk=article_id).update(
        assessment_error=words[:2000], assessed_version=None, assessed_at=began
    )


GIVEN_UP = f"Tried {ATTEMPTS} times; it is tried again when the draft is changed."


def _begun(article_id: int) -> int:
    """Which attempt this is at the present version by this engine. Counted before it begins: it may be killed."""
    engine = assessments.engine_version()
    same = Q(failed_version=F("version"), failed_engine=engine)
    count = Case(When(same, then=Least(F("assessment_failures") + 1, ATTEMPTS + 1)), default=Value(1))
    rows = Article.objects.filter(pk=article_id)
    rows.update(assessment_failures=count, failed_version=F("version"), failed_engine=engine)
    return rows.values_list("assessment_failures", flat=True).first() or 0


def _not_counted(article_id: int) -> None:
    """A database that is away is no fault of the draft; where it is away still, the attempt counts."""
    with suppress(OperationalError, InterfaceError):
        Article.objects.filter(pk=article_id, assessment_failures__gt=0).update(
            assessment_failures=F("assessment_failures") - 1
        )


def _give_up(article_id: int) -> None:
    """Says so on the article where nothing is said yet: its readings were cut off and left no word."""
    cut_off = f"Reading this text was cut off each time, as if it took too much memory. {GIVEN_UP}"
    Article.objects.filter(pk=article_id, assessment_error="").update(assessment_error=cut_off, assessed_version=None)


UNHELD = 3
"""How often a draft that is changed meanwhile is read anew before it is held for a reading [house]."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the engine found, and all that it read."""

    version: int
    live: int | None
    basis: str
    found: Assessment
    page: Assessment | None
    """Of the words that readers see, where the draft's are others."""
    began: datetime
    today: date


def _assess(article_id: int) -> None:
    for _ in range(UNHELD):
        article = Article.objects.filter(pk=article_id).first()
        if article is None or _kept_if_unchanged(article_id, _read(article, assessments.Rows(article))):
            return  # deleted since it was enqueued, or done
    with transaction.atomic():
        _read_held(article_id)


def _read_held(article_id: int) -> None:
    article = _held(article_id)
    if article is not None:
        rows = assessments.Rows(article)
        _keep(article, _read(article, rows), rows)


def _read(article: Article, rows: assessments.Rows) -> _Reading:
    began, today = timezone.now(), timezone.localdate()
    basis = assessments.digest(assessments.basis_of(article, today=today, rows=rows))
    found = assessments.assess(article, today=today, deadline=deadlines.for_assessment(), rows=rows)
    page = live_pages.read_page(article, today=today, rows=rows)
    return _Reading(article.version, article.live_revision_id, basis, found, page, began, today)


@transaction.atomic
def _kept_if_unchanged(article_id: int, reading: _Reading) -> bool:
    """False where anything that was read is another now; then nothing is kept."""
    article = _held(article_id)
    if article is None:
        return True
    if (article.version, article.live_revision_id) != (reading.version, reading.live):
        return False
    rows = assessments.Rows(article)
    if assessments.digest(assessments.basis_of(article, today=reading.today, rows=rows)) != reading.basis:
        return False
    _keep(article, reading, rows)
    return True


def _held(article_id: int) -> Article | None:
    return Article.objects.select_for_update(no_key=True).filter(pk=article_id).first()


def _keep(article: Article, reading: _Reading, rows: assessments.Rows) -> None:
    """The caller holds the article's lock."""
    engine = assessments.engine_version()
    saved = assessments.save(
        article,
        reading.found,
        closing=partial(_closing, article, engine),
        at=reading.began,
        basis=reading.basis,
        seal=seals.of_assessment(article.pk, article.version, engine, reading.basis),
        rows=rows,
    )
    if saved.void:
        log.record(action="decisions-void", by=None, article=article, data={"flags": saved.void})
    live_pages.look_at_page(article, page=reading.page)


def _closing(article: Article, engine: str, saved: assessments.Saved) -> None:
    ended = {state.value: saved.of_state(state) for state in ENDED}
    data = {"version": article.version, "engine": engine} | ended
    log.record(action="flags-closed", by=None, article=article, data=data)
