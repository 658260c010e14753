"""A file comes in by a worker in a process of its own, over a real broker; one worker is killed at it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from citations.models import Batch, BatchPart, Citation
from citations.services import batches, file_import
from citations.tasks import sweep_batches
from tests import servers
from tests.citations.services.test_file_import import ris

pytestmark = pytest.mark.worker
SECONDS = 60


def wait_for(batch: Batch, condition: Callable[[Batch], Any]) -> Batch:
    give_up = time.monotonic() + SECONDS
    while time.monotonic() < give_up:
        batch.refresh_from_db()
        if condition(batch):
            return batch
        time.sleep(0.02)
    raise AssertionError(f"Still not so after {SECONDS} seconds: {batch.state=} {batch.place=} {batch.message=}")


def test_a_file_sent_by_the_web_comes_in_whole(worker: Path, author: User) -> None:
    batch = file_import.start(name="works.ris", chunks=[ris(2000, broken=(7,))], by=author)
    wait_for(batch, lambda one: one.state == "done")
    assert (batch.place, batch.changed, batch.there, batch.refused) == (2000, 1999, 0, 1)
    assert batch.faults.get().line == 36
    assert Citation.objects.count() == 1999
    assert not BatchPart.objects.exists()


@pytest.fixture
def killed(no_other_worker: None, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """A worker that can be shot, with its children."""
    log = tmp_path / "worker.log"
    number = tmp_path / "worker.pid"
    with servers.celery("worker", "--concurrency", "1", "--pidfile", str(number), log=log, ready=" ready."):

        def kill() -> None:
            main = int(number.read_text())
            children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
            for pid in (main, *map(int, children)):
                os.kill(pid, signal.SIGKILL)

        yield kill


def test_a_worker_that_is_killed_is_followed_by_another_and_nothing_is_lost_or_doubled(
    killed: Callable[[], None], author: User, tmp_path: Path
) -> None:
    batch = file_import.start(name="works.ris", chunks=[ris(3000, broken=(7, 2900))], by=author)
    wait_for(batch, lambda one: one.place >= 400)
    killed()
    batch.refresh_from_db()
    assert batch.state == "running"
    with servers.celery("worker", "--concurrency", "1", log=tmp_path / "next.log", ready=" ready."):
        Batch.objects.update(moved_at=timezone.now() - batches.LEASE - timedelta(seconds=1))  # as if time had passed
        sweep_batches.delay()  # as the clock does
        wait_for(batch, lambda one: one.state == "done")
    assert (batch.place, batch.changed, batch.there, batch.refused) == (3000, 2998, 0, 2)
    assert Citation.objects.count() == 2998
