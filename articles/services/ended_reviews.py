"""What a save ends where a draft is in review, approved or scheduled: said before, on the log, and told to people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from articles.models import Article, LogEntry
from articles.models.article import Status
from articles.services import log
from articles.services.conversation import acts

ON_THE_WAY = (Status.IN_REVIEW, Status.APPROVED, Status.SCHEDULED)
"""Where a draft stands for words that somebody has read or will read: other words start again."""
BEGAN = {Status.IN_REVIEW: "submitted", Status.APPROVED: "approved", Status.SCHEDULED: "scheduled"}
"""The act on the log with which each began."""
NAMES = {Status.IN_REVIEW: "review", Status.APPROVED: "approval", Status.SCHEDULED: "schedule"}


@dataclass(frozen=True, slots=True)
class Ended:
    """What ends: `name` is review, approval or schedule; who began it, and when it did; for when it was set."""

    status: str
    name: str
    who: str
    began: datetime | None
    due: datetime | None


def what_would_end(article: Article) -> Ended | None:
    """What saving this draft would end, or None where it waits for nobody."""
    if article.status not in ON_THE_WAY:
        return None
    status = Status(article.status)
    entry = LogEntry.objects.filter(article_id=article.pk, action=BEGAN[status]).order_by("-pk").first()
    return Ended(
        article.status,
        NAMES[status],
        entry.actor_name if entry else "",
        entry.at if entry else None,
        article.scheduled_for,
    )


def ended_by_saving(article: Article, by: User, ended: Ended) -> None:
    """Puts it on the log by itself, and tells whoever had a part in it. The save has been made."""
    data = {"version": article.version, "was": ended.status, "began_by": ended.who}
    if ended.due:
        data["was_due"] = ended.due.isoformat()
    lost = f" It was to go out on {ended.due:%-d %B %Y at %H:%M} UTC and will not." if ended.due else ""
    acts.ended_by_saving(article=article, by=by, name=ended.name, lost=lost)
    log.record(action="ended-by-saving", by=by, article=article, data=data)
