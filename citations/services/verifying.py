"""Asks services whether works exist and are what is written of them; takes over what an editor chooses of the answer.

A work is put on the list when it comes into the library, with what was written of it, before services fill the record
in. A verdict is looked at again by itself: a DOI may be registered, and a record corrected, any day. Asking happens
outside of transactions; running twice does no harm.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from celery import current_app
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from citations.lookups.session import Session, session
from citations.models import Citation, Verification
from citations.services import corrections, editor_facts
from citations.services.bulk_insert import insert
from citations.services.editor_facts import Refusal, may_edit
from citations.services.record_matching import IDENTIFIERS, UNTITLED
from citations.verification.verifying import Verified, verify
from evidence.context import Verdict
from evidence.references.parsing import parse_with_doubts
from evidence.verifying.works import Work

logger = logging.getLogger(__name__)

TASK = "citations.tasks.verify_work"
LEASE = timedelta(minutes=15)
"""How long a task has before the sweep takes its message for lost."""
AGAIN: Mapping[str, int] = {
    Verdict.AGREES: 60,
    Verdict.DIFFERS: 30,
    Verdict.OTHER_WORK: 7,
    Verdict.UNREGISTERED: 3,
    Verdict.NOT_FOUND: 7,
    Verdict.CANNOT_TELL: 60,
}
"""Days after which a verdict is looked at anew; those that accuse soonest [house]."""
BACK_OFF = (10, 60, 240, 1440)
"""Minutes until silent services are asked again [house]."""
SENT_AT_ONCE = 50
TAKEN_OVER: Mapping[str, str] = {
    "title": "title",
    "first author": "families",
    "authors": "families",
    "year": "year",
    "journal": "container",
}
"""Fields of a verdict, and the fact of the work that each is taken over into."""


def start(citations: Sequence[Citation]) -> None:
    """Puts new works on the list, with what is written of them now."""
    if not settings.LOOKUPS:
        return
    now = timezone.now()
    few = len(citations) <= SENT_AT_ONCE
    rows = [
        Verification(citation=one, written=_written(one), raw=one.raw, next_at=now + LEASE if few else now)
        for one in citations
    ]
    insert(rows, on_conflict="DO NOTHING")
    if few:
        ids = [one.pk for one in citations]
        transaction.on_commit(lambda: _send(ids), robust=True)


def put_on_schedule(*, now: datetime, most: int) -> int:
    """Puts works that articles use and that nobody has asked about yet on the list; how many."""
    used = Citation.objects.filter(article_citations__isnull=False).values("pk")
    new = list(Citation.objects.filter(pk__in=used, verification=None).order_by("pk")[:most])
    rows = [Verification(citation=one, written=_written(one), raw=one.raw, next_at=now) for one in new]
    Verification.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)


def send_due(*, now: datetime, most: int) -> int:
    """Sends a task for each work whose time has come; how many. Raises when the broker is away."""
    with transaction.atomic():
        due = Verification.objects.select_for_update(skip_locked=True).due(now).order_by("next_at", "pk")
        ids = list(due.values_list("citation_id", flat=True)[:most])
        Verification.objects.filter(citation_id__in=ids).update(next_at=now + LEASE)
    _send(ids)
    return len(ids)


def ask_again(*, citation: Citation, by: User) -> bool:
    """Asks about a work anew; False where look-ups are turned off. Raises PermissionDenied."""
    may_edit(by)
    if not settings.LOOKUPS:
        return False
    _rewrite(citation)
    return True


def rewritten(*, citation: Citation) -> None:
    """Somebody has changed what is written of a work: the verdict on what stood there before is none any more."""
    if settings.LOOKUPS:
        _rewrite(citation)


def _rewrite(citation: Citation) -> None:
    now = timezone.now()
    Verification.objects.update_or_create(
        citation=citation,
        defaults={
            "written": _written(citation),
            "raw": "" if Verification.objects.filter(citation=citation).exists() else citation.raw,
            "state": Verification.State.WAITING,
            "attempts": 0,
            "next_at": now + LEASE,
        },
    )
    transaction.on_commit(lambda: _send([citation.pk]), robust=True)


def verify_work(*, citation_id: int, using: Session | None = None) -> None:
    """Asks about one work and writes the verdict down; articles are read again where it changed."""
    row = Verification.objects.filter(citation_id=citation_id).first()
    if row is None:
        return  # deleted or merged since
    told = verify(_work_of(row), using or session())
    with transaction.atomic():
        locked = Verification.objects.select_for_update().filter(pk=row.pk).first()
        if locked is None or (locked.written, locked.raw) != (row.written, row.raw):
            return  # it was rewritten meanwhile; another task asks about what stands there now
        changed = _take_in(locked, told)
        if changed:
            work = Citation.objects.filter(pk=citation_id).first()
            if work is not None:
                work.save(update_fields=["updated_at"])  # tells the articles that stand on it


def _take_in(row: Verification, told: Verified) -> bool:
    """Whether the verdict is another than before. A verdict is never lost to services that are silent now."""
    verdict, now = told.verification, timezone.now()
    row.asked_at = now
    if verdict.silent and verdict.verdict is Verdict.CANNOT_TELL:
        row.attempts += 1
        minutes = BACK_OFF[min(row.attempts, len(BACK_OFF)) - 1] * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
        row.next_at, row.state = now + timedelta(minutes=minutes), Verification.State.FAILED
        if row.verdict != Verdict.NOT_ASKED:
            row.save(update_fields=["asked_at", "attempts", "next_at", "state"])
            return False
    else:
        row.attempts, row.state = 0, Verification.State.ANSWERED
        row.next_at = now + timedelta(days=AGAIN.get(verdict.verdict, 60))
    before = row.told()
    row.verdict, row.fields = verdict.verdict.value, [list(field) for field in verdict.fields]
    row.identifier, row.proposal, row.reason = verdict.identifier[:310], verdict.proposal[:310], verdict.reason[:300]
    row.services, row.silent, row.day = list(verdict.services), list(verdict.silent), verdict.day
    row.record = dict(told.record or {})
    row.save()
    after = row.told()
    return (before.verdict, before.fields, before.proposal) != (after.verdict, after.fields, after.proposal)


@transaction.atomic
def take_over(*, citation: Citation, by: User) -> list[str]:
    """Takes the fields that differ over from the record, as an editor's answers; their names.

    Raises PermissionDenied, and Refusal where there is nothing to take over.
    """
    corrections.require(by)
    row = Verification.objects.select_for_update().filter(citation=citation).first()
    if row is None or row.verdict != Verdict.DIFFERS or not row.record:
        raise Refusal("There is nothing to take over: the reference does not differ from a record.")
    taken = []
    for name in dict.fromkeys(TAKEN_OVER[field] for field, _, _ in row.fields if field in TAKEN_OVER):
        if value := _recorded(row.record, name):
            editor_facts.set_fact(citation=citation, name=name, value=value, reason=_why(row), by=by)
            taken.append(name)
    locked = Citation.objects.select_for_update().get(pk=citation.pk)
    changes: dict[str, list[Any]] = {}
    for field, part in (("volume", "volume"), ("pages", "page")):
        if any(field == name for name, _, _ in row.fields) and row.record.get(part):
            changes[field] = [(locked.csl or {}).get(part), row.record[part]]
            locked.csl = {**(locked.csl or {}), part: row.record[part]}
    locked.save()
    corrections.tell(locked, by=by, changes=changes, reason=_why(row))
    if row.proposal:
        _set_identifier(locked, row, by)
    _rewrite(locked)
    return [*taken, *changes]


@transaction.atomic
def use_identifier(*, citation: Citation, by: User) -> str:
    """Gives a work the identifier that fits what is written of it; the identifier.

    Raises PermissionDenied, and Refusal where none is proposed or another work of the library has it.
    """
    if not corrections.may_change(citation, by):
        raise PermissionDenied("You may not correct works that articles stand on. Ask an editor.")
    row = Verification.objects.select_for_update().filter(citation=citation).first()
    if row is None or not row.proposal:
        raise Refusal("No identifier is proposed for this work.")
    locked = Citation.objects.select_for_update().get(pk=citation.pk)
    _set_identifier(locked, row, by)
    _rewrite(locked)
    return str(row.proposal)


def _set_identifier(citation: Citation, row: Verification, by: User) -> None:
    """Puts the identifier that fits in the place of the one that does not."""
    name, _, value = row.proposal.partition(":")
    if name not in IDENTIFIERS:
        raise Refusal("This kind of identifier cannot be recorded here.")
    other = Citation.objects.filter(**{name: value}).exclude(pk=citation.pk).first()
    if other is not None:
        raise Refusal(f"Number {other.pk} of the library has this identifier: “{other.title[:100]}”. Merge the two.")
    changes = {name: [getattr(citation, name), value]}
    wrong, _, written = row.identifier.partition(":")
    if wrong in IDENTIFIERS and wrong != name and getattr(citation, wrong) == written:
        changes[wrong] = [written, None]
        setattr(citation, wrong, None)
    setattr(citation, name, value)
    kept = {part: held for part, held in (citation.csl or {}).items() if part not in (wrong.upper(), "URL")}
    citation.csl = {**kept, name.upper(): value}
    citation.compared = ""
    citation.save()
    corrections.tell(citation, by=by, changes=changes, reason=_why(row))


def _why(row: Verification) -> str:
    return f"Taken over from the record ({', '.join(row.services)}, {row.day or timezone.localdate()})."


def _recorded(record: Mapping[str, Any], name: str) -> Any:
    if name == "families":
        people = record.get("author") or record.get("editor") or ()
        return [str(one.get("family") or one.get("literal")) for one in people if isinstance(one, dict)]
    if name == "year":
        parts = (record.get("issued") or {}).get("date-parts") or [[]]
        return str(parts[0][0]) if parts and parts[0] else ""
    return str(record.get("container-title" if name == "container" else name) or "")


def _written(citation: Citation) -> dict[str, Any]:
    """What is written of a work now, its identifiers included."""
    csl = {name: value for name, value in (citation.csl or {}).items() if name not in ("abstract", "custom")}
    if not csl.get("title") and not citation.title.endswith(UNTITLED):
        csl["title"] = citation.title
    known = {"DOI": citation.doi, "PMID": citation.pmid, "PMCID": citation.pmcid, "ISBN": citation.isbn}
    for name, value in known.items():
        csl.pop(name, None)
        if value:
            csl[name] = value
    return csl | ({"arXiv": citation.arxiv} if citation.arxiv else {}) | ({"NCT": citation.nct} if citation.nct else {})


def _work_of(row: Verification) -> Work:
    doubtful = parse_with_doubts(row.raw)[1] if row.raw else ()
    extra = {"arxiv": str(row.written.get("arXiv") or ""), "nct": str(row.written.get("NCT") or "")}
    return Work(row.written, row.raw, tuple(doubtful), extra)


def _send(ids: Iterable[int]) -> None:
    for pk in ids:
        current_app.send_task(TASK, kwargs={"citation_id": pk})
