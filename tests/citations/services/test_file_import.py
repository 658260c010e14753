"""Large files come in by a worker: whole, once, with true counts, whatever happens to the worker."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from citations.models import Batch, BatchPart, Citation, RecordedFact
from citations.services import batch_worker, batches, file_import

pytestmark = pytest.mark.django_db
RECORDS = 900


@pytest.fixture(autouse=True)
def sent() -> Iterator[Any]:
    """The worker is played by the tests; what would have been sent to it."""
    with patch("citations.services.batches.current_app.send_task") as send:
        yield send


def ris(records: int = RECORDS, broken: tuple[int, ...] = ()) -> bytes:
    """A file of records of five lines; the broken ones have neither title nor identifier."""
    rows = []
    for number in range(records):
        if number in broken:
            rows.append("TY  - JOUR\nPY  - 2001\nVL  - 3\nIS  - 4\nER  - \n")
        else:
            rows.append(f"TY  - JOUR\nTI  - A study of walking {number}\nPY  - 2001\nDO  - 10.5555/{number}\nER  - \n")
    return "".join(rows).encode()


def begin(data: bytes, by: User, name: str = "works.ris") -> Batch:
    return file_import.start(name=name, chunks=[data], by=by)


def counts(batch: Batch) -> tuple[str, int, int, int, int]:
    batch.refresh_from_db()
    return batch.state, batch.place, batch.changed, batch.there, batch.refused


class Killed(BaseException):
    """What a worker that is shot sees of it: nothing after this runs."""


def work_until_killed(batch: Batch, pieces: int) -> None:
    """Works some pieces off and dies within the next one, its rows written and not committed."""
    done = 0
    real = file_import._take_in

    def take_in(*args: Any, **kwargs: Any) -> None:
        nonlocal done
        real(*args, **kwargs)
        done += 1
        if done > pieces:
            raise Killed

    with patch("citations.services.file_import._take_in", take_in), pytest.raises(Killed):
        batch_worker.work_off(batch_id=batch.pk)


def take_for_dead(batch: Batch) -> None:
    Batch.objects.filter(pk=batch.pk).update(moved_at=timezone.now() - batches.LEASE - timedelta(seconds=1))


def test_who_may_not_add_works_starts_nothing(reviewer: User) -> None:
    with pytest.raises(PermissionDenied):
        begin(ris(1), reviewer)
    assert not Batch.objects.exists()
    assert not BatchPart.objects.exists()


def test_a_file_of_another_kind_is_refused_before_it_is_kept(author: User) -> None:
    with pytest.raises(ValueError, match=r"\.nbib"):
        begin(b"%PDF", author, "paper.pdf")
    assert not BatchPart.objects.exists()


def test_it_stops_in_words_when_the_person_may_no_longer_add(author: User) -> None:
    batch = begin(ris(5), author)
    author.groups.set(Group.objects.none())
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("failed", 0, 0, 0, 0)
    assert "no longer" in batch.message
    assert not BatchPart.objects.exists()


def test_a_file_comes_in_whole_with_the_lines_of_what_is_broken(author: User) -> None:
    Citation.objects.create(title="Here before", fingerprint="x", doi="10.5555/3")
    data = ris(broken=(10, 700))
    batch = file_import.start(name="works.ris", chunks=[data[:999], data[999:]], by=author)
    assert batch.parts.count() == 1
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("done", RECORDS, RECORDS - 3, 1, 2)
    assert [fault.line for fault in batch.faults.all()] == [51, 3501]
    assert Citation.objects.count() == RECORDS - 2
    assert not BatchPart.objects.exists()
    assert (batch.percent, batch.passed) == (100, len(data))
    assert batch.started_at <= batch.moved_at <= batch.ended_at
    assert RecordedFact.objects.get(citation__doi="10.5555/899").origin == "works.ris"


def test_lines_are_right_across_parts_that_cut_lines_and_letters(author: User, monkeypatch: Any) -> None:
    monkeypatch.setattr(file_import, "PART", 1000)
    data = ris(broken=(10, 700)).replace(b"walking", "wälking – 漢".encode())
    batch = file_import.start(name="works.ris", chunks=io.BytesIO(data), by=author)  # chunks of a line each
    assert [len(part.data) for part in batch.parts.order_by("number")[:3]] == [1000] * 3
    assert b"".join(bytes(part.data) for part in batch.parts.order_by("number")) == data
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("done", RECORDS, RECORDS - 2, 0, 2)
    assert [fault.line for fault in batch.faults.all()] == [51, 3501]
    assert Citation.objects.filter(title__contains="wälking – 漢").count() == RECORDS - 2


def test_more_faults_than_anybody_reads_are_counted_and_the_first_are_kept(author: User) -> None:
    batch = begin(ris(broken=tuple(range(0, RECORDS, 2))), author)
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("done", RECORDS, RECORDS // 2, 0, RECORDS // 2)
    assert batch.faults.count() == 100
    assert batch.faults.last().line == 1 + 99 * 10


def test_an_empty_file_is_done_with_nothing(author: User) -> None:
    batch = file_import.start(name="works.ris", chunks=[], by=author)
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("done", 0, 0, 0, 0)


@pytest.mark.parametrize("pieces", [0, 1, 3])
def test_a_killed_worker_loses_and_doubles_nothing(pieces: int, author: User, sent: Any) -> None:
    batch = begin(ris(broken=(10, 700)), author)
    work_until_killed(batch, pieces)
    assert counts(batch) == ("running", 200 * pieces, *counts(batch)[2:])
    assert Citation.objects.count() == batch.changed  # what was written and not committed is gone
    batch_worker.work_off(batch_id=batch.pk)  # the message comes again while the worker may still live
    assert batch.place == 200 * pieces
    assert batches.sweep(now=timezone.now()) == 0
    take_for_dead(batch)
    assert batches.sweep(now=timezone.now()) == 1
    assert sent.call_args.kwargs == {"kwargs": {"batch_id": batch.pk}}
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("done", RECORDS, RECORDS - 2, 0, 2)
    assert [fault.line for fault in batch.faults.all()] == [51, 3501]
    assert Citation.objects.count() == RECORDS - 2


def test_a_worker_that_was_taken_for_dead_lets_go_when_another_went_on(author: User) -> None:
    batch = begin(ris(), author)
    late = batch_worker._claim(batch.pk)
    assert late is not None
    slow = next(file_import.pieces(late))
    take_for_dead(batch)
    batch_worker.work_off(batch_id=batch.pk)
    assert batch_worker._do(late, slow) is False
    batch_worker._settle(late, Batch.State.FAILED, "late")
    assert counts(batch) == ("done", RECORDS, RECORDS, 0, 0)


def test_a_long_file_is_read_in_slices_that_give_way_to_others(
    author: User, sent: Any, django_capture_on_commit_callbacks: Any
) -> None:
    batch = begin(ris(), author)
    ticks = iter(range(0, 100_000, 50))
    for slices in (1, 2):
        with django_capture_on_commit_callbacks(execute=True):
            batch_worker.work_off(batch_id=batch.pk, clock=lambda: float(next(ticks)))
        assert counts(batch)[:2] == ("waiting", 400 * slices)
        assert sent.call_args.kwargs == {"kwargs": {"batch_id": batch.pk}}
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("done", RECORDS, RECORDS, 0, 0)


def test_a_file_that_kills_every_worker_is_given_up_with_a_reason(author: User) -> None:
    batch = begin(ris(5), author)
    for _ in range(batch_worker.MOST_ATTEMPTS):
        work_until_killed(batch, 0)
        take_for_dead(batch)
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch)[0] == "failed"
    assert "5 times" in batch.message
    assert not BatchPart.objects.exists()


def test_only_the_person_and_those_who_may_stop_all_cancel(author: User, editor: User, make_user: Any) -> None:
    batch = begin(ris(), author)
    with pytest.raises(PermissionDenied):
        batches.cancel(batch=batch, by=make_user("other", "Authors"))
    assert batches.cancel(batch=batch, by=editor)
    batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("cancelled", 0, 0, 0, 0)
    assert batch.message == "By editor."
    assert not BatchPart.objects.exists()
    assert not batches.cancel(batch=batch, by=editor)


def test_what_is_cancelled_half_way_keeps_what_came_in(author: User) -> None:
    batch = begin(ris(), author)
    real = batch_worker._do
    done: list[int] = []

    def cancelled_after_two(*args: Any) -> bool:
        if len(done) == 2:
            batches.cancel(batch=batch, by=author)
        done.append(1)
        return real(*args)

    with patch("citations.services.batch_worker._do", cancelled_after_two):
        batch_worker.work_off(batch_id=batch.pk)
    assert counts(batch) == ("cancelled", 400, 400, 0, 0)
    assert Citation.objects.count() == 400


def test_the_same_file_again_is_already_there(author: User) -> None:
    for expected in ((RECORDS, 0), (0, RECORDS)):
        batch = begin(ris(), author)
        batch_worker.work_off(batch_id=batch.pk)
        assert counts(batch)[2:4] == expected


def test_old_jobs_are_cleared_and_open_ones_stay(author: User) -> None:
    now = timezone.now()
    old = Batch.objects.create(kind="import", title="old", by=author, state="done", ended_at=now - timedelta(days=31))
    recent = Batch.objects.create(kind="import", title="new", by=author, state="done", ended_at=now)
    forgotten = Batch.objects.create(kind="set-fact", title="chosen", by=author, state="chosen")
    Batch.objects.filter(pk=forgotten.pk).update(created_at=now - timedelta(days=2))
    waiting = begin(ris(1), author)
    batches.sweep(now=now)
    assert set(Batch.objects.all()) == {recent, waiting}
    assert old.pk != forgotten.pk


def test_a_task_for_a_job_that_is_gone_does_nothing() -> None:
    batch_worker.work_off(batch_id=987_654_321)


def test_memory_does_not_grow_with_the_file(author: User, tmp_path: Path) -> None:
    """One part at a time: reading asks for each once, in order."""
    batch = file_import.start(name="works.ris", chunks=[b"x" * file_import.PART] * 5, by=author)
    raw = file_import.Parts(batch.pk)
    held = []
    while raw.read(65536):
        held.append(len(raw._held))
    assert max(held) <= file_import.PART
    assert raw.at == 5 * file_import.PART
