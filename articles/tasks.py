"""Background work: each task loads by id and calls one service. Arguments are ids, so a late run reads fresh rows."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from typing import Any

from celery import shared_task
from django.db import InterfaceError, OperationalError
from django.db.models import F
from django.utils import timezone

from articles import services
from articles.assessments import engine_version
from articles.models import Article
from articles.services import (
    anchors,
    conversation,
    desk_figures,
    due_reviews,
    post_batches,
    posts_in_hand,
    source_addresses,
    working_copies,
)
from articles.stored import earlier_pictures, hubs, keeping, purging

logger = logging.getLogger(__name__)

BATCH = 200
"""Drafts looked at per sweep, so that one sweep never holds a worker for long."""

SWEEP_SECONDS = 120
"""After so long a sweep ends, so that drafts sent since then are read between two sweeps."""

# The database may be restarting; anything else is a fault that trying again will not mend.
AGAIN: dict[str, Any] = {
    "autoretry_for": (OperationalError, InterfaceError),
    "retry_backoff": 2,
    "retry_backoff_max": 60,
    "retry_jitter": True,
    "max_retries": 5,
}


@shared_task(name="articles.tasks.assess_article", **AGAIN)
def assess_article(article_id: int, **_: Any) -> None:
    """Assesses one draft. `_` takes arguments that a newer release may send."""
    services.assess_article(article_id=article_id)


def read_again(article_ids: Iterable[int]) -> None:
    """Has the worker read these drafts. Raises where there is no broker; the sweep of stale drafts takes them then."""
    for article_id in article_ids:
        assess_article.delay(article_id=article_id)


@shared_task(name="articles.tasks.publish_due", **AGAIN)
def publish_due(**_: Any) -> int:
    """Publishes what is scheduled for now or earlier."""
    return services.publish_due(now=timezone.now())


@shared_task(name="articles.tasks.anchor_log", **AGAIN)
def anchor_log(**_: Any) -> None:
    """Keeps the end of the log where the settings say."""
    anchors.write()


@shared_task(name="articles.tasks.sweep_working_copies", **AGAIN)
def sweep_working_copies(**_: Any) -> int:
    """Takes away what people kept and nobody has looked at for long; the number of rows that went."""
    now = timezone.now()
    return working_copies.sweep(now=now) + posts_in_hand.sweep(now=now)


@shared_task(name="articles.tasks.watch_retractions", **AGAIN)
def watch_retractions(citation_ids: list[int] | None = None, **_: Any) -> int:
    """Sweeps the library, or some works of it, for notices, and does what follows; the number of articles told."""
    told = services.watch(today=timezone.localdate(), only=citation_ids).told
    read_again(told)
    return len(told)


@shared_task(name="articles.tasks.tell_readers", **AGAIN)
def tell_readers(**_: Any) -> int:
    """Writes into the public record what happened to live pages by itself: addresses of sources that stopped answering
    and reviews that fell due; how many articles."""
    return source_addresses.follow_addresses() + due_reviews.follow_reviews(today=timezone.localdate())


@shared_task(name="articles.tasks.assess_stale", **AGAIN)
def assess_stale(**_: Any) -> int:
    """Assesses drafts that nobody enqueued, or that another version of the engine read, and ends approvals that rest on
    something that changed by whatever path."""
    longest_waiting = F("assessed_at").asc(nulls_first=True)
    rows = (
        Article.objects.needing_assessment(engine_version(), today=timezone.localdate())
        .order_by(longest_waiting, "pk")
        .values_list("pk", flat=True)
    )
    give_way = time.monotonic() + SWEEP_SECONDS
    read = 0
    for article_id in list(rows[:BATCH]):
        services.assess_article(article_id=article_id)
        read += 1
        if time.monotonic() > give_way:
            break  # the next sweep goes on with those that have waited longest
    services.end_changed_approvals()
    return read


@shared_task(name="articles.tasks.send_notices", **AGAIN)
def send_notices(person_id: int, **_: Any) -> int:
    """Sends a person what waits for them; how many things that was."""
    return conversation.send_to(person_id=person_id)


@shared_task(name="articles.tasks.send_notices_left", **AGAIN)
def send_notices_left(**_: Any) -> int:
    """Sends what a lost message or a mail server that was away left behind."""
    return conversation.send_left_behind()


@shared_task(name="articles.tasks.send_daily", **AGAIN)
def send_daily(**_: Any) -> int:
    """The mails of those who want one a day."""
    return conversation.send_daily()


@shared_task(name="articles.tasks.remind", **AGAIN)
def remind(**_: Any) -> int:
    """Reminds people of what is due, and of pages to be reviewed again."""
    return conversation.remind(today=timezone.localdate())


@shared_task(name="articles.tasks.refresh_pages", **AGAIN)
def refresh_pages(addresses: list[str] | None = None, **_: Any) -> int:
    """Tells caches in front what changed and renders it anew, with the pages of these addresses; how many pages."""
    purging.purge()
    number = keeping.keep_all(addresses or []) + keeping.refresh()
    hubs.tell()
    return number


@shared_task(name="articles.tasks.tell_hub", **AGAIN)
def tell_hub(**_: Any) -> int:
    """Tells the hub of feeds that changed, where it was not told yet; how many."""
    return hubs.tell()


@shared_task(name="articles.tasks.sweep_pages", **AGAIN)
def sweep_pages(**_: Any) -> int:
    """Compares what is kept with what would be rendered now; the number of pages that had to be mended."""
    found = keeping.sweep()
    return len(found.repaired) + len(found.gone)


@shared_task(name="articles.tasks.draw_pictures", **AGAIN)
def draw_pictures(after: str = "", drawn: int = 0, **_: Any) -> int:
    """Draws sizes that earlier uploads lack, some at a time, and sends itself on; how many pictures got some by now."""
    run = earlier_pictures.draw_missing(after=after)
    drawn += run.drawn
    if run.last:
        draw_pictures.delay(after=run.last, drawn=drawn)
    elif drawn:
        earlier_pictures.end_pages()
    return drawn


@shared_task(name="articles.tasks.work_off_posts", **AGAIN)
def work_off_posts(batch_id: int, **_: Any) -> None:
    """Goes on with an import of many posts for a while."""
    post_batches.work_off(batch_id=batch_id)


@shared_task(name="articles.tasks.sweep_post_batches", **AGAIN)
def sweep_post_batches(**_: Any) -> int:
    """Sends imports of posts again that are left lying, and clears old reports."""
    return post_batches.sweep(now=timezone.now())


@shared_task(name="articles.tasks.count_desk", **AGAIN)
def count_desk(**_: Any) -> bool:
    """Counts the figures of the review desk where there are so many flags that its page reads what was counted."""
    return desk_figures.keep(now=timezone.now())
