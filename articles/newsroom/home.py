"""The first page of the newsroom: what waits on the person, what is on its way, fell back or is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.timesince import timesince

from articles.models import Article, Ask, Flag, LogEntry
from articles.models.article import Status
from articles.models.log import FALLEN
from articles.models.thread import AskKind, EntryKind, Letters
from articles.services.conversation import asked_of
from articles.services.own_drafts import seen_by, sees_own_only

ROWS = 8
WAITING = 20
"""Lines of each list; what is beyond is counted."""
FELL_WITHIN = timedelta(days=60)
"""How long something that fell back stays on the page [house]."""
WORDS = {
    AskKind.ANSWER: "asks you",
    AskKind.APPROVE: "wants it reviewed",
    AskKind.CHANGES: "asks for changes",
    AskKind.SOURCE: "asks for a source",
    AskKind.WORDING: "asks for other words",
    AskKind.REFER: "asks for your medical judgement",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of "Waiting on you"."""

    ask: Ask
    article: Article
    who: str
    what: str
    words: str
    address: str
    age: str
    late: bool


@dataclass(frozen=True, slots=True)
class Fallen:
    """An article that lost its approval or its place on the schedule, and why."""

    article: Article
    why: str
    entry: LogEntry


def home(user: Any) -> dict[str, Any]:
    """What the page shows this person; the number of queries does not grow with what there is."""
    asks = asked_of(user)
    rows = seen_by(user).select_related("modified_by")
    today = timezone.localdate()
    wish = getattr(getattr(user, "mail_preference", None), "letters", Letters.AT_ONCE)
    return {
        "waiting": [_waiting(ask) for ask in asks[:WAITING]],
        "waiting_count": asks.order_by().count(),
        "mine": _mine(rows, user),
        "approved": rows.filter(status=Status.APPROVED).order_by("modified_at", "pk")[:ROWS]
        if user.has_perm("articles.publish_article")
        else None,
        "scheduled": rows.filter(status=Status.SCHEDULED).order_by("scheduled_for", "pk")[:ROWS],
        "fallen": _fallen(user),
        "overdue": rows.filter(live_revision__isnull=False, next_review__lte=today).order_by("next_review", "pk")[
            :ROWS
        ],
        "letters": wish,
        "letters_choices": Letters.choices,
    }


def _waiting(ask: Ask) -> Waiting:
    article = ask.thread.article
    return Waiting(
        ask,
        article,
        ask.entry.name,
        "reports an error" if ask.entry.kind == EntryKind.REMARK else WORDS[AskKind(ask.kind)],
        Truncator(" ".join(ask.entry.text.split())).chars(240),
        _address(ask),
        _age(ask.asked_at),
        ask.is_late(timezone.localdate()),
    )


def _age(since: datetime) -> str:
    """ "2 days ago"; "just now" within the first minute."""
    return "just now" if timezone.now() - since < timedelta(minutes=1) else f"{timesince(since, depth=1)} ago"


def _address(ask: Ask) -> str:
    """Where it is answered."""
    if ask.kind == AskKind.APPROVE:
        return reverse("newsroom:approving", args=[ask.thread.article_id])
    if ask.kind == AskKind.CHANGES:
        return reverse("admin:articles_article_change", args=[ask.thread.article_id])
    if ask.entry.flag_id:
        return reverse("admin:articles_flag_change", args=[ask.entry.flag_id])
    return reverse("newsroom:talk", args=[ask.thread.article_id]) + f"#thread-{ask.thread_id}"


def _mine(rows: Any, user: Any) -> Any:
    """The drafts somebody works on, each with its own open blockers."""
    mine = Q(created_by=user) | Q(credits__contributor__user=user)
    working = (Status.DRAFT, Status.CHANGES_REQUESTED, Status.NEEDS_UPDATE)
    own = Article.objects.filter(mine, status__in=working).order_by().values("pk")
    of_each = Flag.objects.open().blockers().filter(article=OuterRef("pk")).order_by().values("article")
    blockers = Coalesce(Subquery(of_each.annotate(number=Count("pk")).values("number")), 0)
    return rows.filter(pk__in=own).annotate(blockers=blockers).order_by("-modified_at", "-pk")[:ROWS]


def _fallen(user: Any) -> list[Fallen]:
    """Articles that fell back and were not taken up since."""
    since = timezone.now() - FELL_WITHIN
    taken_up = (*FALLEN, "submitted", "approved", "published", "withdrawn")
    later = LogEntry.objects.filter(article_id=OuterRef("article_id"), pk__gt=OuterRef("pk"), action__in=taken_up)
    entries = LogEntry.objects.filter(action__in=FALLEN, at__gt=since).filter(~Exists(later))
    if sees_own_only(user):
        entries = entries.filter(article_id__in=seen_by(user).values("pk"))
    newest = list(entries.order_by("-pk")[:ROWS])
    articles = Article.objects.in_bulk([entry.article_id for entry in newest])
    return [Fallen(articles[entry.article_id], _why(entry), entry) for entry in newest if entry.article_id in articles]


def _why(entry: LogEntry) -> str:
    said = entry.data.get("reason") or " ".join(entry.data.get("reasons") or ())
    return Truncator(str(said)).chars(200)
