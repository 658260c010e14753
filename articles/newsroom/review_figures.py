"""The review desk in figures: open blockers over time, their age, kind and authors, and rules that people overrule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import Contributor
from articles.models.claim import Severity, State
from articles.newsroom import review_filters
from articles.newsroom.findings import title_of
from articles.newsroom.review_filters import ALL, Filters
from articles.services import desk_figures
from articles.services.desk_figures import CASES, Counted, Figures
from articles.services.own_drafts import sees_own_only

WIDTH, HEIGHT = 720, 160


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
    now = timezone.now()
    counted, today = _counted(request.user, now), timezone.localdate(now)
    days = _days(counted.figures)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Figures of the review desk",
        "width": WIDTH,
        "height": HEIGHT,
        "cases": CASES,
        "counted_at": counted.at,
        "ends_today": days[-1].day == today,
        "days": days,
        "most": max(day.open for day in days),
        "ages": _ages(counted.figures, today),
        "kinds": _by_kind(counted.figures, today),
        "authors": _by_author(counted.figures, today),
        "overruled": _overruled(counted.figures) if request.user.has_perm("auth.view_user") else None,
    }
    return render(request, "newsroom/review_figures.html", context)


def _counted(user: Any, now: datetime) -> Counted:
    """Who sees some articles alone has few flags, which are counted each time."""
    if not sees_own_only(user):
        return desk_figures.of_all(now=now)
    own = review_filters.flags(Filters(state=ALL), user)
    return Counted(desk_figures.count(own, timezone.localdate(now)), None)


def _days(figures: Figures) -> list[Day]:
    levels = [(date.fromisoformat(day), level) for day, level in figures["days"]]
    most = max(1, *(level for _, level in levels))
    step = WIDTH / len(levels)
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


def _age(day: str, today: date) -> str:
    days = (today - date.fromisoformat(day)).days
    return "less than a day" if days < 1 else f"{days:,} day{'' if days == 1 else 's'}"


def _ages(figures: Figures, today: date) -> list[tuple[str, int, str]]:
    """Severity, how many are open, and the age that half of them have reached."""
    found = {rank: (number, _age(day, today)) for rank, number, day in figures["ages"]}
    return [(label, *found.get(rank, (0, "–"))) for rank, label in enumerate(Severity.labels)]


def _lines(
    rows: Iterable[tuple[Any, int, int, str]], today: date, name: Callable[[Any], str], address: Callable[[Any], str]
) -> list[Line]:
    rows = list(rows)
    longest = max((row[2] for row in rows), default=1)
    return [
        Line(name(which), address(which), blockers, number, _age(day, today), round(100 * number / longest, 1))
        for which, blockers, number, day in rows
    ]


def _by_kind(figures: Figures, today: date) -> list[Line]:
    return _lines(figures["kinds"], today, title_of, lambda code: Filters(kind=code).address())


def _by_author(figures: Figures, today: date) -> list[Line]:
    """People who are gone since the count have no line."""
    rows = figures["authors"]
    names = dict(Contributor.objects.filter(pk__in=[row[0] for row in rows]).values_list("pk", "name"))
    there = [row for row in rows if row[0] in names]
    return _lines(there, today, names.__getitem__, lambda pk: Filters(author=pk).address())


def _overruled(figures: Figures) -> list[Overruled]:
    return [
        Overruled(title_of(code), Filters(kind=code, state=State.ACCEPTED).address(), cases, overruled)
        for code, cases, overruled in figures["overruled"]
    ]
