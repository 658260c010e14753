"""Completes works from Crossref, PubMed and OpenAlex.

Which services are asked follows from what is known of a work; each has a row in `Lookup` that says how far that is.
Asking happens outside of transactions, and each answer is written down in one of its own, so that an outage at the
second service costs nothing of what the first one said. Running twice does no harm.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from celery import current_app
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Count, F, Q
from django.utils import timezone

from citations.lookups.errors import Malformed, NoAnswer, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session, session
from citations.models import Citation, Lookup, Service
from citations.services.bulk_insert import insert
from citations.services.lookup_answers import take_in
from citations.services.lookup_plan import known_by, question, services_for
from citations.services.status import update_status

logger = logging.getLogger(__name__)

BACK_OFF = (5, 30, 120, 480, 1440)
"""Minutes until a service that gave no answer is asked again; the last holds for all later times [house]."""
MOST_ATTEMPTS = 14
"""About ten days of trying. After that an editor has to ask."""
LEASE = timedelta(minutes=15)
"""How long a task has for a work before the sweep takes the message for lost and sends another."""
SENT_AT_ONCE = 50
LONGEST_RUN = 120.0
"""Seconds after which a task begins no further service: below the time limit that Celery sets."""

TASK, SWEEP = "citations.tasks.complete_work", "citations.tasks.complete_waiting"
OPEN = (Lookup.State.WAITING, Lookup.State.FAILED)


def start(citations: Sequence[Citation]) -> None:
    """Puts works on the list of those to be completed; they are asked about as soon as the transaction is through."""
    if not settings.LOOKUPS:
        return
    now = timezone.now()
    few = len(citations) <= SENT_AT_ONCE
    rows = [
        Lookup(citation=citation, service=service, next_at=now + LEASE if few else now)
        for citation in citations
        for service in services_for(citation)
    ]
    insert(rows, on_conflict="DO NOTHING")
    ids = sorted({row.citation_id for row in rows})
    if few:
        transaction.on_commit(lambda: _send(ids), robust=True)
    elif ids:
        transaction.on_commit(_sweep, robust=True)


def ask_again(*, citation: Citation) -> int:
    """Asks every service anew, whatever it said before; how many will be asked."""
    now = timezone.now()
    with transaction.atomic():
        start([citation])
        changed = citation.lookups.update(
            state=Lookup.State.WAITING, attempts=0, next_at=now + LEASE, asked_at=None, message=""
        )
        transaction.on_commit(lambda: _send([citation.pk], fresh=True), robust=True)
    return changed


def put_on_list(*, citations: Sequence[Citation]) -> set[int]:
    """Puts many works on the list of those to be asked about; the keys of those that some service can be asked about.

    The sweep sends them on their way by and by. Answers kept for others, a day old at most, serve here too.
    """
    now = timezone.now()
    rows = [
        Lookup(citation=citation, service=service, next_at=now)
        for citation in citations
        for service in services_for(citation)
    ]
    insert(rows, on_conflict="DO NOTHING")
    held = Lookup.objects.filter(citation__in=citations)
    held.update(state=Lookup.State.WAITING, attempts=0, next_at=now, asked_at=None, message="")
    if len(citations) < SENT_AT_ONCE:  # a few, or the last of many; the clock sends the sweep for the others
        transaction.on_commit(_sweep, robust=True)
    return set(held.values_list("citation_id", flat=True))


def send_due(*, now: datetime, most: int) -> int:
    """Sends a task for each work that a service should be asked about now; how many. Raises when the broker is away."""
    with transaction.atomic():
        due = list(
            Lookup.objects.select_for_update(skip_locked=True)
            .filter(state__in=OPEN, next_at__lte=now)
            .order_by("next_at", "pk")[: most * len(Service.values)]
        )
        ids = sorted({row.citation_id for row in due})[:most]
        Lookup.objects.filter(citation_id__in=ids, state__in=OPEN, next_at__lte=now).update(next_at=now + LEASE)
    _send(ids)
    return len(ids)


def under_way(now: datetime) -> int:
    """Works whose tasks were sent and have not come to an answer of every service yet."""
    sent = Lookup.objects.filter(state=Lookup.State.WAITING, next_at__gt=now)
    return sent.aggregate(works=Count("citation_id", distinct=True))["works"] or 0


def _send(ids: Iterable[int], *, fresh: bool = False) -> None:
    for pk in ids:
        current_app.send_task(TASK, kwargs={"citation_id": pk, "fresh": fresh})


def _sweep() -> None:
    current_app.send_task(SWEEP)


def complete_work(
    *,
    citation_id: int,
    fresh: bool = False,
    using: Session | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Asks the services that have not answered yet about one work, and takes in what they say.

    `fresh` passes over answers that are kept for others. A service that fails is asked again later; nothing that it
    was to say is taken for said.
    """
    asking, began = using or session(), clock()
    asked: dict[str, str] = {}
    before: datetime | None = None
    while clock() - began < LONGEST_RUN:
        citation = Citation.objects.filter(pk=citation_id).first()
        if citation is None:
            return  # deleted or merged since
        _open_new(citation)
        lookup = _next(citation, asked)
        if lookup is None:
            break
        before = before or citation.updated_at
        asked[lookup.service] = "" if lookup.service in asked else known_by(citation)
        _ask(citation, lookup, asking, fresh)
    update_status(citation_id)
    if asked:
        _tell(citation_id, before)


