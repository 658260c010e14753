"""The list of articles: where each stands, what is open in it, what it waits for; filters, pages by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.timesince import timesince

from articles.models import Article, ArticleContributor, Flag, Role, Topic
from articles.models.article import Status
from articles.models.claim import Severity
from articles.newsroom.page_weight import tighten
from articles.newsroom.review_counts import COUNTED, Choice, Facet, up_to
from articles.newsroom.review_filters import BEING_JUDGED
from articles.services.conversation import open_questions
from articles.services.own_drafts import seen_by
from products.models import Market

PAGE = 40
LONG = timedelta(days=7)
"""From when on an article that waits to be judged is marked as waiting long [house]."""
CHOICES = 40
SHOWN = ("title", "status", "version", "modified_at", "live_revision__draft_version")
"""Columns of an article that its row is made of: texts are not."""
BLOCKED = {"yes": "With open blockers", "no": "Without"}
_EARLIER = {"status__exact": "status", "topics__id__exact": "topic", "market__exact": "market"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of an address; "" and 0 where one is off."""

    status: str = ""
    blocked: str = ""
    topic: int = 0
    market: str = ""
    q: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        said = {_EARLIER.get(name, name): str(value).replace("\0", "").strip() for name, value in query.items()}
        known = {"status": Status.values, "blocked": BLOCKED, "market": Market.values}
        found: dict[str, Any] = {name: said[name] for name, values in known.items() if said.get(name) in values}
        topic = said.get("topic", "")
        return cls(**found, topic=int(topic) if topic.isdecimal() and len(topic) < 18 else 0, q=said.get("q", "")[:200])

    def query(self, **changes: Any) -> str:
        now, plain = replace(self, **changes), Asked()
        pairs = {name: getattr(now, name) for name in self.__slots__}
        return urlencode({name: value for name, value in pairs.items() if value != getattr(plain, name)})

    def address(self, **changes: Any) -> str:
        return f"?{self.query(**changes)}"

    @property
    def narrowed(self) -> bool:
        return self != Asked()


@dataclass(frozen=True, slots=True)
class Row:
    article: Article
    state: str
    blockers: int
    warnings: int
    authors: str
    waits: str
    long: bool


def articles(asked: Asked, by: Any) -> QuerySet[Article]:
    """The articles that `by` sees and that fit, the one changed last first."""
    rows: QuerySet[Article] = seen_by(by).order_by("-modified_at", "-pk")
    if asked.status:
        rows = rows.filter(status=asked.status)
    if asked.market:
        rows = rows.filter(market=asked.market)
    if asked.topic:
        rows = rows.filter(topics=asked.topic)
    if asked.blocked:
        has = Exists(Flag.objects.open().filter(article=OuterRef("pk"), severity_rank=0))
        rows = rows.filter(has if asked.blocked == "yes" else ~has)
    if not asked.q:
        return rows
    return rows.filter(pk__in=Article.objects.with_words(asked.q))


def article_page(request: HttpRequest) -> HttpResponse:
    """The list. The caller has checked that the person may see articles."""
    asked, user = Asked.of(request.GET.dict()), request.user
    shown = articles(asked, user).select_related("live_revision").only(*SHOWN)
    found, earlier, later = _page(shown, request.GET)
    number = articles(asked, user).order_by()[: COUNTED + 1].count()
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Articles",
        "is_fullwidth": "1",
        "asked": asked,
        "rows": rows_of(found),
        "number": up_to(number),
        "counted": number,
        "facets": _facets(asked, user),
        "earlier": f"?{_joined(asked.query(), f'before={earlier}')}" if earlier else "",
        "later": f"?{_joined(asked.query(), f'after={later}')}" if later else "",
        "kept": [pair for pair in parse_qsl(asked.query()) if pair[0] != "q"],
        "may_add": user.has_perm("articles.add_article"),
    }
    response = render(request, "newsroom/article_list.html", context)
    tighten(response)
    return response


def _joined(*parts: str) -> str:
    return "&".join(filter(None, parts))


# --- Pages by key ------------------------------------------------------------------------------------------


def _page(rows: QuerySet[Article], query: Any) -> tuple[list[Article], str, str]:
    after, before = (_read(query.get(name, "")) for name in ("after", "before"))
    if before is not None:
        moment, pk = before
        newer = Q(modified_at__gt=moment) | Q(modified_at=moment, pk__gt=pk)
        found = list(rows.filter(newer, modified_at__gte=moment).order_by("modified_at", "pk")[: PAGE + 1])
        shown = found[:PAGE][::-1]
        return shown, _key(shown[:1]) if len(found) > PAGE else "", _key(shown[-1:])
    if after is not None:
        moment, pk = after
        older = Q(modified_at__lt=moment) | Q(modified_at=moment, pk__lt=pk)
        rows = rows.filter(older, modified_at__lte=moment)
    found = list(rows[: PAGE + 1])
    shown = found[:PAGE]
    return shown, _key(shown[:1]) if after else "", _key(shown[-1:]) if len(found) > PAGE else ""


