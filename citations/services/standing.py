"""What a work's standing is by the notices held and by who was asked.

"No notice found" is said only where a service that would tell of one answered about this very work, and with its day;
an outage, a service that does not know the work, and silence say nothing.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from citations.models import Citation, Notice, NoticeKind, RecordedFact, Service, Status
from citations.services import facts

TELLING = (Service.CROSSREF.value, Service.PUBMED.value)
"""Services that name the notices about a work in its own record."""
_KINDS = {
    NoticeKind.RETRACTION: Status.RETRACTED,
    NoticeKind.CONCERN: Status.CONCERN,
    NoticeKind.CORRECTION: Status.CORRECTED,
}


@transaction.atomic
def stand(citation_id: int) -> None:
    """Brings one work's standing up to what has been answered. Never takes a notice back by itself."""
    citation = Citation.objects.select_for_update().filter(pk=citation_id).first()
    if citation is None:
        return
    told = RecordedFact.objects.filter(citation=citation, name="csl", origin__in=TELLING)
    told_rows = [row for row in told if facts.believed(citation, row.value or {})]
    kinds = _kinds_about(citation)
    if not told_rows and not kinds:
        return
    doubted = RecordedFact.objects.filter(citation=citation, name="status", value=Status.RETRACTED.value).exists()
    worst = next((status for kind, status in _KINDS.items() if kind in kinds), None)
    quiet = citation.status in (Status.NOT_CHECKED, Status.NONE_FOUND)
    if worst is None and (not quiet or doubted):
        return
    rank = [Status.NOT_CHECKED, Status.NONE_FOUND, Status.CORRECTED, Status.CONCERN, Status.RETRACTED]
    status = worst or Status.NONE_FOUND
    if rank.index(Status(citation.status)) > rank.index(status):
        return
    if not told_rows:
        return  # the sweep of notices, which knows whose they are, says it
    day = max(timezone.localtime(row.recorded_at).date() for row in told_rows)
    sources = ", ".join(sorted(facts.service_label(row.origin) for row in told_rows))
    after = (status.value, day, sources)
    if (citation.status, citation.status_checked, citation.status_sources) != after:
        citation.status, citation.status_checked, citation.status_sources = after
        citation.save()


def _kinds_about(citation: Citation) -> set[str]:
    about = Q(pk__in=[])
    if citation.doi:
        about |= Q(doi=citation.doi)
    if citation.pmid:
        about |= Q(pmid=citation.pmid)
    notices = list(Notice.objects.filter(about).values_list("kind", flat=True))
    return set() if NoticeKind.REINSTATEMENT in notices else set(notices)
