"""Long jobs on their way: sent to the queue, stopped, ended, and sent again where they are left lying.

What is left lying (a lost message, a killed worker, a database that was away) is sent again by the sweep. How a job is
worked off is said in `batch_worker`, what a piece of it is in `file_import` and `bulk_acts`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from celery import current_app
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from citations.models import Batch, BatchPart, BatchWork

logger = logging.getLogger(__name__)

TASK = "citations.tasks.work_off_batch"
LEASE = timedelta(seconds=90)
"""A job at work that has not moved for so long is taken for left lying; a piece takes a second or two."""
FAULTS_KEPT = 100
KEPT = timedelta(days=30)
"""How long jobs stay in the list after their end [house]."""
CHOSEN_KEPT = timedelta(days=1)
"""How long works stay chosen for an act that nobody started."""

Piece = Callable[[Batch], None]
"""One piece of work, called in a transaction with the row locked; it moves `place` and `passed` on and counts."""


class Stopped(Exception):
    """The job cannot go on. The message says why and what to do, for whoever started it."""


def send(batch: Batch) -> None:
    """Puts a job in the queue as soon as the transaction is through; the sweep does where the broker is away."""
    transaction.on_commit(lambda: _send(batch.pk), robust=True)


def _send(pk: int) -> None:
    current_app.send_task(TASK, kwargs={"batch_id": pk})


def cancel(*, batch: Batch, by: User) -> bool:
    """Ends a job between two pieces; what is done stays done. Whether there was anything to end.

    Raises PermissionDenied.
    """
    if not batch.may_be_stopped_by(by):
        raise PermissionDenied("You may not stop the work of others.")
    with transaction.atomic():
        locked = Batch.objects.select_for_update().get(pk=batch.pk)
        if not locked.is_open:
            return False
        end(locked, Batch.State.CANCELLED)
        if locked.by_id != by.pk:
            locked.message = f"By {by.get_username()}."
            locked.save(update_fields=["message"])
    logger.info("%s stopped the job %s, %s", by.get_username(), batch.pk, batch.title)
    return True


def keep_alive(batch: Batch) -> None:
    """Says that a worker is at it while it looks for the place to go on at."""
    Batch.objects.filter(pk=batch.pk, state=Batch.State.RUNNING).update(moved_at=timezone.now())


def end(locked: Batch, state: Batch.State, message: str = "") -> None:
    """Ends a job whose row is locked, and clears what it held for the worker."""
    locked.state, locked.message, locked.ended_at = state, message[:300], timezone.now()
    locked.save(update_fields=["state", "message", "ended_at"])
    BatchPart.objects.filter(batch=locked).delete()
    if not locked.is_import:
        BatchWork.objects.filter(batch=locked).delete()


def sweep(*, now: datetime) -> int:
    """Sends what is left lying again and clears what is old; how many were sent."""
    with transaction.atomic():
        lying = Batch.objects.left_lying(now - LEASE).select_for_update(skip_locked=True)
        ids = list(lying.values_list("pk", flat=True)[:100])
        Batch.objects.filter(pk__in=ids, state=Batch.State.WAITING).update(moved_at=now)
    for pk in ids:
        _send(pk)
    Batch.objects.filter(state=Batch.State.CHOSEN, created_at__lt=now - CHOSEN_KEPT).delete()
    Batch.objects.filter(ended_at__lt=now - KEPT).delete()
    return len(ids)
