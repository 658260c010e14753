"""Background work of the library: each task loads by id and calls one service."""

from __future__ import annotations

from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from citations.services import (
    batch_worker,
    batches,
    duplicates,
    foreseen_verdicts,
    link_checks,
    metadata_completion,
    verifying,
)

BATCH = 300
"""Works that are on their way at a time, so that imports of thousands leave room in the queue for other tasks."""

COMPARED = 5000
"""Works that one run compares with the library: some ten seconds in a library of a million."""

LINK_BATCH = 100
"""Addresses that one sweep sends: 14,400 a day, far more than a library changes in a month."""

# The database may be restarting; anything else is a fault that trying again will not mend.
AGAIN: dict[str, Any] = {
    "autoretry_for": (OperationalError, InterfaceError),
    "retry_backoff": 2,
    "retry_backoff_max": 60,
    "retry_jitter": True,
    "max_retries": 5,
}


@shared_task(name="citations.tasks.complete_work", **AGAIN)
def complete_work(citation_id: int, fresh: bool = False, **_: Any) -> None:
    """Asks the services about one work. `_` takes arguments that a newer release may send."""
    metadata_completion.complete_work(citation_id=citation_id, fresh=fresh)


@shared_task(name="citations.tasks.complete_waiting", **AGAIN)
def complete_waiting(**_: Any) -> int:
    """Sends a task for each work that waits: after an outage or a lost message, or because its answers are old."""
    now = timezone.now()
    metadata_completion.look_again(now=now, most=BATCH)
    return metadata_completion.send_due(now=now, most=max(0, BATCH - metadata_completion.under_way(now)))


@shared_task(name="citations.tasks.work_off_batch", **AGAIN)
def work_off_batch(batch_id: int, **_: Any) -> None:
    """Goes on with an import or a bulk act for a while."""
    batch_worker.work_off(batch_id=batch_id)


@shared_task(name="citations.tasks.sweep_batches", **AGAIN)
def sweep_batches(**_: Any) -> int:
    """Sends imports and bulk acts again that are left lying, and clears old ones."""
    return batches.sweep(now=timezone.now())


@shared_task(name="citations.tasks.check_link", **AGAIN)
def check_link(citation_id: int, fresh: bool = False, **_: Any) -> None:
    """Looks at the address of one work."""
    if settings.LINK_CHECKS:
        link_checks.check_link(citation_id=citation_id, fresh=fresh)


@shared_task(name="citations.tasks.check_links", **AGAIN)
def check_links(**_: Any) -> int:
    """Sends a task for each address whose time to be looked at has come."""
    if not settings.LINK_CHECKS:
        return 0
    link_checks.put_on_schedule(now=timezone.now(), most=LINK_BATCH * 10)
    return link_checks.send_due(now=timezone.now(), most=LINK_BATCH)


@shared_task(name="citations.tasks.compare_works", **AGAIN)
def compare_works(**_: Any) -> int:
    """Looks whether works that are new or have changed stand in the library already."""
    return duplicates.compare_due(most=COMPARED)


@shared_task(name="citations.tasks.verify_work", **AGAIN)
def verify_work(citation_id: int, **_: Any) -> None:
    """Asks services whether one work exists and is what is written of it."""
    if settings.LOOKUPS:
        verifying.verify_work(citation_id=citation_id)


@shared_task(name="citations.tasks.verify_written", **AGAIN)
def verify_written(key: str, **_: Any) -> None:
    """Asks about a work that somebody is looking at and has not saved."""
    if settings.LOOKUPS:
        foreseen_verdicts.verify_written(key=key)


@shared_task(name="citations.tasks.verify_waiting", **AGAIN)
def verify_waiting(**_: Any) -> int:
    """Sends a task for each work that waits for its verdict, or whose verdict is to be looked at anew."""
    if not settings.LOOKUPS:
        return 0
    verifying.put_on_schedule(now=timezone.now(), most=BATCH)
    return verifying.send_due(now=timezone.now(), most=BATCH)
