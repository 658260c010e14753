"""Brings a large file in, in the background: kept in the database in parts until a worker has read it.

After an interruption the file is read again up to the place where its records are dealt with, which takes a small part
of the time that adding does; line numbers and what one record says for others (BibTeX strings) come out the same.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from citations.models import Batch, BatchFault, BatchPart, BatchWork
from citations.services import batches, corrections
from citations.services.adding import BATCH, FORMATS, Added, Entry, Fault, add_batch, printable, read_file

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PART = 256 * 1024
"""Bytes of a part."""
NEW_KEPT = 100
SIGN_OF_LIFE = 5000
"""Records passed over between two signs of life."""


@transaction.atomic
def start(*, name: str, chunks: Iterable[bytes], by: User) -> Batch:
    """Takes a file in to be read by a worker. Raises PermissionDenied, and ValueError for a file of another kind."""
    if not by.has_perm("citations.add_citation"):
        raise PermissionDenied("You may not add works to the library.")
    if not name.lower().endswith(FORMATS):
        raise ValueError("Files are read that end in .bib, .ris, .nbib or .json.")
    batch: Batch = Batch.objects.create(kind=Batch.IMPORT, title=_short(name), by=by)
    for number, data in enumerate(_parts(chunks)):
        BatchPart.objects.create(batch=batch, number=number, data=data)
        batch.size += len(data)
    batch.save(update_fields=["size"])
    batches.send(batch)
    return batch


def _short(name: str) -> str:
    """A name that fits, with its ending."""
    stem, dot, ending = printable(name).rpartition(".")
    return f"{stem[:180]}{dot}{ending}"


def _parts(chunks: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) >= PART:
            yield bytes(held[:PART])
            del held[:PART]
    if held:
        yield bytes(held)


class Parts(io.RawIOBase):
    """The file out of its parts, one of them in memory at a time. `at` is how many bytes were read."""

    def __init__(self, batch_id: int) -> None:
        self._batch_id, self._number, self._held, self.at = batch_id, 0, memoryview(b""), 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        if not self._held:
            row = BatchPart.objects.filter(batch_id=self._batch_id, number=self._number).values_list("data", flat=True)
            self._held = memoryview(row.first() or b"")
            self._number += 1
        target = memoryview(buffer)
        number = min(len(target), len(self._held))
        target[:number] = self._held[:number]
        self._held = self._held[number:]
        self.at += number
        return number


def pieces(batch: Batch) -> Iterator[batches.Piece]:
    """The records that are left, some at a time."""
    by = batch.by
    if by is None or not by.has_perm("citations.add_citation"):
        raise batches.Stopped("Whoever started this may no longer add works to the library.")
    raw = Parts(batch.pk)
    rows = read_file(batch.title, io.BufferedReader(raw))
    for number in range(batch.place):
        next(rows, None)
        if number % SIGN_OF_LIFE == SIGN_OF_LIFE - 1:
            batches.keep_alive(batch)
    while group := list(islice(rows, BATCH)):
        yield partial(_take_in, rows=group, passed=raw.at)


def _take_in(batch: Batch, *, rows: Sequence[Entry | Fault], passed: int) -> None:
    faults = [row for row in rows if isinstance(row, Fault)]
    entries = [row for row in rows if isinstance(row, Entry)]
    new: list[int] = []
    trusted = batch.by is not None and corrections.may_correct(batch.by)
    for row in add_batch(entries=entries, origin=batch.title[:40], trusted=trusted):
        if isinstance(row, Added):
            batch.there += not row.new
            new += [row.citation.pk] if row.new else []
        else:
            faults.append(row)
    BatchWork.objects.bulk_create(
        [BatchWork(batch=batch, work_id=pk) for pk in new[: max(0, NEW_KEPT - batch.changed)]], ignore_conflicts=True
    )
    BatchFault.objects.bulk_create(
        BatchFault(batch=batch, line=row.line, text=printable(row.text[:300]), reason=printable(row.reason[:500]))
        for row in sorted(faults, key=lambda row: row.line)[: max(0, batches.FAULTS_KEPT - batch.refused)]
    )
    batch.changed += len(new)
    batch.refused += len(faults)
    batch.place += len(rows)
    batch.passed = passed
