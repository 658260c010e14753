"""Puts approved revisions before readers, now or at a set time, and takes them off again."""

from __future__ import annotations

import logging
from datetime import datetime

from django.contrib.auth.models import User
from django.db import DatabaseError, InterfaceError, OperationalError, transaction
from django.utils import timezone

from articles.models import Article, LogEntry, Revision
from articles.models.amendment import AmendmentKind
from articles.models.article import Status
from articles.services import log, origins
from articles.services.bringing_up import bring_up
from articles.services.citing import look_for_notices
from articles.services.errors import WrongStatus, require, require_reason
from articles.services.gate import Obstacle, PublicationRefused, draft_obstacles, in_words, obstacles
from articles.services.public_record import amend, amend_at_publication
from articles.services.workflow import lock, move, need_status

logger = logging.getLogger(__name__)


def publish(*, article: Article, by: User) -> Revision:
    """Makes the approved revision the one readers see. Raises PublicationRefused with every reason why not."""
    require(by, "publish_article", "publish articles")
    look_for_notices(article.pk)  # for itself: what it finds stays found when publication is refused
    _bring_up(article.pk)
    with transaction.atomic():
        return _go_live(article, lock(article), by, timezone.now())


def _bring_up(pk: int) -> None:
    """Refuses with the reasons where the approval ended just now; that it ended stays so."""
    if changed := bring_up(article_id=pk):
        text = f"Its approval has ended. Since then, this changed: {in_words(changed)}. Submit it for review again."
        ended = Obstacle("changed-since-approval", text)
        raise PublicationRefused([ended, *draft_obstacles(Article.objects.get(pk=pk))])


def _go_live(article: Article, locked: Article, by: User | None, now: datetime) -> Revision:
    revision = locked.review_revision
    if (hindrances := obstacles(locked, revision)) or revision is None:
        raise PublicationRefused(hindrances)
    if revision.published_at is None:
        revision.published_at = now
        revision.save(update_fields=["published_at"])
    amend_at_publication(locked, revision, by)
    # The log first: the database puts nothing on the site, and takes nothing off, that does not stand there.
    log.record(
        action="published",
        by=by,
        article=locked,
        revision=revision,
        data={"number": revision.number, "content_hash": revision.content_hash},
    )
    move(
        article,
        locked,
        live_revision=revision,
        review_revision=None,
        scheduled_for=None,
        status=Status.PUBLISHED,
        # A post that was out elsewhere keeps its day, for readers and for search; the log has this one.
        published_at=locked.published_at or origins.first_published(locked) or now,
        updated_at=now,
    )
    return revision


def schedule(*, article: Article, by: User, at: datetime) -> Article:
    """Sets the time at which the approved revision goes live. Refused as publishing now would be."""
    require(by, "publish_article", "schedule articles")
    if at <= timezone.now():
        raise WrongStatus("That time has passed. Choose a later one, or publish now.")
    look_for_notices(article.pk)
    _bring_up(article.pk)
    with transaction.atomic():
        locked = lock(article)
        if hindrances := obstacles(locked):
            raise PublicationRefused(hindrances)
        need_status(locked, (Status.APPROVED, Status.SCHEDULED), "be scheduled")
        move(article, locked, status=Status.SCHEDULED, scheduled_for=at)
        log.record(
            action="scheduled",
            by=by,
            article=locked,
            revision=locked.review_revision,
            data={"at": at.isoformat()},
        )
        return article


@transaction.atomic
def unschedule(*, article: Article, by: User) -> Article:
    """Takes the time away; the approval stays."""
    require(by, "publish_article", "schedule articles")
    locked = lock(article)
    need_status(locked, (Status.SCHEDULED,), "be taken off the schedule")
    move(article, locked, status=Status.APPROVED, scheduled_for=None)
    log.record(action="unscheduled", by=by, article=locked, revision=locked.review_revision)
    return article


