"""What a work's status is by who was asked about it.

"No notice found" is said only where a service that would tell of one answered about this very work, and with its day;
an outage, a service that does not know the work, and silence say nothing. Where there is a notice, the sweep decides
(`retraction_watch`): it weighs all notices, and what follows for articles hangs on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone

from citations.models import Citation, Notice, RecordedFact, Service, Status
from citations.services import facts, retraction_watch

TELLING = (Service.CROSSREF.value, Service.PUBMED.value)
"""Services that name the notices about a work in its own record."""

notices_found = Signal()
"""Sent with `citation_ids` when services told of notices about works. Who listens sweeps these works, and does what
follows from it; without a listener they are swept here."""


def update_status(citation_id: int) -> None:
    """Brings one work's status up to what has been answered. Never takes a notice back by itself.

    Sends no signal of a saved work: whoever completed it does.
    """
    citation = Citation.objects.filter(pk=citation_id).first()
    if citation is None:
        return
    if _has_notices(citation):
        _sweep(citation)
    else:
        _quiet(citation_id)


def _sweep(citation: Citation) -> None:
    if notices_found.has_listeners(Citation):
        notices_found.send(sender=Citation, citation_ids=[citation.pk])
    else:
        retraction_watch.sweep(today=timezone.localdate(), only=[citation.pk])


@transaction.atomic
def _quiet(citation_id: int) -> None:
    """Notes the day and the services, where they were asked and told of nothing."""
    citation = Citation.objects.select_for_update().get(pk=citation_id)
    if citation.status not in (Status.NOT_CHECKED, Status.NONE_FOUND):
        return
    said = RecordedFact.objects.filter(citation=citation)
    # What OpenAlex thinks retracted is not called free of notices because the others have not heard of it.
    if said.filter(name="status", value=Status.RETRACTED.value).exists():
        return
    told = [row for row in said.filter(name="csl", origin__in=TELLING) if facts.believed(citation, row.value or {})]
    if not told:
        return
    days = {facts.service_label(row.origin): timezone.localtime(row.recorded_at).date() for row in told}
    day, sources = _newest(days)
    after = (Status.NONE_FOUND.value, day, sources)
    if (citation.status, citation.status_checked, citation.status_sources) != after:
        status, checked, names = after
        Citation.objects.filter(pk=citation_id).update(
            status=status, status_checked=checked, status_sources=names, updated_at=timezone.now()
        )


def _newest(days: Mapping[str, date]) -> tuple[date, str]:
    """The last day, and who answered then; who answered on another day stands behind with it, not with this one."""
    last = max(days.values())
    earlier = sorted((day, name) for name, day in days.items() if day < last)
    names = sorted(name for name, day in days.items() if day == last)
    return last, ", ".join([*names, *(retraction_watch.on_a_day(name, day) for day, name in reversed(earlier))])


def _has_notices(citation: Citation) -> bool:
    about = Q(pk__in=[])
    if citation.doi:
        about |= Q(doi=citation.doi)
    if citation.pmid:
        about |= Q(pmid=citation.pmid)
    return Notice.objects.filter(about).exists()
