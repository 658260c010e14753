"""One act on many works: chosen in the list, kept by number, worked off in the background.

A further act is one entry: `register(Act("check-links", "Check the addresses", "citations.change_citation", check))`,
where `check(works, by, asked)` does it for a few works, within a transaction, and yields those refused with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from citations.models import Batch, BatchFault, BatchWork, Citation
from citations.services import batches, editor_facts, metadata_completion, verifying
from citations.services.corrections import CORRECT

AT_ONCE = 50
"""Works in a piece."""
GONE = "This work is no longer in the library."
NOT_ASKED = "No service can be asked: record a DOI, a PMID, or title, author and year first."

Doing = Callable[[Sequence[Citation], User, Mapping[str, Any]], Iterable[tuple[Citation, str]]]


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done to many works: its name, its words in the list of actions, who may, and how.

    `asks` says that something has to be filled in before it starts; `check` refuses what was filled in.
    """

    name: str
    label: str
    permission: str
    do: Doing
    asks: bool = False
    check: Callable[[Mapping[str, Any]], None] | None = None


ACTS: dict[str, Act] = {}
"""The acts that the list of works offers, by name, in order."""


def register(act: Act) -> None:
    ACTS[act.name] = act


@transaction.atomic
def choose(*, act: str, works: QuerySet[Citation], by: User) -> Batch:
    """Keeps the works of a query for an act. They go from table to table within the database, however many they are.

    Raises PermissionDenied and, where there is nothing to do it to, editor_facts.Refusal.
    """
    chosen = ACTS[act]
    _require(chosen, by)
    if act in ("ask-again", "verify") and not settings.LOOKUPS:
        raise editor_facts.Refusal("Look-ups are turned off on this site (LOOKUPS).")
    batch: Batch = Batch.objects.create(kind=act, title=chosen.label.rstrip("…"), by=by, state=Batch.State.CHOSEN)
    ids = Citation.objects.filter(pk__in=works.order_by().values("pk")).order_by().values("pk")
    query, values = ids.query.sql_with_params()
    table = connection.ops.quote_name(BatchWork._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (batch_id, work_id) SELECT %s, chosen.* FROM ({query}) AS chosen",  # noqa: S608
            [batch.pk, *values],
        )
        batch.size = cursor.rowcount
    if not batch.size:
        raise editor_facts.Refusal("No work was chosen.")
    batch.save(update_fields=["size"])
    return batch


@transaction.atomic
def start(*, batch: Batch, by: User, asked: Mapping[str, Any] | None = None) -> Batch:
    """Begins an act on the works that `by` chose. Raises PermissionDenied and editor_facts.Refusal."""
    act = ACTS[batch.kind]
    _require(act, by)
    if batch.by_id != by.pk:
        raise PermissionDenied("Somebody else has chosen these works.")
    if act.check is not None:
        act.check(asked or {})
    locked: Batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if locked.state != Batch.State.CHOSEN:
        raise editor_facts.Refusal("This was started already.")
    locked.state, locked.asked, locked.moved_at = Batch.State.WAITING, dict(asked or {}), timezone.now()
    locked.save(update_fields=["state", "asked", "moved_at"])
    batches.send(locked)
    return locked


def _require(act: Act, by: User) -> None:
    if not by.has_perm(act.permission):
        raise PermissionDenied("You may not change works of the library.")


def pieces(batch: Batch) -> Iterator[batches.Piece]:
    """The works that are left, some at a time, in the order of their numbers."""
    act, by = ACTS.get(batch.kind), batch.by
    if act is None:
        raise batches.Stopped("This release does not know how to do this.")
    if by is None or not by.has_perm(act.permission):
        raise batches.Stopped("Whoever started this may no longer change works of the library.")
    while True:
        left = BatchWork.objects.filter(batch=batch, work_id__gt=batch.place).order_by("work_id")
        ids = list(left.values_list("work_id", flat=True)[:AT_ONCE])
        if not ids:
            return
        yield partial(_act_on, act=act, by=by, ids=ids)


def _act_on(batch: Batch, *, act: Act, by: User, ids: Sequence[int]) -> None:
    held = Citation.objects.in_bulk(ids)
    refused: list[tuple[Citation | None, str]] = [(None, GONE) for pk in ids if pk not in held]
    refused += act.do([held[pk] for pk in ids if pk in held], by, batch.asked)
    BatchFault.objects.bulk_create(
        BatchFault(batch=batch, work=work, text=work.title[:300] if work else "", reason=reason[:500])
        for work, reason in refused[: max(0, batches.FAULTS_KEPT - batch.refused)]
    )
    batch.changed += len(ids) - len(refused)
    batch.refused += len(refused)
    batch.passed += len(ids)
    batch.place = ids[-1]


def _ask_again(works: Sequence[Citation], by: User, asked: Mapping[str, Any]) -> Iterator[tuple[Citation, str]]:
    known = metadata_completion.put_on_list(citations=works)
    return ((work, NOT_ASKED) for work in works if work.pk not in known)


def _verify(works: Sequence[Citation], by: User, asked: Mapping[str, Any]) -> Iterator[tuple[Citation, str]]:
    for work in works:
        verifying.ask_again(citation=work, by=by)
    return iter(())


def _set_fact(works: Sequence[Citation], by: User, asked: Mapping[str, Any]) -> Iterator[tuple[Citation, str]]:
    for work in works:
        try:
            editor_facts.set_fact(
                citation=work, name=asked["name"], value=asked["value"], reason=asked["reason"], by=by
            )
        except editor_facts.Refusal as refusal:
            yield work, str(refusal)


def _check_fact(asked: Mapping[str, Any]) -> None:
    editor_facts.check(name=asked.get("name", ""), value=asked.get("value"), reason=asked.get("reason", ""))


register(Act("ask-again", "Ask the services again", "citations.change_citation", _ask_again))
register(Act("verify", "Ask whether they exist", "citations.change_citation", _verify))
register(Act("set-fact", "Set a fact…", CORRECT, _set_fact, asks=True, check=_check_fact))