def _key(rows: Sequence[Article]) -> str:
    return urlencode({"": f"{rows[0].modified_at.isoformat()}~{rows[0].pk}"})[1:] if rows else ""


def _read(text: str) -> tuple[datetime, int] | None:
    moment, _, pk = text.partition("~")
    try:
        at = parse_datetime(moment)
    except ValueError:
        return None
    if at is None or timezone.is_naive(at) or not pk.isdecimal() or len(pk) > 17:
        return None
    return at, int(pk)


# --- What the rows say -------------------------------------------------------------------------------------


def rows_of(found: Sequence[Article]) -> list[Row]:
    """Each article with what is open in it, its authors and what it waits for; three queries for all of them."""
    ids = [article.pk for article in found]
    graded = Flag.objects.open().filter(article__in=ids).order_by().values_list("article", "severity")
    numbers = {(pk, severity): number for pk, severity, number in graded.annotate(number=Count("pk"))}
    authors = _names(ids)
    waits = _waits(ids)
    now = timezone.now()
    return [
        Row(
            article,
            "Published, changed since"
            if article.status == Status.PUBLISHED and article.is_changed_since
            else article.get_status_display(),
            numbers.get((article.pk, Severity.BLOCKER.value), 0),
            numbers.get((article.pk, Severity.WARNING.value), 0),
            ", ".join(authors.get(article.pk, ())),
            waits.get(article.pk, "") or _judged(article),
            article.status in BEING_JUDGED and now - article.modified_at >= LONG,
        )
        for article in found
    ]


def _judged(article: Article) -> str:
    return _for_days(article.modified_at) if article.status in BEING_JUDGED else ""


def _for_days(moment: datetime) -> str:
    """How long ago, from a day on: less than that nobody waits."""
    return timesince(moment, depth=1) if timezone.now() - moment >= timedelta(days=1) else ""


def _joined_words(*words: str) -> str:
    return ", ".join(filter(None, words))


def _names(ids: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    named = ArticleContributor.objects.filter(article__in=ids, role=Role.AUTHOR).order_by("order", "pk")
    for article, name in named.values_list("article", "contributor__name"):
        found.setdefault(article, []).append(name)
    return found


def _waits(ids: Iterable[int]) -> dict[int, str]:
    """For each article the question that waits longest: what for, on whom if on somebody, since when."""
    found: dict[int, str] = {}
    for ask in open_questions().filter(thread__article__in=ids).order_by("-pk"):
        whom = f" from {ask.person.get_full_name() or ask.person.get_username()}" if ask.person else ""
        found[ask.thread.article_id] = _joined_words(f"{FOR[ask.kind]}{whom}", _for_days(ask.asked_at))
    return found


FOR = {
    "answer": "an answer",
    "approve": "review",
    "changes": "changes",
    "source": "a source",
    "wording": "other words",
    "refer": "a medical reviewer",
}
"""What an article waits for, by the kind of the question."""


def _facets(asked: Asked, by: Any) -> tuple[Facet, ...]:
    counted = seen_by(by).order_by().values_list("status").annotate(number=Count("pk"))
    numbers = dict(counted)
    topics = list(Topic.objects.order_by("name").values_list("pk", "name")[:CHOICES])
    return (
        _facet("status", "Status", asked, [(value, label, numbers.get(value, 0)) for value, label in Status.choices]),
        _facet("blocked", "Blockers", asked, [(value, label, None) for value, label in BLOCKED.items()]),
        _facet("topic", "Topic", asked, [(pk, name, None) for pk, name in topics]),
        _facet("market", "Market", asked, [(value, label, None) for value, label in Market.choices]),
    )


def _facet(name: str, title: str, asked: Asked, rows: Iterable[tuple[Any, Any, int | None]]) -> Facet:
    now, plain = getattr(asked, name), getattr(Asked(), name)
    choices = tuple(
        Choice(str(label), "" if number is None else f"{number:,}", asked.address(**{name: value}), value == now)
        for value, label, number in rows
        if number != 0 or value == now
    )
    chosen = next((choice.label for choice in choices if choice.chosen), "")
    return Facet(name, title, choices, chosen, now != plain, asked.address(**{name: plain}))
