"""The review desk in figures: open blockers over time, their age, kind and authors, and rules that people overrule."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.db.models import Count, ExpressionWrapper, F, Q, QuerySet, fields
from django.db.models.aggregates import Aggregate
from django.db.models.functions import Now, TruncDate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import Flag
from articles.models.claim import Severity, State
from articles.newsroom import review_filters
from articles.newsroom.findings import title_of
from articles.newsroom.review_filters import ALL, Filters
from articles.services.own_drafts import sees_own_only

DAYS = 60
ROWS = 15
CASES = 10
"""Cases of a rule below which being overruled says nothing yet [house]."""
HALF = 0.5
WIDTH, HEIGHT = 720, 160
SLOW = 0.5
"""Seconds of counting from which the figures are kept [house]: most newsrooms see them counted anew each time."""
KEPT = 600
"""Seconds that they are kept, in each web process for itself [house]."""


class Median(Aggregate):
    """percentile_cont of PostgreSQL."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = fields.DurationField()


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    open: int
    x: float
    y: float
    height: float
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A kind or a person: open blockers, open flags, days that half of them are older than."""

    name: str
    address: str
    blockers: int
    open: int
    age: str
    share: float
    """Of the longest bar, in percent."""


@dataclass(frozen=True, slots=True)
class Overruled:
    """A rule that people set aside in more than half of the cases they settled or mended."""

    name: str
    address: str
    cases: int
    overruled: int

    @property
    def percent(self) -> int:
        return round(100 * self.overruled / self.cases)


def figures(request: HttpRequest) -> HttpResponse:
    """The page. Rules that are overruled are for those who look after the site."""
    if not request.user.has_perm("articles.view_flag"):
        raise PermissionDenied
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Figures of the review desk",
        "width": WIDTH,
        "height": HEIGHT,
        "cases": CASES,
        **_kept(request.user),
    }
    return render(request, "newsroom/review_figures.html", context)


def _kept(user: Any) -> dict[str, Any]:
    """What was counted a moment ago, where counting takes long; otherwise what is counted now."""
    whose = user.pk if sees_own_only(user) else "all"
    key = f"{whose}-{user.has_perm('auth.view_user')}-{timezone.localdate()}"
    if (counted := caches["figures"].get(key)) is None:
        began = time.perf_counter()
        counted = _counted(user)
        if time.perf_counter() - began > SLOW:
            counted["counted_at"] = timezone.now()
            caches["figures"].set(key, counted, KEPT)
    return dict(counted)


def _counted(user: Any) -> dict[str, Any]:
    rows = review_filters.flags(Filters(), user).order_by()
    every = review_filters.flags(Filters(state=ALL), user).order_by()
    days = blockers_by_day(every.filter(severity_rank=0), timezone.localdate())
    return {
        "days": days,
        "most": max(day.open for day in days),
        "ages": _ages(rows),
        "kinds": _by_kind(rows),
        "authors": _by_author(rows),
        "overruled": overruled_rules(every) if user.has_perm("auth.view_user") else None,
    }


def blockers_by_day(blockers: QuerySet[Flag], today: date) -> list[Day]:
    """How many of these flags were open at the end of each day: those raised by then, less those closed; 3 queries."""
    first = today - timedelta(days=DAYS - 1)
    start = blockers.filter(first_raised__date__lt=first)
    level = start.filter(Q(closed_at=None) | Q(closed_at__date__gte=first)).count()
    raised = _numbers(blockers.filter(first_raised__date__gte=first), "first_raised")
    closed = _numbers(blockers.filter(closed_at__date__gte=first), "closed_at")
    levels = []
    for number in range(DAYS):
        day = first + timedelta(days=number)
        level += raised.get(day, 0) - closed.get(day, 0)
        levels.append((day, level))
    most = max(1, *(level for _, level in levels))
    step = WIDTH / DAYS
    return [
        Day(
            day,
            level,
            round(number * step + 1, 1),
            round(HEIGHT - HEIGHT * level / most, 1),
            round(HEIGHT * level / most, 1),
            f"{date_format(day, 'j F Y')}: {level:,} open",
        )
        for number, (day, level) in enumerate(levels)
    ]


def _numbers(rows: QuerySet[Flag], moment: str) -> dict[date, int]:
    by_day = rows.annotate(day=TruncDate(moment)).values_list("day").annotate(number=Count("pk"))
    return dict(by_day)


_AGE = ExpressionWrapper(Now() - F("first_raised"), output_field=fields.DurationField())


def _days(age: timedelta | None) -> str:
    if age is None:
        return "–"
    days = age.days
    return "less than a day" if days < 1 else f"{days:,} day{'' if days == 1 else 's'}"


def _ages(rows: QuerySet[Flag]) -> list[tuple[str, int, str]]:
    """Severity, how many are open, and the age that half of them have passed."""
    found = {rank: (number, _days(age)) for rank, number, age in _with_age(rows.values_list("severity_rank"))}
    return [(label, *found.get(rank, (0, "–"))) for rank, label in enumerate(Severity.labels)]


def _with_age(rows: Any) -> Iterable[tuple[Any, ...]]:
    return rows.annotate(number=Count("pk"), age=Median(_AGE))  # type: ignore[no-any-return]


def _lines(rows: Any, names: Any, address: Any) -> list[Line]:
    found = list(
        rows.annotate(blockers=Count("pk", filter=Q(severity_rank=0)), number=Count("pk"), age=Median(_AGE)).order_by(
            "-blockers", "-number"
        )[:ROWS]
    )
    longest = max((row[-2] for row in found), default=1)
    return [
        Line(names(row), address(row), row[-3], row[-2], _days(row[-1]), round(100 * row[-2] / longest, 1))
        for row in found
    ]


def _by_kind(rows: QuerySet[Flag]) -> list[Line]:
    return _lines(rows.values_list("code"), lambda row: title_of(row[0]), lambda row: Filters(kind=row[0]).address())


def _by_author(rows: QuerySet[Flag]) -> list[Line]:
    credited = rows.filter(article__credits__role="author")
    named = credited.values_list("article__credits__contributor", "article__credits__contributor__name")
    return _lines(named, lambda row: row[1], lambda row: Filters(author=row[0]).address())


def overruled_rules(rows: QuerySet[Flag]) -> list[Overruled]:
    """Rules whose flags people accepted or called no claim in more than half of the cases they settled or mended."""
    dealt = rows.filter(state__in=(State.ACCEPTED, State.MENDED)).values_list("code")
    counted = dealt.annotate(cases=Count("pk"), overruled=Count("pk", filter=Q(state=State.ACCEPTED)))
    found: Sequence[tuple[str, int, int]] = list(counted.filter(cases__gte=CASES).order_by("-overruled", "code"))
    return [
        Overruled(title_of(code), Filters(kind=code, state=State.ACCEPTED).address(), cases, overruled)
        for code, cases, overruled in found
        if overruled > HALF * cases
    ]
