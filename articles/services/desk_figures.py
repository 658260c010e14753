"""The review desk in figures: open flags by day, age, kind and author, and the rules that people overrule.

In: flags and the day. Out: plain values that can be kept as JSON, counted from the flags as they are. Where there are
so many that a page would wait for it, a task by the clock keeps them for all who see every flag.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from articles.models import DeskFigures, Flag, Role
from articles.models.claim import FlagQuerySet, Severity, State

DAYS = 60
ROWS = 15
CASES = 10
"""Cases of a rule below which being overruled says nothing yet [house]."""
HALF = 0.5
AT_ONCE = 20_000
"""Flags up to which every page counts for itself [house]: it takes less than a tenth of a second."""
OLDEST = timedelta(hours=1)
"""Figures that are older were left behind by a clock that stands still; then the page counts [house]."""

Figures = Mapping[str, Any]
"""`days`: [day, open blockers at its end] for `DAYS` days; `ages`: [rank of severity, open, day]; `kinds`: [code, open
blockers, open, day] and `authors`: the same by id, those with most first, `ROWS` of each; `overruled`: [code, cases,
overruled]. Days are ISO dates; the day of a row is the one by which half of its open flags had been raised."""


@dataclass(frozen=True, slots=True)
class Counted:
    figures: Figures
    at: datetime | None
    """When they were counted; None for just now."""


def of_all(*, now: datetime) -> Counted:
    """The figures of every flag: counted now where there are few, otherwise as they are kept."""
    if not _many():
        return Counted(count(Flag.objects.all(), timezone.localdate(now)), None)
    kept = DeskFigures.objects.first()
    if kept is None or now - kept.counted_at > OLDEST:
        kept = _keep(now)
    return Counted(kept.figures, kept.counted_at)


def keep(*, now: datetime) -> bool:
    """Counts anew where pages read what is kept; whether it did. The sum of all flags is no secret: nobody is asked."""
    if many := _many():
        _keep(now)
    return many


def _many() -> bool:
    return bool(Flag.objects.order_by("pk").values("pk")[AT_ONCE : AT_ONCE + 1])


def _keep(now: datetime) -> DeskFigures:
    given = {"counted_at": now, "figures": count(Flag.objects.all(), timezone.localdate(now))}
    return DeskFigures.objects.update_or_create(pk=1, defaults=given)[0]


def count(flags: FlagQuerySet, today: date) -> Figures:
    """The figures of these flags, in six queries."""
    flags = flags.order_by()
    return {
        "days": open_blockers(flags.blockers(), today),
        **_by_severity_and_kind(flags.open()),
        "authors": _by_author(flags.open()),
        "overruled": _overruled(flags),
    }


def open_blockers(blockers: QuerySet[Flag], today: date) -> list[tuple[str, int]]:
    """How many of these were open at the end of each day: those raised by then, less those closed; three queries."""
    first = today - timedelta(days=DAYS - 1)
    before = blockers.filter(first_raised__date__lt=first)
    level = before.filter(Q(closed_at=None) | Q(closed_at__date__gte=first)).count()
    raised = _by_day(blockers.filter(first_raised__date__gte=first), "first_raised")
    closed = _by_day(blockers.filter(closed_at__date__gte=first), "closed_at")
    days = [first + timedelta(days=number) for number in range(DAYS)]
    levels = accumulate((raised.get(day, 0) - closed.get(day, 0) for day in days), initial=level)
    return [(day.isoformat(), number) for day, number in zip(days, list(levels)[1:], strict=True)]


def _by_day(rows: QuerySet[Flag], moment: str) -> dict[date, int]:
    return dict(rows.annotate(day=TruncDate(moment)).values_list("day").annotate(number=Count("pk")))


class _Lot:
    """Open flags that stand in one row: how many, how many of them blockers, and how many were raised on each day."""

    def __init__(self) -> None:
        self.blockers, self.number = 0, 0
        self.raised: Counter[date] = Counter()

    def add(self, rank: int, day: date, number: int) -> None:
        self.blockers += number if rank == list(Severity).index(Severity.BLOCKER) else 0
        self.number += number
        self.raised[day] += number

    @property
    def half(self) -> str:
        """The day by which half of them had been raised."""
        passed = 0
        for day in sorted(self.raised):
            passed += self.raised[day]
            if passed >= HALF * self.number:
                return day.isoformat()
        return ""


def _most(lots: Mapping[Any, _Lot]) -> list[tuple[Any, int, int, str]]:
    first = sorted(lots.items(), key=lambda item: (-item[1].blockers, -item[1].number, item[0]))[:ROWS]
    return [(name, lot.blockers, lot.number, lot.half) for name, lot in first]


def _gathered(rows: Iterable[tuple[Any, int, date, int]]) -> dict[Any, _Lot]:
    lots: dict[Any, _Lot] = {}
    for name, rank, day, number in rows:
        lots.setdefault(name, _Lot()).add(rank, day, number)
    return lots


def _by_severity_and_kind(rows: QuerySet[Flag]) -> dict[str, Any]:
    alike = rows.annotate(day=TruncDate("first_raised")).values_list("code", "severity_rank", "day")
    counted = list(alike.annotate(number=Count("pk")))
    ranks = _gathered((rank, rank, day, number) for _, rank, day, number in counted)
    return {
        "ages": [(rank, lot.number, lot.half) for rank, lot in sorted(ranks.items())],
        "kinds": _most(_gathered(counted)),
    }


def _by_author(rows: QuerySet[Flag]) -> list[tuple[int, int, int, str]]:
    """Days are looked up for the few authors that are shown alone: for all they would be as many as there are flags."""
    credited = rows.filter(article__credits__role=Role.AUTHOR)
    named = credited.values_list("article__credits__contributor")
    most = named.annotate(blockers=Count("pk", filter=Q(severity_rank=0)), number=Count("pk"))
    shown = [pk for pk, _, _ in most.order_by("-blockers", "-number", "article__credits__contributor")[:ROWS]]
    theirs = rows.filter(article__credits__role=Role.AUTHOR, article__credits__contributor__in=shown)
    alike = theirs.annotate(day=TruncDate("first_raised")).values_list(
        "article__credits__contributor", "severity_rank", "day"
    )
    return _most(_gathered(alike.annotate(number=Count("pk"))))


def _overruled(rows: QuerySet[Flag]) -> list[tuple[str, int, int]]:
    """Rules whose flags people accepted or called no claim in more than half of the cases they settled or mended."""
    dealt = rows.filter(state__in=(State.ACCEPTED, State.MENDED)).values_list("code")
    counted = dealt.annotate(cases=Count("pk"), overruled=Count("pk", filter=Q(state=State.ACCEPTED)))
    return [
        (code, cases, overruled)
        for code, cases, overruled in counted.filter(cases__gte=CASES).order_by("-overruled", "code")
        if overruled > HALF * cases
    ]