def _tell(citation_id: int, before: datetime | None) -> None:
    """Saves a work that has changed, so that the articles which stand on it are read again, once."""
    citation = Citation.objects.filter(pk=citation_id).first()
    if citation is not None and citation.updated_at != before:
        citation.save(update_fields=["updated_at"])


def _open_new(citation: Citation) -> None:
    """Rows for services that can be asked only now that an identifier has been learnt."""
    wanted = set(services_for(citation)) - set(citation.lookups.values_list("service", flat=True))
    Lookup.objects.bulk_create(
        [Lookup(citation=citation, service=name, next_at=timezone.now()) for name in wanted], ignore_conflicts=True
    )


def _next(citation: Citation, asked: Mapping[str, str]) -> Lookup | None:
    """The next service to ask: one that waits, or once more one that did not know the work by what was known then.

    `asked` are the services of this run with the identifiers they were asked by, "" for those asked twice.
    """
    rows = {row.service: row for row in citation.lookups.all()}
    for service in services_for(citation):
        row, by = rows.get(service), asked.get(service)
        if row is None:
            continue
        if by is None and row.state in OPEN:
            return row
        if by and row.state == Lookup.State.NOT_FOUND and by != known_by(citation):
            return row
    return None


def _ask(citation: Citation, lookup: Lookup, asking: Session, fresh: bool) -> None:
    now = timezone.now()
    Lookup.objects.filter(pk=lookup.pk).update(asked_at=now, attempts=F("attempts") + 1, next_at=now + LEASE)
    lookup.refresh_from_db()
    try:
        found = question(citation, lookup.service, asking, fresh)
        message = _take_in(citation.pk, found)
    except NotFound as answer:
        _settle(lookup, Lookup.State.NOT_FOUND, str(answer), answered=timezone.now())
    except NoAnswer as problem:
        _put_off(lookup, problem)
    except (OperationalError, InterfaceError, SoftTimeLimitExceeded):
        raise  # nothing to do with the answer: the task is tried again, or has had its time
    except Exception:
        # A record of a form that nobody foresaw must cost neither the other services nor all later tasks.
        logger.exception("The answer of %s about work %s could not be used", lookup.service, citation.pk)
        _put_off(lookup, Malformed("Its answer could not be used. Whoever runs the site finds more in the log."))
    else:
        _settle(lookup, Lookup.State.FOUND, message, answered=found.at)


def _take_in(citation_id: int, found: Found) -> str:
    """Writes an answer down; twice where somebody else took an identifier in the same moment."""
    for last in (False, True):
        try:
            return take_in(citation_id=citation_id, found=found)
        except IntegrityError:
            if last:
                raise
    return ""


def _settle(lookup: Lookup, state: str, message: str, *, answered: datetime) -> None:
    Lookup.objects.filter(pk=lookup.pk).update(
        state=state, message=message[:300], answered_at=answered, next_at=None, attempts=0
    )


def _put_off(lookup: Lookup, problem: NoAnswer) -> None:
    """No answer: the row says why, and when the service is asked again, if ever by itself."""
    message, next_at = str(problem), None
    if lookup.attempts < MOST_ATTEMPTS:
        minutes = BACK_OFF[min(lookup.attempts, len(BACK_OFF)) - 1]
        seconds = max(minutes * 60 * random.uniform(0.8, 1.2), problem.wait or 0)  # noqa: S311 - no secret
        next_at = timezone.now() + timedelta(seconds=seconds)
    else:
        message = f"{message} Given up after {lookup.attempts} times; ask again when the service is back."
    Lookup.objects.filter(pk=lookup.pk).update(state=Lookup.State.FAILED, message=message[:300], next_at=next_at)
    logger.info("No answer about work %s: %s", lookup.citation_id, problem)


def look_again(*, now: datetime, most: int) -> int:
    """Puts works that articles use on the list again whose answers have grown old; how many rows.

    Notices come years after a work; what a service said of it once is good for as long as the setting says.
    """
    if not (settings.LOOKUPS and settings.LOOKUP_REFRESH_DAYS):
        return 0
    old = Lookup.objects.filter(
        state__in=(Lookup.State.FOUND, Lookup.State.NOT_FOUND),
        answered_at__lt=now - timedelta(days=settings.LOOKUP_REFRESH_DAYS),
        citation__in=Citation.objects.filter(article_citations__isnull=False).values("pk"),
    )
    ids = list(old.order_by("answered_at", "pk").values_list("pk", flat=True)[:most])
    return Lookup.objects.filter(pk__in=ids).update(state=Lookup.State.WAITING, attempts=0, next_at=now)


def progress(citation: Citation) -> Mapping[str, Any]:
    """How far completing a work is: its rows in the order of asking, and whether a task is still at it."""
    order = {name: place for place, name in enumerate(Service.values)}
    rows = sorted(citation.lookups.all(), key=lambda row: order.get(row.service, len(order)))
    busy = any(row.state == Lookup.State.WAITING for row in rows)
    return {"rows": rows, "busy": busy, "state": "asking" if busy else "settled"}


def waiting() -> int:
    """Works that some service has not answered about."""
    return Lookup.objects.filter(Q(state__in=OPEN)).values("citation_id").distinct().count()
