"""Questions that wait on somebody: asked, due, done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Ask, ThreadEntry
from articles.services import log
from articles.services.errors import NotAllowed, ServiceError, require
from articles.services.own_drafts import require_seen

FURTHEST = 366
"""Days ahead that something may be due [house]: what is due later belongs among the dates of next reviews."""


class NotTheirs(NotAllowed):
    """The question waits on somebody else."""


def need_day(due: date | None) -> None:
    """Raises ServiceError for a day that has passed or lies more than a year ahead."""
    if due is None:
        return
    today = timezone.localdate()
    if due < today:
        raise ServiceError("That day has passed. Choose today or a later day.")
    if (due - today).days > FURTHEST:
        raise ServiceError("That day is more than a year ahead. Choose an earlier one.")


def ask(
    entry: ThreadEntry, *, kind: str, by: User | None, people: Iterable[User] = (), part: str = "", due: date | None
) -> list[User]:
    """Makes what `entry` says wait on each of `people` (not on who asks), or on whoever may do `part`."""
    asked = [person for person in {person.pk: person for person in people}.values() if by is None or person.pk != by.pk]
    shared: dict[str, Any] = {"thread": entry.thread, "entry": entry, "kind": kind, "asked_by": by, "due": due}
    rows = [Ask(person=person, **shared) for person in asked] or ([Ask(part=part, **shared)] if part else [])
    Ask.objects.bulk_create(rows)
    return asked


def finish(which: Q, by: User | None) -> int:
    """Ends open questions; how many."""
    return int(Ask.objects.open().filter(which).update(done_at=timezone.now(), done_by=by))


@transaction.atomic
def settle(*, ask: Ask, by: User) -> None:
    """Says that a question is done. Whoever it waits on or asked it may, and editors."""
    require(by, "add_threadentry", "settle questions")
    require_seen(ask.thread.article, by)
    _need_a_part_in(ask, by)
    if finish(Q(pk=ask.pk), by):
        log.record(action="ask-done", by=by, article=ask.thread.article, data={"ask": ask.pk, "kind": ask.kind})


@transaction.atomic
def set_due(*, ask: Ask, by: User, due: date | None) -> None:
    """Sets, or takes away, the day on which an answer is due. Whoever asked it may, and editors."""
    require(by, "add_threadentry", "set due dates")
    require_seen(ask.thread.article, by)
    if ask.asked_by_id != by.pk and not by.has_perm("articles.review_article"):
        raise NotTheirs("Whoever asked sets the day, or an editor.")
    need_day(due)
    before = ask.due
    ask.due = due
    ask.save(update_fields=["due"])
    data = {"ask": ask.pk, "before": before.isoformat() if before else None, "after": due.isoformat() if due else None}
    log.record(action="due-changed", by=by, article=ask.thread.article, data=data)


def _need_a_part_in(ask: Ask, by: User) -> None:
    own = by.pk in (ask.person_id, ask.asked_by_id) or (ask.part and by.has_perm(f"articles.{ask.part}"))
    if not own and not by.has_perm("articles.review_article"):
        raise NotTheirs("This waits on somebody else. Whoever it waits on or asked it settles it, or an editor.")


def without(people: Sequence[User], by: User | None) -> list[User]:
    return [person for person in people if by is None or person.pk != by.pk]
