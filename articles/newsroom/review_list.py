"""The review desk: flags grouped by article and sentence in reading order, with filters, counts and pages by key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import admin
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince

from articles.models import Article, ArticleContributor, Decision, Flag, Role
from articles.models.article import Status
from articles.models.claim import Severity, State, Verdict
from articles.newsroom import review_counts, review_filters
from articles.newsroom.findings import title_of
from articles.newsroom.page_weight import tighten
from articles.newsroom.review_filters import Filters

PAGE = 50
"""Flags on one page; an article that goes on is continued on the next."""
REASON_LENGTH = 2000
UNREAD = ("message", "reader", "standard", "article__body", "article__standfirst", "article__assessment_error")
"""What the list shows nothing of: fifty flags would bring the text of their article fifty times."""
# Looked up once: Django goes through all choices for each word it is asked for.
STATUSES, STATES, VERDICTS = dict(Status.choices), dict(State.choices), dict(Verdict.choices)
SEVERITIES = {value: label.lower() for value, label in Severity.choices}
IN_WORDS = {"author": "its authors", "editor": "an editor", "reviewer": "a medical reviewer"}


@dataclass(frozen=True, slots=True)
class Row:
    """One flag as the list shows it."""

    flag: Flag
    title: str
    waits: str
    last: Decision | None
    meta: str
    """What else is worth a word: for how long, how sure, and on whom it waits if somebody asked."""
    severity: str
    state: str
    """Where it stands, unless it is open and nobody decided anything."""


@dataclass(frozen=True, slots=True)
class Sentence:
    words: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """An article with its sentences; `open` are its open flags by severity, on this page or not."""

    article: Article
    authors: str
    waits: str
    """On whom its open flags wait, where nobody asked for anything else."""
    sentences: tuple[Sentence, ...]
    open: tuple[tuple[str, str, int], ...]
    status: str
    continued: bool = False


def desk_page(request: HttpRequest) -> HttpResponse:
    """The list. The caller has checked that the person may see flags."""
    filters, user = Filters.of(request.GET.dict()), request.user
    rows, earlier, later = _page(filters, user, request.GET)
    counts = review_counts.of(filters, user)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Review desk",
        "is_fullwidth": "1",
        "filters": filters,
        "groups": list(groups(rows, continued=bool(earlier))),
        "flags_address": reverse("admin:articles_flag_changelist"),
        "articles_address": reverse("admin:articles_article_changelist"),
        "behind": f"?{filters.query()}" if filters.query() else "",
        "number": review_counts.up_to(counts.number),
        "counts": counts,
        "headline": review_counts.headline(user),
        "earlier": f"{filters.address()}&before={earlier}".replace("?&", "?") if earlier else "",
        "later": f"{filters.address()}&after={later}".replace("?&", "?") if later else "",
        "query": filters.query(),
        "kept": [pair for pair in parse_qsl(filters.query()) if pair[0] != "q"],
        "may_decide": user.has_perm("articles.decide_flag"),
        "verdicts": Verdict.choices,
        "reason_length": REASON_LENGTH,
    }
    response = render(request, "newsroom/review_desk.html", context)
    tighten(response)
    return response


def _page(filters: Filters, by: Any, asked: Any) -> tuple[list[Flag], str, str]:
    """The flags of a page, and the keys before and after it where there are more."""
    every = review_filters.flags(filters, by)
    rows = (
        every.select_related("article")
        .defer(*UNREAD)
        .prefetch_related(Prefetch("decisions", Decision.objects.select_related("person")))
    )
    start, end = (review_filters.read_key(asked.get(name, "")) for name in ("after", "before"))
    if end is not None:
        found = list(review_filters.before(rows, end)[: PAGE + 1])
        more, shown = len(found) > PAGE, found[:PAGE][::-1]
        return shown, _key(shown[:1]) if more else "", _key(shown[-1:])
    found = list((review_filters.after(rows, start) if start else rows)[: PAGE + 1])
    shown = found[:PAGE]
    return shown, _key(shown[:1]) if start else "", _key(shown[-1:]) if len(found) > PAGE else ""


def _key(rows: Sequence[Flag]) -> str:
    return review_filters.write_key(rows[0]) if rows else ""


def groups(rows: Sequence[Flag], *, continued: bool) -> Iterator[Group]:
    """The flags by article and sentence; two queries for all of them."""
    ids = {row.article_id for row in rows}
    authors, numbers = _authors(ids), _open(ids)
    for index, (_, found) in enumerate(groupby(rows, key=lambda row: row.article_id)):
        flags = list(found)
        sentences = tuple(
            Sentence(here[0].words or _about(here[0]), tuple(map(row_of, here)))
            for _, same in groupby(flags, key=lambda row: (row.place, row.words))
            if (here := list(same))
        )
        article = flags[0].article
        severities = tuple(
            (value, label.lower(), numbers[article.pk, value])
            for value, label in Severity.choices
            if numbers[article.pk, value]
        )
        names = ", ".join(authors.get(article.pk, ()))
        waits = IN_WORDS.get(review_filters.whom("", article.status, State.OPEN), "")
        status = STATUSES.get(article.status, article.status)
        yield Group(article, names, waits, sentences, severities, status, continued and index == 0)


def _authors(ids: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    named = ArticleContributor.objects.filter(article__in=ids, role=Role.AUTHOR).order_by("order", "pk")
    for article, name in named.values_list("article", "contributor__name"):
        found.setdefault(article, []).append(name)
    return found


def _open(ids: Iterable[int]) -> Counter[tuple[int, str]]:
    rows = Flag.objects.open().filter(article__in=ids).order_by().values_list("article", "severity")
    return Counter({(article, severity): number for article, severity, number in rows.annotate(number=Count("pk"))})


def _about(flag: Flag) -> str:
    return "A work on the list" if "reference" in flag.facts else "The page as a whole"


def row_of(flag: Flag) -> Row:
    """One flag with its words; its article and decisions are loaded."""
    waits = IN_WORDS.get(review_filters.whom(flag.asked, flag.article.status, flag.state), "")
    last = next(reversed(flag.decisions.all()), None)
    age = timezone.now() - flag.first_raised
    meta = (
        f"waits on {waits}" if flag.asked and waits else "",
        timesince(flag.first_raised, depth=1) if age >= timedelta(days=1) else "",
        flag.get_band_display().lower() if flag.band != Flag.Band.SURE else "",
    )
    if flag.state != State.OPEN:
        state = STATES.get(flag.state, flag.state)
    else:
        state = VERDICTS.get(last.verdict, last.verdict) if last else ""
    severity = SEVERITIES.get(flag.severity, flag.severity)
    return Row(flag, title_of(flag.code), waits, last, ", ".join(filter(None, meta)), severity, state)
