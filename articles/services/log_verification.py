"""Proves the log: recomputes the chain of hashes and names the first entry that does not fit.

What it cannot see: somebody who rewrote every entry from some point on, and the head of the chain with them. The
hash of the last entry, kept elsewhere (printed, mailed, on another machine), shows that too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction

from articles.models import LogEntry, LogHead, Revision

BATCH = 2000

# The text that the database's own trigger hashed (migration 0003), put together here anew, because a function in the
# database could be exchanged by whoever altered the log.
ENTRIES = """
SELECT id, previous, hash, jsonb_build_array(
    id,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    actor_id,
    actor_name,
    action,
    article_id,
    revision_id,
    data,
    previous
)::text
FROM articles_logentry ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that does not fit. `entry` is None where the end of the log is missing."""

    entry: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the chain shows: how many entries fit, the hash of the last of them, and where it breaks, if it does."""

    entries: int
    hash: str
    broken: Break | None = None


def verify(*, holds: str = "") -> Verdict:
    """Reads the whole log in order and in constant memory, as it stood at one moment.

    `holds` is a hash noted earlier, which must be among the entries.
    """
    with transaction.atomic():
        if not connection.in_atomic_block or connection.savepoint_ids:
            return _verify(holds)
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return _verify(holds)


def _verify(holds: str) -> Verdict:
    count, last, seen, previous_id = 0, "", not holds, 0
    for entry, previous, stored, canonical in _entries():
        computed = hashlib.sha256(canonical.encode()).hexdigest()
        if computed != stored:
            return Verdict(count, last, Break(entry, f"Entry {entry} was altered: its hash does not fit its content."))
        if previous != last:
            return Verdict(count, last, Break(entry, _gap(entry, previous, previous_id)))
        count, last, previous_id = count + 1, stored, entry
        seen = seen or stored == holds
    if broken := _end(count, last):
        return Verdict(count, last, broken)
    if not seen:
        return Verdict(count, last, Break(None, f"No entry has the hash {holds}: the log was rewritten since."))
    return Verdict(count, last)


def _entries() -> Iterator[tuple[int, str, str, str]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(ENTRIES)
        while rows := cursor.fetchmany(BATCH):
            yield from rows


def _gap(entry: int, previous: str, before: int) -> str:
    place = f"entry {before}" if before else "the beginning"
    if LogEntry.objects.filter(hash=previous).exists():
        return f"Entry {entry} is out of order: it follows another entry than {place}."
    return f"Entry {entry} does not follow {place}: an entry between them is missing, or one was rewritten."


def _end(count: int, last: str) -> Break | None:
    head = LogHead.objects.first()
    if not count and Revision.objects.exists():
        return Break(None, "The log is empty and there are revisions, which cannot come about without entries.")
    if head is None:
        return Break(None, "The end of the chain is not recorded, so entries may be missing.") if count else None
    if (head.entries, head.hash) != (count, last):
        return Break(
            None,
            f"The log ends too early or too late: {head.entries} entries were made, up to number {head.last_id}; "
            f"{count} are there.",
        )
    return None
