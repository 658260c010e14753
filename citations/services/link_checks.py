"""Looks whether the addresses of works answer: when, how often, and what follows.

Two failures at least a week apart, and nothing better between them, make an address dead; one answer brings it back.
Looking happens outside of transactions, what was seen is written down in one, and only for the address that was asked.
Running twice does no harm.
"""

from __future__ import annotations

import logging
import random
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from celery import current_app
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone

from citations.links.checking import LinkChecker, PutOff, link_checker
from citations.links.outcomes import Outcome, Seen, Trouble
from citations.models import Citation, LinkCheck, RecordedFact
from citations.services.editor_facts import may_edit

logger = logging.getLogger(__name__)

APART = timedelta(days=7)
"""How far apart two failures must be at least: shorter outages and repairs pass by themselves [house]."""
SOON = timedelta(days=1)
"""When a site is asked again that wanted us to come back later, and when our own network was the matter [house]."""
LEASE = timedelta(hours=1)
"""How long a task has before the sweep takes its message for lost. A look within this time is not repeated."""
RUN = timedelta(minutes=10)
"""How far apart the runs of the sweep are."""
EACH_HOST_A_RUN, APART_ON_A_HOST = 20, 10
"""How many addresses of one host a run sends at most, and how many seconds apart they are asked [house]."""
FORMER_KEPT = 10

TASK = "citations.tasks.check_link"
WORD = "link_dead"
"""The name under which an editor's own word on an address is recorded."""


# --- When --------------------------------------------------------------------------------------------------


def put_on_schedule(*, now: datetime, most: int) -> int:
    """Notes addresses of works that articles use and that are on no list yet, and begins anew where one was changed.

    What is once on the list stays on it: a live page may show a work that its draft has dropped. Works that no
    article uses are looked at only when somebody asks.
    """
    used = Citation.objects.filter(article_citations__isnull=False).values("pk")
    new = Citation.objects.filter(pk__in=used, link_check=None).exclude(url="").only("pk", "url")[:most]
    rows = [LinkCheck(citation=work, url=work.url, next_at=now) for work in new]
    LinkCheck.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    changed = LinkCheck.objects.exclude(url=F("citation__url")).values_list("citation_id", flat=True)[:most]
    for citation_id in list(changed):
        start_anew(citation_id=citation_id, now=now)
    return len(rows)


