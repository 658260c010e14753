"""Adds works that were recognised, each once, in batches.

Reading (`recognising`) and adding are two steps, so that what was read can be seen before anything is saved.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

from citations.models import Citation, RecordedFact
from citations.services import corrections
from citations.services.bulk_insert import insert
from citations.services.facts import EDITOR, GRADING, PASTED, SERVICES
from citations.services.intake import Work, add_works
from citations.services.recognising import FORMATS, Entry, Fault, read_file, read_given, read_pasted
from citations.services.record_matching import find_works
from evidence.sources.from_csl import FactError

__all__ = [
    "FORMATS",
    "Added",
    "Entry",
    "Fault",
    "add",
    "add_batch",
    "known",
    "printable",
    "read_file",
    "read_given",
    "read_pasted",
]

logger = logging.getLogger(__name__)

BATCH = 200
ONE_AT_A_TIME = 0x0C17E
"""Key of the lock in the database that adders hold in turn: two who bring the same works at once would otherwise both
find them missing, and only identifiers are guarded by the table itself."""
REFUSED = (DataError, IntegrityError, ValueError)
"""What the database, and what writes to it, say to signs that no text can hold (NUL, halves of a pair)."""
NOT_STORED = (
    "This record holds signs that cannot be stored. Open the file in a text editor, retype the record, and try again."
)


@dataclass(frozen=True, slots=True)
class Added:
    """A work that is in the library now; `new` says whether it came in with this."""

    entry: Entry
    citation: Citation
    new: bool


def known(entries: Sequence[Entry]) -> list[Citation | None]:
    """The library's work for each entry, where it has one already."""
    return find_works([entry.work("").source for entry in entries])


def add(*, entries: Iterable[Entry], by: User, origin: str) -> Iterator[Added | Fault]:
    """Adds works in batches, each batch for itself, so that a long file holds no lock for long.

    `origin` is where facts in the entries are said to come from: a file's name, or that they were pasted. Raises
    PermissionDenied.
    """
    if not by.has_perm("citations.add_citation"):
        raise PermissionDenied("You may not add works to the library.")
    rest = iter(entries)
    while batch := list(islice(rest, BATCH)):
        yield from add_batch(entries=batch, origin=origin, trusted=corrections.may_correct(by))


def add_batch(*, entries: Sequence[Entry], origin: str, trusted: bool = False) -> list[Added | Fault]:
    """Adds a few works in one transaction, for callers that have checked who asks for it, and whether they may correct
    works that articles stand on (`trusted`).

    A record that the database will not have is a fault like one that cannot be read: the others come in. That is also
    what becomes of a work of which somebody else took the identifier in the same moment, on the second try: it is
    there then.
    """
    try:
        return _together(entries, origin, trusted)
    except REFUSED:
        rows: list[Added | Fault] = []
        for entry in entries:
            rows += _alone(entry, origin, trusted)
        return rows


def _alone(entry: Entry, origin: str, trusted: bool) -> list[Added | Fault]:
    try:
        return _together([entry], origin, trusted)
    except IntegrityError:
        return _together([entry], origin, trusted)
    except REFUSED as refused:
        logger.info("The record on line %s of %s was refused: %s", entry.line, origin, refused)
        return [Fault(entry.line, printable(entry.text[:300]), NOT_STORED)]


@transaction.atomic
def _together(entries: Sequence[Entry], origin: str, trusted: bool) -> list[Added | Fault]:
    works: list[tuple[Entry, Work]] = []
    result: list[Added | Fault] = []
    for entry in entries:
        try:
            works.append((entry, entry.work(origin)))
        except FactError as error:
            result.append(Fault(entry.line, entry.text[:300], str(error)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
    rows = add_works(works=[work for _, work in works], trusted=trusted)
    _note(zip((entry for entry, _ in works), (citation for citation, _ in rows), strict=True), origin)
    return result + [Added(entry, citation, new) for (entry, _), (citation, new) in zip(works, rows, strict=True)]


def _note(rows: Iterable[tuple[Entry, Citation]], origin: str) -> None:
    """Keeps what a reference or a record said beside what services say later."""
    now = timezone.now()
    if origin.strip().lower() in (EDITOR, PASTED, *SERVICES) and origin != PASTED:
        origin = f"file {origin}"  # whoever names a file so speaks for nobody
    said = {
        (citation.pk, name): RecordedFact(
            citation=citation,
            name=name,
            origin=origin[:40],
            value=value,
            recorded_at=now,
            evidence=f"Line {entry.line}",
        )
        for entry, citation in rows
        if entry.how in ("reference", "record")
        for name, value in {"csl": dict(entry.csl), **(entry.facts or {})}.items()
        if name in ("csl", *GRADING) and value is not None
    }
    insert(
        list(said.values()),
        on_conflict="(citation_id, name, origin) DO UPDATE SET value = EXCLUDED.value, "
        "recorded_at = EXCLUDED.recorded_at, evidence = EXCLUDED.evidence",
    )


def printable(text: str) -> str:
    """The text without signs that the database would refuse."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