def publish_due(*, now: datetime) -> int:
    """Publishes what is scheduled for `now` or earlier; the number of articles that went live.

    Each article has a transaction of its own, and one that another worker holds is left to it. An article that can
    no longer be published goes back to approved, with the reasons on the log; one that the database refuses
    altogether stays where it is. Neither ends the sweep. Only a database that cannot be reached raises
    (OperationalError, InterfaceError), so that the caller tries again.
    """
    due = Article.objects.due(now).order_by("scheduled_for", "pk").values_list("pk", flat=True)
    return sum(_publish_one_of_many(pk, now) for pk in list(due))


def _publish_one_of_many(pk: int, now: datetime) -> bool:
    try:
        look_for_notices(pk)
        if bring_up(article_id=pk):
            return False
        return _publish_scheduled(pk, now)
    except (OperationalError, InterfaceError):
        raise
    except DatabaseError:
        logger.exception("Article %s was due; the database refused to publish it and to take it off the schedule", pk)
        return False


@transaction.atomic
def _publish_scheduled(pk: int, now: datetime) -> bool:
    rows = Article.objects.select_for_update(no_key=True, skip_locked=True).due(now)
    article = rows.filter(pk=pk).first()
    if article is None:
        return False
    entries = LogEntry.objects.filter(article_id=pk, action="scheduled").order_by("-pk")
    entry = entries.select_related("actor").first()
    try:
        with transaction.atomic():
            _go_live(article, article, entry.actor if entry else None, now)
    except PublicationRefused as refusal:
        logger.warning("Article %s was due and could not be published: %s", pk, refusal)
        _take_off_schedule(pk, [obstacle.text for obstacle in refusal.obstacles])
        return False
    except (OperationalError, InterfaceError):
        raise
    except DatabaseError as error:
        logger.exception("Article %s was due and the database refused it", pk)
        _take_off_schedule(pk, [f"The database refused it: {str(error).splitlines()[0]}"])
        return False
    return True


def _take_off_schedule(pk: int, reasons: list[str]) -> None:
    """Back to approved, with the reasons on the log. The caller holds the article's lock."""
    article = Article.objects.get(pk=pk)
    move(article, article, status=Status.APPROVED, scheduled_for=None)
    revision = article.review_revision
    log.record(action="schedule-refused", by=None, article=article, revision=revision, data={"reasons": reasons})


@transaction.atomic
def withdraw(
    *,
    article: Article,
    by: User,
    reason: str,
    kind: str = AmendmentKind.WITHDRAWAL,
    told: str = "",
    replacement: Article | None = None,
) -> Article:
    """Takes the article off the site. Its revisions stay on record, and its address says why.

    `reason` is for the newsroom, `told` for readers; a retraction says that what stood there is not to be relied on.
    """
    require(by, "publish_article", "withdraw articles")
    reason = require_reason(reason)
    locked = lock(article)
    revision = locked.live_revision
    if revision is None:
        raise WrongStatus("This article is not on the site, so there is nothing to withdraw.")
    if replacement and (replacement.pk == locked.pk or not replacement.is_public):
        raise WrongStatus("What readers are to read instead has to be another article that is on the site.")
    amend(article=locked, by=by, kind=kind, right=told, before=revision, after=None, replacement=replacement)
    log.record(action="withdrawn", by=by, article=locked, revision=revision, data={"reason": reason})
    move(
        article,
        locked,
        live_revision=None,
        review_revision=None,
        scheduled_for=None,
        status=Status.WITHDRAWN,
        updated_at=timezone.now(),
    )
    return article


@transaction.atomic
def mark_needs_update(*, article: Article, by: User, reason: str) -> Article:
    """Says that a published article is out of date. It stays on the site."""
    require(by, "review_article", "say that articles need an update")
    reason = require_reason(reason)
    locked = lock(article)
    need_status(locked, (Status.PUBLISHED,), "be marked")
    move(article, locked, status=Status.NEEDS_UPDATE)
    live = locked.live_revision
    amend(article=locked, by=by, kind=AmendmentKind.OUT_OF_DATE, before=live, after=live)
    log.record(action="needs-update", by=by, article=locked, revision=live, data={"reason": reason})
    return article
