"""Proves the log: recomputes the chain of hashes, checks every seal, and holds the records against what it says.

What it cannot see by itself: a log rewritten by somebody who has both the database and the site's SECRET_KEY, and a
log cut short together with its end. The hash of an earlier end, kept elsewhere (`anchors`), shows both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from django.db import connection, transaction

from articles.models import LogEntry, LogHead, Revision
from articles.services import record_verification, seals

BATCH = 2000

# The texts that the database's own trigger hashed and the site sealed (migration 0008), put together here anew, because
# a function in the database could be exchanged by whoever altered the log.
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
)::text, seal, jsonb_build_array(
    split_part(seal, '.', 1), actor_id, actor_name, action, article_id, revision_id, data - 'row_hash'
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
    """What the chain shows: how many entries fit, the hash of the last of them, and where it breaks, if it does.

    `faults` are records that are not as the log says, in words. They are looked for only where the chain holds.
    """

    entries: int
    hash: str
    broken: Break | None = None
    faults: list[str] = field(default_factory=list)


def verify(*, holds: Collection[str] = ()) -> Verdict:
    """Reads the whole log in order and in constant memory, as it stood at one moment.

    `holds` are hashes noted earlier, which must be among the entries.
    """
    with transaction.atomic():
        if not connection.in_atomic_block or connection.savepoint_ids:
            return _verify(set(holds))
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return _verify(set(holds))


def _verify(missing: set[str]) -> Verdict:
    count, last, previous_id, sealed = 0, "", 0, False
    for entry, previous, stored, canonical, seal, sealed_text in _entries():
        computed = hashlib.sha256(canonical.encode()).hexdigest()
        if computed != stored:
            return Verdict(count, last, Break(entry, f"Entry {entry} was altered: its hash does not fit its content."))
        if previous != last:
            return Verdict(count, last, Break(entry, _gap(entry, previous, previous_id)))
        sealed = sealed or bool(seal)  # entries of releases before 0.2.0 bear none
        if sealed and not seals.is_ours(seal, sealed_text):
            text = f"Entry {entry} bears no seal of this site: it was put in or altered past it."
            return Verdict(count, last, Break(entry, text))
        count, last, previous_id = count + 1, stored, entry
        missing.discard(stored)
    if broken := _end(count, last):
        return Verdict(count, last, broken)
    if missing:
        text = f"No entry has the hash {sorted(missing)[0]}: the log was rewritten or cut short since."
        return Verdict(count, last, Break(None, text))
    return Verdict(count, last, None, record_verification.faults())


def _entries() -> Iterator[tuple[int, str, str, str, str, str]]:
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
