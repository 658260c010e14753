"""Watches the library for retractions: takes lists of notices in, and sweeps all works in set-based SQL.

Notices of Crossref and PubMed reach the same table when a work is completed. A sweep joins the table with the library
by DOI and PMID; works without a notice are not rewritten, since a library of a million works would be written anew for
each list. That they were looked for follows from the day of the last whole list (`status_of`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from citations.models import Citation, Notice, NoticeList, Status
from citations.services import retraction_sql
from citations.services.notice_files import NoticeRow, Unread, read_notices

if TYPE_CHECKING:
    from _typeshed import StrPath

WHOLE_LIST = 30_000
"""Rows from which a list counts as the whole of Retraction Watch, which held 57,553 in 2026 [house].

A work that is missing in a part of the list was not looked for."""
_SHRUNK = 0.9
"""A list much shorter than the last one is a part of it or a broken download [house]."""
_TOLD = 20


class Incomplete(ValueError):
    """The list cannot be the whole one; the message says why and what to do."""


@dataclass(slots=True)
class Import:
    """What became of a list: notices read, new and changed ones, and the first rows that could not be used."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unread: int = 0
    examples: list[Unread] = field(default_factory=list)
    complete: bool = False
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A work whose status a sweep changed."""

    citation_id: int
    before: str
    after: str


@transaction.atomic
def import_notices(*, path: StrPath, as_of: date, whole: bool | None = None) -> Import:
    """Takes a list of notices in; running it twice changes nothing the second time.

    `as_of` is the day the list was drawn up. `whole` says whether it is the whole list: None lets its length tell.
    Raises NotAList where the file is none, and Incomplete where it should be whole and is much shorter than the last.
    """
    file = Path(path)
    result = Import(as_of=as_of)
    with connection.cursor() as cursor:
        cursor.execute(retraction_sql.EMPTY)
        with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            _stage(cursor, read_notices(lines), result)
        result.complete = _is_whole(result.read, whole)
        cursor.execute(retraction_sql.CHANGED)
        result.changed = int(cursor.fetchone()[0])
        cursor.execute(retraction_sql.NEW)
        result.new = cursor.rowcount
        # Without fresh figures on tens of thousands of new rows the next step is planned as if there were none.
        cursor.execute("ANALYZE citations_notice")
        cursor.execute(retraction_sql.SUPERSEDED)
        cursor.execute(retraction_sql.EMPTY)
    NoticeList.objects.create(
        source=Notice.Source.RETRACTION_WATCH,
        name=file.name[:200],
        sha256=_sha256(file),
        rows=result.read,
        as_of=as_of,
        complete=result.complete,
    )
    return result


def _stage(cursor: Any, rows: Iterable[NoticeRow | Unread], result: Import) -> None:
    """A record that stands twice comes in once; where it names another work the second time, as a record of its own."""
    seen: dict[tuple[str, str], set[tuple[str, str]]] = {}
    with cursor.copy(retraction_sql.COPY) as copy:
        for row in rows:
            if isinstance(row, Unread):
                result.unread += 1
                if len(result.examples) < _TOLD:
                    result.examples.append(row)
                continue
            result.read += 1
            works = seen.setdefault((row.record, row.kind), set())
            if (row.doi, row.pmid) in works:
                continue
            if works:
                row = replace(row, record=f"{row.record} {row.doi or row.pmid}"[:300])
            works.add((row.doi, row.pmid))
            copy.write_row([*(getattr(row, name) for name in retraction_sql.STAGED[:-1]), list(row.reasons)])


def _is_whole(rows: int, whole: bool | None) -> bool:
    if whole is False:
        return False
    last = NoticeList.objects.filter(complete=True).first()
    if last and rows < last.rows * _SHRUNK:
        if whole is None and rows < WHOLE_LIST:
            return False
        raise Incomplete(
            f"The list holds {rows:,} notices, the one of {last.as_of} held {last.rows:,}. It seems cut short: "
            "fetch it again, or import it as a part of the list (--part)."
        )
    return rows >= WHOLE_LIST if whole is None else True


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@transaction.atomic
def sweep(*, today: date, only: Sequence[int] | None = None) -> list[Change]:
    """Brings the status of all works (or `only` these) up to the notices held; those whose status changed.

    A graver status is never taken back but by a notice that reinstates the work. What an editor decided stands until
    a notice arrives that the editor could not know.
    """
    with connection.cursor() as cursor:
        cursor.execute(retraction_sql.SWEEP, {"today": today, "only": list(only) if only is not None else None})
        return [Change(*row) for row in cursor.fetchall() if row[1] != row[2]]


def watched_on() -> date | None:
    """The day of the last whole list of notices, or None where none was read."""
    return NoticeList.objects.filter(complete=True).values_list("as_of", flat=True).first()


def status_of(citation: Citation, watched: date | None) -> tuple[str, date | None, str]:
    """Status, day and sources as people may be told them. `watched` is `watched_on()`, asked once for many works.

    A work with a DOI or PMID that no notice names was looked for in the last whole list, so "none found" as of its
    day; an outage or a missing identifier leaves "not checked". Who was asked on another day than the one told of
    stands among the sources with that day.
    """
    quiet = citation.status in (Status.NOT_CHECKED, Status.NONE_FOUND)
    if not (quiet and watched and (citation.doi or citation.pmid)):
        return citation.status, citation.status_checked, citation.status_sources
    name = Notice.Source.RETRACTION_WATCH.label
    if citation.status == Status.NOT_CHECKED:
        return Status.NONE_FOUND.value, watched, name
    asked = ", ".join(part for part in citation.status_sources.split(", ") if part and part != name)
    checked = citation.status_checked
    if checked is None or (watched >= checked and not asked):
        return Status.NONE_FOUND.value, watched, name
    if not asked:
        return Status.NONE_FOUND.value, checked, citation.status_sources  # somebody looked later and does not say where
    if watched > checked:
        return Status.NONE_FOUND.value, watched, f"{name}, {on_a_day(asked, checked)}"
    if watched < checked:
        return Status.NONE_FOUND.value, checked, f"{asked}, {on_a_day(name, watched)}"
    return Status.NONE_FOUND.value, checked, f"{name}, {asked}"


def on_a_day(name: str, day: date) -> str:
    """ "20 February 2026 in Crossref", to stand behind "checked 3 March 2026 in PubMed, "."""
    return f"{day.day} {day:%B %Y} in {name}"
