"""The figures of the review desk are those of a count flag by flag, kept where pages would wait for them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles import tasks
from articles.models import ArticleContributor, DeskFigures, Flag
from articles.services import desk_figures
from tests.articles import factories
from tests.bench.many_flags import fill

pytestmark = pytest.mark.django_db


def test_what_is_kept_is_counted_anew_once_the_clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_figures, "AT_ONCE", 0)
    article = factories.make_article(body="Zinc cures colds.")
    factories.assess_as(article, flags={0: [factories.flag()]})
    now = timezone.now()
    assert desk_figures.of_all(now=now).at == now  # nothing was kept yet
    factories.assess_as(factories.make_article(body="Zinc cures flu."), flags={0: [factories.flag()]})
    later = desk_figures.of_all(now=now + timedelta(minutes=50))
    assert (later.at, later.figures["ages"][0][1]) == (now, 1)
    much_later = now + timedelta(minutes=70)
    found = desk_figures.of_all(now=much_later)
    assert (found.at, found.figures["ages"][0][1]) == (much_later, 2)
    assert DeskFigures.objects.count() == 1


def test_the_task_counts_where_pages_read_what_is_kept_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    fill(200)
    assert tasks.count_desk() is False
    assert not DeskFigures.objects.exists()
    monkeypatch.setattr(desk_figures, "AT_ONCE", 199)
    assert tasks.count_desk() is True
    assert DeskFigures.objects.get().figures["days"]


def test_every_number_is_that_of_a_count_flag_by_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    fill(3_000)
    monkeypatch.setattr(desk_figures, "AT_ONCE", 0)
    desk_figures.keep(now=timezone.now())
    kept = desk_figures.of_all(now=timezone.now()).figures
    today, flags = timezone.localdate(), list(Flag.objects.all())
    assert kept == json.loads(json.dumps(desk_figures.count(Flag.objects.all(), today)))
    assert dict(map(tuple, kept["days"])) == _blockers_by_day(flags, today)
    open_ones = [flag for flag in flags if flag.state == "open"]
    assert [tuple(row) for row in kept["ages"]] == [
        (rank, len(some), _half(some))
        for rank in range(3)
        if (some := [flag for flag in open_ones if flag.severity_rank == rank])
    ]
    kinds = {code: [flag for flag in open_ones if flag.code == code] for code in {flag.code for flag in open_ones}}
    assert [tuple(row) for row in kept["kinds"]] == _most(kinds)
    by_author: dict[Any, list[Flag]] = {}
    wrote = ArticleContributor.objects.filter(role="author").values_list("article", "contributor")
    names = {article: [pk for its, pk in wrote if its == article] for article in {article for article, _ in wrote}}
    for flag in open_ones:
        for pk in names[flag.article_id]:
            by_author.setdefault(pk, []).append(flag)
    assert [tuple(row) for row in kept["authors"]] == _most(by_author)
    assert len(kept["authors"]) > 5
    dealt = Counter((flag.code, flag.state) for flag in flags if flag.state in ("accepted", "mended"))
    cases = {code: dealt[code, "accepted"] + dealt[code, "mended"] for code, _ in dealt}
    often = [code for code in cases if cases[code] >= 10 and 2 * dealt[code, "accepted"] > cases[code]]
    assert [row[0] for row in kept["overruled"]] == sorted(often)


def _blockers_by_day(flags: Sequence[Flag], today: date) -> dict[str, int]:
    blockers = [flag for flag in flags if flag.severity == "blocker"]
    days = [today - timedelta(days=number) for number in range(59, -1, -1)]
    return {
        day.isoformat(): sum(
            flag.first_raised.date() <= day and (flag.closed_at is None or flag.closed_at.date() > day)
            for flag in blockers
        )
        for day in days
    }


def _half(flags: Sequence[Flag]) -> str:
    days = sorted(flag.first_raised.date() for flag in flags)
    return days[(len(days) - 1) // 2].isoformat()


def _most(lots: dict[Any, list[Flag]]) -> list[tuple[Any, int, int, str]]:
    rows = [
        (name, sum(flag.severity == "blocker" for flag in some), len(some), _half(some)) for name, some in lots.items()
    ]
    return sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))[:15]
