"""Tells articles, and the people who look after them, how the works they use stand now.

What was told is kept (`StatusNotice`), and each run compares it with how works stand: it makes no difference whether
a sweep, a service that was asked, or an editor changed a work, nor whether the process died in between.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from articles.models import Article, StatusNotice
from articles.models.amendment import AmendmentKind
from articles.models.article import Status
from articles.services import log, work_status_mail
from articles.services.public_record import amend
from articles.services.work_status_sql import UNTOLD
from articles.services.workflow import lock, move
from citations.models import Citation
from citations.services import retraction_watch

logger = logging.getLogger(__name__)
State = StatusNotice.State


@dataclass(frozen=True, slots=True)
class Followed:
    """What one run did: works whose status changed, articles that were told (to be read again), mails that left."""

    works: int = 0
    told: tuple[int, ...] = ()
    mails: int = 0


@dataclass(frozen=True, slots=True)
class _Untold:
    """One work an article was not told of. `live` is the status its live page was approved with, if it is there."""

    article_id: int
    citation_id: int
    state: str
    live: str | None

    @property
    def known(self) -> bool:
        """Whether a second person approved the live page with this very status on it."""
        return self.live == self.state

    @property
    def shakes_page(self) -> bool:
        return self.live is not None and not self.known and self.state != State.LIFTED


def watch(*, today: date, only: Sequence[int] | None = None) -> Followed:
    """Sweeps all works (or `only` these) for notices, then does what follows for articles."""
    changes = retraction_watch.sweep(today=today, only=only)
    told = follow_work_status()
    return Followed(len(changes), tuple(told), work_status_mail.send_waiting())


def follow_work_status() -> list[int]:
    """Tells every article what it was not told yet; which were. Each article has a transaction of its own.

    They are marked to be read again; the caller sends them to the worker, or the sweep of stale drafts takes them.
    Only a database that cannot be reached raises (OperationalError, InterfaceError), so that the caller tries again.
    """
    return [pk for pk in sorted({row.article_id for row in _untold(None)}) if _tell_one_of_many(pk)]


def _untold(article_id: int | None) -> list[_Untold]:
    with connection.cursor() as cursor:
        cursor.execute(UNTOLD, {"article": article_id})
        return [_Untold(*row) for row in cursor.fetchall()]


def _tell_one_of_many(pk: int) -> bool:
    try:
        return _tell(pk)
    except (OperationalError, InterfaceError):
        raise
    except DatabaseError:
        logger.exception("Article %s could not be told how its works stand", pk)
        return False


@transaction.atomic
def _tell(pk: int) -> bool:
    """Marks the draft to be read again and a page that readers see, logs it and leaves a mail to be sent."""
    article = Article.objects.filter(pk=pk).first()
    if article is None:
        return False
    locked = lock(article)
    rows = _untold(pk)  # again under the lock: another worker may have been here
    if not rows:
        return False
    now = timezone.now()
    for row in rows:
        StatusNotice.objects.update_or_create(
            article_id=pk,
            citation_id=row.citation_id,
            defaults={"state": row.state, "told_at": now, "mailed_at": now if row.known else None},
        )
    move(article, locked, assessed_version=None)
    shaken = [row for row in rows if row.shakes_page]
    if shaken and locked.status == Status.PUBLISHED:
        move(article, locked, status=Status.NEEDS_UPDATE)
    _tell_readers(locked, [row for row in rows if row.live is not None and not row.known])
    _record(locked, rows, shaken)
    return True


def _tell_readers(article: Article, rows: Sequence[_Untold]) -> None:
    """An entry of the public record for each work on the live page that stands otherwise than the page was approved."""
    works = Citation.objects.in_bulk([row.citation_id for row in rows])
    live = article.live_revision
    for row in rows:
        work = works[row.citation_id]
        words = _FOR_READERS[State(row.state)].format(
            work=f"“{work.title[:300]}” ({work.byline}, {work.year or 'n.d.'})"
        )
        amend(article=article, by=None, kind=AmendmentKind.SOURCE, right=words, before=live, after=live)


_FOR_READERS = {
    State.RETRACTED: "A source was retracted: {work}.",
    State.CONCERN: "The publisher of a source has expressed concern about it: {work}.",
    State.LIFTED: "A source is no longer retracted or under concern: {work}.",
}


def _record(article: Article, rows: Sequence[_Untold], shaken: Sequence[_Untold]) -> None:
    works = Citation.objects.in_bulk([row.citation_id for row in rows])
    told = [
        {
            "work": row.citation_id,
            "title": works[row.citation_id].title[:300],
            "standing": row.state,
            "on_page": row.live,
            "sources": works[row.citation_id].status_sources,
        }
        for row in rows
    ]
    revision = article.live_revision
    log.record(action="source-standing", by=None, article=article, revision=revision, data={"works": told})
    if shaken and article.status == Status.NEEDS_UPDATE:
        reason = "A source was retracted or an expression of concern published: " + "; ".join(
            works[row.citation_id].title[:120] for row in shaken
        )
        log.record(action="needs-update", by=None, article=article, revision=revision, data={"reason": reason})
