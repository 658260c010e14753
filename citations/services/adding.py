"""Adds works that were recognised, each once, in batches.

Reading (`recognising`) and adding are two steps, so that what was read can be seen before anything is saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from citations.models import Citation, RecordedFact
from citations.services.facts import GRADING
from citations.services.recognising import FORMATS, Entry, Fault, read_file, read_pasted
from citations.services.works import Work, add_works, find_works
from evidence.sources import FactError

__all__ = ["FORMATS", "Added", "Entry", "Fault", "add", "known", "read_file", "read_pasted"]

BATCH = 200


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
        works: list[tuple[Entry, Work]] = []
        for entry in batch:
            try:
                works.append((entry, entry.work(origin)))
            except FactError as error:
                yield Fault(entry.line, entry.text[:300], str(error))
        rows = add_works(works=[work for _, work in works])
        _note(zip((entry for entry, _ in works), (citation for citation, _ in rows), strict=True), origin)
        for (entry, _), (citation, new) in zip(works, rows, strict=True):
            yield Added(entry, citation, new)


def _note(rows: Iterable[tuple[Entry, Citation]], origin: str) -> None:
    """Keeps what a reference or a record said beside what services say later."""
    now = timezone.now()
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
        if name in ("csl", *GRADING)
    }
    RecordedFact.objects.bulk_create(
        said.values(),
        update_conflicts=True,
        unique_fields=["citation", "name", "origin"],
        update_fields=["value", "recorded_at", "evidence"],
    )
