"""Works long jobs off: piece by piece, each piece in one transaction with the count of it.

A job is worked off by whichever task comes first. Whoever finds it moved on by somebody else lets go of it, so that a
message that comes twice, or a worker that was taken for dead, does no work twice. What is left lying (a lost message, a
killed worker, a database that was away) is sent again by the sweep.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from celery import current_app
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from citations.models import Batch, BatchPart, BatchWork

logger = logging.getLogger(__name__)

TASK = "citations.tasks.work_off_batch"
LONGEST_SLICE = 90.0
"""Seconds of a task on one job; then the job goes to the end of the queue. Below the time limit that Celery sets, and
others get their turn."""
LEASE = timedelta(seconds=90)
"""A job at work that has not moved for so long is taken for left lying; a piece takes a second or two."""
MOST_ATTEMPTS = 5
"""How often a job is begun at one place without moving on before it is given up."""
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
        _end(locked, Batch.State.CANCELLED)
        if locked.by_id != by.pk:
            locked.message = f"By {by.get_username()}."
            locked.save(update_fields=["message"])
    logger.info("%s stopped the job %s, %s", by.get_username(), batch.pk, batch.title)
    return True


def work_off(*, batch_id: int, clock: Callable[[], float] = time.monotonic) -> None:
    """Goes on with a job for a while; what is left is sent to the end of the queue."""
    until = clock() + LONGEST_SLICE
    batch = _claim(batch_id)
    if batch is None:
        return
    try:
        for piece in _pieces(batch):
            if not _do(batch, piece):
                return
            if clock() > until:
                _hand_on(batch)
                return
    except (Stopped, PermissionDenied) as reason:
        _settle(batch, Batch.State.FAILED, str(reason))
        return
    _settle(batch, Batch.State.DONE)


def _pieces(batch: Batch) -> Iterator[Piece]:
    from citations.services import bulk, importing  # they stand on this module

    return importing.pieces(batch) if batch.is_import else bulk.pieces(batch)


def _claim(batch_id: int) -> Batch | None:
    """The job, where it is to be worked off and nobody is at it."""
    now = timezone.now()
    with transaction.atomic():
        batch = Batch.objects.select_for_update(of=("self",)).select_related("by").filter(pk=batch_id).first()
        if batch is None or batch.state not in Batch.UNDER_WAY:
            return None
        if batch.state == Batch.State.RUNNING and batch.moved_at > now - LEASE:
            return None
        if batch.attempts >= MOST_ATTEMPTS:
            message = f"The worker ended {batch.attempts} times at the same place. Its log says why; start anew then."
            _end(batch, Batch.State.FAILED, message)
            return None
        batch.state, batch.moved_at, batch.attempts = Batch.State.RUNNING, now, batch.attempts + 1
        batch.started_at = batch.started_at or now
        batch.save(update_fields=["state", "moved_at", "attempts", "started_at"])
    found: Batch = batch
    return found


def _held(batch: Batch) -> Batch | None:
    """The locked row, where it still is ours: at work, and where we left it."""
    row: Batch | None = Batch.objects.select_for_update().filter(pk=batch.pk, state=Batch.State.RUNNING).first()
    return row if row is not None and row.place == batch.place else None


@transaction.atomic
def _do(batch: Batch, piece: Piece) -> bool:
    locked = _held(batch)
    if locked is None:
        return False
    piece(locked)
    locked.attempts, locked.moved_at = 0, timezone.now()
    locked.save()
    batch.place = locked.place
    return True


def keep_alive(batch: Batch) -> None:
    """Says that a worker is at it while it looks for the place to go on at."""
    Batch.objects.filter(pk=batch.pk, state=Batch.State.RUNNING).update(moved_at=timezone.now())


@transaction.atomic
def _hand_on(batch: Batch) -> None:
    if locked := _held(batch):
        locked.state = Batch.State.WAITING
        locked.save(update_fields=["state"])
        send(locked)


@transaction.atomic
def _settle(batch: Batch, state: Batch.State, message: str = "") -> None:
    if locked := _held(batch):
        _end(locked, state, message)


def _end(locked: Batch, state: Batch.State, message: str = "") -> None:
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