def send_due(*, now: datetime, most: int) -> int:
    """Sends a task for each address whose time has come; how many. Raises when the broker is away.

    Where many are on one host, the rest waits for later runs; those that go are sent to be asked one by one, so that
    no worker sleeps for manners' sake.
    """
    later: dict[int, datetime] = {}
    sent: dict[int, int] = {}
    turns: Counter[str] = Counter()
    with transaction.atomic():
        due = LinkCheck.objects.select_for_update(skip_locked=True).filter(next_at__lte=now)
        for row in due.order_by("next_at", "pk").only("citation_id", "url")[: most * 4]:
            host = urlsplit(row.url).netloc.lower()
            place = turns[host]
            turns[host] += 1
            if place >= EACH_HOST_A_RUN:
                later[row.pk] = now + RUN * (place // EACH_HOST_A_RUN)
            elif len(sent) < most:
                sent[row.citation_id] = place * APART_ON_A_HOST
        LinkCheck.objects.filter(citation_id__in=sent).update(next_at=now + LEASE, asked_at=now)
        _put_off_many(later)
    for citation_id, countdown in sent.items():
        current_app.send_task(TASK, kwargs={"citation_id": citation_id}, countdown=countdown)
    return len(sent)


def _put_off_many(later: Mapping[int, datetime]) -> None:
    if later:
        whens = [When(pk=pk, then=Value(when)) for pk, when in later.items()]
        LinkCheck.objects.filter(pk__in=later).update(next_at=Case(*whens, default=F("next_at")))


def ask_now(*, citation: Citation, by: User) -> bool:
    """Has the address looked at now, whatever the schedule says; False where such looks are turned off.

    Raises PermissionDenied, and ValueError for a work without an address.
    """
    may_edit(by)
    if not citation.url:
        raise ValueError("The work has no address.")
    if not settings.LINK_CHECKS:
        return False
    send_now(citation)
    return True


def send_now(citation: Citation) -> None:
    """Sends the address on its way as soon as the transaction is through. Where the broker is away, the sweep does."""
    now = timezone.now()
    with transaction.atomic():
        check, _ = LinkCheck.objects.get_or_create(citation=citation, defaults={"url": citation.url})
        LinkCheck.objects.filter(pk=check.pk).update(asked_at=now, next_at=now + LEASE)
        arguments = {"citation_id": citation.pk, "fresh": True}
        transaction.on_commit(lambda: current_app.send_task(TASK, kwargs=arguments), robust=True)


# --- Looking -----------------------------------------------------------------------------------------------


def check_link(
    *, citation_id: int, fresh: bool = False, now: datetime | None = None, using: LinkChecker | None = None
) -> None:
    """Looks at the address of one work and takes in what was seen. `fresh` looks even where somebody just has."""
    now = now or timezone.now()
    check = LinkCheck.objects.select_related("citation").filter(citation_id=citation_id).first()
    if check and check.citation.url != check.url:
        start_anew(citation_id=citation_id, now=now)
        check = LinkCheck.objects.filter(citation_id=citation_id).first()
    if check is None or not check.url:
        return  # deleted or merged since
    if not fresh and check.checked_at and now - check.checked_at < LEASE:
        return  # the message came twice
    try:
        seen = (using or link_checker()).look(check.url)
    except PutOff as put_off:
        wait = max(timedelta(seconds=put_off.wait), RUN) * _jitter(1, 1.5)
        LinkCheck.objects.filter(pk=check.pk).update(asked_at=None, next_at=now + wait)
        return
    take_in(citation_id=citation_id, seen=seen, now=now)


@transaction.atomic
def take_in(*, citation_id: int, seen: Seen, now: datetime) -> None:
    """Writes down what was seen, and gives the work its verdict."""
    citation = Citation.objects.select_for_update().filter(pk=citation_id).first()
    check = LinkCheck.objects.select_for_update().filter(citation_id=citation_id).first()
    if citation is None or check is None or check.url != seen.asked or citation.url != seen.asked:
        return  # another address by now; the sweep begins anew
    again = check.status_code == seen.status
    decided = by_person(citation, check)
    check.outcome, check.status_code, check.message = seen.outcome.value, seen.status, seen.message[:300]
    # The last redirect may lead to what is no address, or go on without end.
    check.final_url = "" if seen.hops and seen.hops[-1].url == seen.url else seen.url
    check.redirects = [{"url": hop.url, "status": hop.status} for hop in seen.hops]
    check.checked_at = now
    if seen.outcome is Outcome.ANSWERS:
        check.answered_at, check.failing_since, check.dead_since = now, None, None
    elif seen.outcome is Outcome.FAILS:
        check.failing_since = check.failing_since or now
        if now - check.failing_since >= APART:
            check.dead_since = check.dead_since or now
    check.next_at = now + _until_next(check, seen, again=again)
    check.save()
    if decided is None:
        set_dead(citation, check.dead_since is not None)
    logger.info("%s: %s", check.url, check.message)


def _until_next(check: LinkCheck, seen: Seen, *, again: bool) -> timedelta:
    """Weekly as long as it fails, monthly otherwise; sooner where a site wants us later or our own network was out.

    A site that turns us away for the second time running waits for its month.
    """
    if seen.trouble is Trouble.OURS:
        return SOON * _jitter(0.25, 0.5)
    if seen.outcome is Outcome.UNCLEAR and seen.status in (429, 503) and not again:
        return max(SOON, timedelta(seconds=seen.wait or 0)) * _jitter(1, 1.2)
    if check.failing_since:
        return APART * _jitter(1.01, 1.1)
    return timedelta(days=settings.LINK_CHECK_DAYS) * _jitter(0.9, 1.1)


def _jitter(least: float, most: float) -> float:
    """So that what came in together is not asked together for ever."""
    return random.uniform(least, most)  # noqa: S311 - no secret


@transaction.atomic
def start_anew(*, citation_id: int, now: datetime) -> None:
    """The work has another address, or none any more: what was known of the old one says nothing of it.

    A dead address is kept among the former ones, so that pages which still show it can say so. An editor's word was
    about the old address and goes with it.
    """
    citation = Citation.objects.select_for_update().filter(pk=citation_id).first()
    check = LinkCheck.objects.select_for_update().filter(citation_id=citation_id).first()
    if citation is None or check is None or citation.url == check.url:
        return
    former = check.former
    if citation.link_dead and check.url not in former:
        former = [*former, check.url][-FORMER_KEPT:]
    due = now if citation.url else None
    fresh = LinkCheck(pk=check.pk, citation=citation, url=citation.url, next_at=due, former=former)
    fresh.save(force_update=True)
    RecordedFact.objects.filter(citation=citation, name=WORD).delete()
    set_dead(citation, False)


# --- What counts -------------------------------------------------------------------------------------------


def word_of(citation: Citation) -> RecordedFact | None:
    """What an editor said of the address; its value is whether it is dead."""
    said = RecordedFact.objects.filter(citation=citation, name=WORD, origin=RecordedFact.EDITOR)
    return said.select_related("by").first()


def came_dead(citation: Citation, check: LinkCheck | None) -> bool:
    """Whether the address is dead and no look has found it so: that came with the work, from whoever recorded it."""
    return citation.link_dead and not (check and check.dead_since)


def by_person(citation: Citation, check: LinkCheck | None) -> bool | None:
    """What a person said of the address: dead or not; None where the looks decide."""
    word = word_of(citation)
    if word is not None:
        return bool(word.value)
    return True if came_dead(citation, check) else None


def set_dead(citation: Citation, dead: bool) -> None:
    """Saves the work where its address has changed its state, so that articles which use it are read again."""
    if citation.link_dead != dead:
        citation.link_dead = dead
        citation.save(update_fields=["link_dead", "updated_at"])


def progress(check: LinkCheck | None) -> Mapping[str, Any]:
    """Whether a task is at it now, for those who watch."""
    busy = bool(check and check.asked_at and (check.checked_at is None or check.asked_at > check.checked_at))
    stale = bool(check and check.asked_at and timezone.now() - check.asked_at > LEASE)
    return {"check": check, "busy": busy and not stale}
