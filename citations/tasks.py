"""Background work of the library: each task loads by id and calls one service."""

from __future__ import annotations

from typing import Any

from celery import shared_task
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from citations.services import batches, completing

BATCH = 300
"""Works that are on their way at a time, so that imports of thousands leave room in the queue for other tasks."""

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
    completing.complete_work(citation_id=citation_id, fresh=fresh)


@shared_task(name="citations.tasks.complete_waiting", **AGAIN)
def complete_waiting(**_: Any) -> int:
    """Sends a task for each work that waits: after an outage or a lost message, or because its answers are old."""
    now = timezone.now()
    completing.look_again(now=now, most=BATCH)
    return completing.send_due(now=now, most=max(0, BATCH - completing.under_way(now)))


@shared_task(name="citations.tasks.work_off_batch", **AGAIN)
def work_off_batch(batch_id: int, **_: Any) -> None:
    """Goes on with an import or a bulk act for a while."""
    batches.work_off(batch_id=batch_id)


@shared_task(name="citations.tasks.sweep_batches", **AGAIN)
def sweep_batches(**_: Any) -> int:
    """Sends imports and bulk acts again that are left lying, and clears old ones."""
    return batches.sweep(now=timezone.now())
