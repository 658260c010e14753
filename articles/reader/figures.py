"""The page of figures that the publication shows about itself: each drawn, and each as a number in a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.finding import standing
from articles.reader.responses import ASK_AGAIN, public
from articles.rendering.addresses import absolute
from articles.rendering.body import LEVEL_WORDS, WORDS

HIGHEST = 50
"""Height of the highest column of the months, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a number, its share of the whole in words, and its bar."""

    label: str
    number: int
    share: str
    width: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A month of the drawing: where it stands, how high it is."""

    x: int
    y: float
    height: float


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    counted = standing.claims()
    articles = standing.articles(now.date())
    months = standing.months(now)
    support = {name: sum(number for (of, _), number in counted.items() if of == name) for name in WORDS}
    levels = {name: sum(number for (_, of), number in counted.items() if of == name) for name in LEVEL_WORDS}
    total = sum(support.values())
    context: dict[str, Any] = {
        "claims": total,
        "support": _rows(((WORDS[name], number, name) for name, number in support.items()), total),
        "levels": _rows(((LEVEL_WORDS[name], number, "") for name, number in levels.items()), total),
        "articles": articles["articles"],
        "open": _rows(
            (
                ("Marked for an update", articles["updating"], ""),
                ("Past their day of review", articles["overdue"], ""),
                ("Never medically reviewed", articles["never"], ""),
            ),
            articles["articles"],
        ),
        "ages": _rows(
            ((label, number, "") for label, number in [*articles["ages"], ("Never", articles["never"])]),
            articles["articles"],
        ),
        "months": months,
        "columns": _columns([month.corrections for month in months]),
        "corrections": sum(month.corrections for month in months),
        "day": now,
        "canonical": absolute(request.path),
    }
    return public(render(request, "articles/figures.html", context), ASK_AGAIN)


def _rows(told: Iterable[tuple[str, int, str]], whole: int) -> list[Row]:
    return [
        Row(label, number, _share(number, whole), round(100 * number / (whole or 1), 2), name)
        for label, number, name in told
    ]


def _share(number: int, whole: int) -> str:
    """In whole percent; what is some is never called none, and what is not all never all."""
    if 0 < number < whole and not 1 <= 100 * number / whole <= 99:
        return "under 1 %" if number < whole / 2 else "over 99 %"
    return f"{round(100 * number / whole) if whole else 0} %"


def _columns(numbers: list[int]) -> list[Column]:
    most = max([*numbers, 1])
    heights = [round(HIGHEST * number / most, 2) for number in numbers]
    return [Column(place * 20 + 3, HIGHEST - height, height) for place, height in enumerate(heights)]
