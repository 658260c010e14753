"""Works long jobs off: piece by piece, each piece in one transaction with the count of it.

A job is worked off by whichever task comes first. Whoever finds it moved on by somebody else lets go of it, so that a
message that comes twice, or a worker that was taken for dead, does no work twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from citations.models import Batch
from citations.services import bulk_acts, file_import
from citations.services.batches import LEASE, Piece, Stopped, end, send

LONGEST_SLICE = 90.0
"""Seconds of a task on one job; then the job goes to the end of the queue. Below the time limit that Celery sets, and
others get their turn."""
MOST_ATTEMPTS = 5
"""How often a job is begun at one place without moving on before it is given up."""


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
    return file_import.pieces(batch) if batch.is_import else bulk_acts.pieces(batch)


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
            end(batch, Batch.State.FAILED, message)
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


@transaction.atomic
def _hand_on(batch: Batch) -> None:
    if locked := _held(batch):
        locked.state = Batch.State.WAITING
        locked.save(update_fields=["state"])
        send(locked)


@transaction.atomic
def _settle(batch: Batch, state: Batch.State, message: str = "") -> None:
    if locked := _held(batch):
        end(locked, state, message)
