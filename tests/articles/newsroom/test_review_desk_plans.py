"""The desk reads pages and counts through its indexes: no plan looks at every flag, nor sorts them all."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Flag
from articles.newsroom import review_counts, review_filters
from articles.newsroom.review_filters import Filters
from tests.bench.many_flags import fill

pytestmark = pytest.mark.django_db
FLAGS = 20_000


def plan(rows: Any) -> str:
    return str(rows.explain())


def test_a_page_and_its_filters_use_an_index_and_sort_a_few_rows(editor: User) -> None:
    given = fill(FLAGS)
    half = (given["newest"] - given["articles"] // 2, 4, 1, 5)
    several = [Filters(), Filters(state="mended"), Filters(severity="blocker"), Filters(kind="retracted-source")]
    for filters in (*several, Filters(waiting="reviewer")):
        rows = review_filters.flags(filters, editor)
        for page in (rows[:51], review_filters.after(rows, half)[:51]):
            assert "Index" in plan(page), plan(page)
            assert "Seq Scan on articles_flag " not in plan(page), plan(page)
            # What is sorted are flags of one article, or the few that fit.
            assert "Incremental Sort" in plan(page) or filters.kind or "Sort" not in plan(page), plan(page)
    for filters in (Filters(author=given["author"]), Filters(article=given["newest"]), Filters(q="migraine 12345")):
        assert "Seq Scan on articles_flag " not in plan(review_filters.flags(filters, editor)[:51])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM articles_flag")
        assert cursor.fetchone()[0] == FLAGS


def test_words_are_looked_for_once_in_a_request_whatever_is_counted(client: Client) -> None:
    fill(2_000)
    client.force_login(User.objects.create_superuser("chief", password="password"))
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/admin/articles/flag/", {"q": "zinc"}).content.decode()
    assert sum("websearch_to_tsquery" in query["sql"] for query in asked) == 1
    assert "Sentence" in page


def test_words_of_common_flags_are_found_in_each_state(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(2_000)
    monkeypatch.setattr(review_filters, "LOOKED_THROUGH", 20)
    for state in ("open", "mended"):
        few, all_of_them = Filters(q="migraine", state=state), Flag.objects.filter(state=state, words__contains="migr")
        found = set(review_filters.flags(few, editor).values_list("pk", flat=True))
        assert found == set(all_of_them.values_list("pk", flat=True))
        assert found


def test_words_so_common_that_one_look_brings_enough_are_not_looked_for_again(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(2_000)
    monkeypatch.setattr(review_filters, "LOOKED_THROUGH", 200)
    monkeypatch.setattr(review_filters, "FOUND", 10)
    for state, looks in (("open", 1), ("accepted", 2)):  # one flag in ten with the words is accepted
        monkeypatch.setattr(review_filters, "FOUND", 10 if state == "open" else 150)
        with CaptureQueriesContext(connection) as asked:
            found = list(review_filters.flags(Filters(q="migraine", state=state), editor))
        assert {flag.state for flag in found} == {state}
        assert sum("websearch_to_tsquery" in query["sql"] for query in asked) == looks


def test_titles_with_the_words_leave_room_for_sentences_with_them(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(400)  # one article in five bears "Ginger" in its title, and one sentence in five
    monkeypatch.setattr(review_filters, "FOUND", 21)
    found = list(review_filters.flags(Filters(q="ginger"), editor).select_related("article"))
    titled = [flag for flag in found if "Ginger" in flag.article.title]
    assert len(found) == 21
    assert 10 <= len(titled) < 21


def test_where_not_all_are_counted_each_choice_has_at_least_so_many(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(200)  # eighty of them open
    for most, shown in ((1_000, "80"), (30, "30+")):
        monkeypatch.setattr(review_counts, "COUNTED", most)
        counts = review_counts.of(Filters(), editor)
        assert review_counts.up_to(counts.number) == shown
        named = [facet for facet in counts.facets if facet.name in ("article", "author")]
        numbers = [choice.number for facet in named for choice in facet.choices]
        assert numbers
        assert {number.endswith("+") for number in numbers} == {shown.endswith("+")}
        for facet in named:
            for choice in facet.choices:
                asked = Filters.of(dict(parse_qsl(choice.address.removeprefix("?"))))
                assert int(choice.number.removesuffix("+")) <= review_filters.flags(asked, editor).count()


def test_the_number_of_very_many_flags_is_a_plural(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(200)
    monkeypatch.setattr(review_counts, "COUNTED", 30)
    client.force_login(User.objects.create_superuser("chief", password="password"))
    assert "30+ flags" in client.get("/admin/articles/flag/").content.decode()


def test_signs_of_patterns_are_letters_in_a_search_for_titles(editor: User) -> None:
    given = fill(200)
    Article.objects.filter(pk=given["newest"]).update(title="100% of a_b")
    for words, there in (("100%", True), ("a_b", True), ("1__%", False), ("axb", False), ("\\", False)):
        found = review_filters.flags(Filters(q=words), editor).values_list("article", flat=True)
        assert (given["newest"] in found) is there, words


def test_articles_with_words_are_found_through_indexes(editor: User) -> None:
    fill(200)
    with connection.cursor() as cursor:
        for way in ("seqscan", "indexscan", "indexonlyscan"):  # of few articles all are looked at
            cursor.execute(f"SET LOCAL enable_{way} = off")
    rows = plan(Article.objects.filter(pk__in=Article.objects.with_words("part 777")).order_by("-modified_at")[:41])
    for name in ("article_title_like", "article_standfirst_like", "article_slug_like"):
        assert name in rows, rows


def test_flags_of_today_are_not_looked_for_among_all_flags(editor: User) -> None:
    fill(FLAGS)  # none that is open was raised today
    for age in ("day", "week"):
        rows = review_filters.flags(Filters(age=age), editor)
        run = rows[:51].explain(analyze=True)
        passed = [int(number) for number in re.findall(r"Rows Removed by Filter: (\d+)", run)]
        assert sum(passed) < FLAGS // 10, run


@pytest.mark.parametrize("few", [5, 10_000])
def test_flags_of_an_age_are_the_same_however_they_are_found(
    editor: User, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    fill(2_000)
    monkeypatch.setattr(review_filters, "FEW", few)
    for state in ("mended", "all"):
        for age in ("day", "week", "month"):
            fits = [flag for flag in Flag.objects.all() if state in (flag.state, "all") and _has(flag, age)]
            found = review_filters.flags(Filters(state=state, age=age), editor)
            assert {flag.pk for flag in found} == {flag.pk for flag in fits}
            assert fits


def _has(flag: Flag, age: str) -> bool:
    days = (timezone.now() - flag.first_raised) / timedelta(days=1)
    least, most = {"day": (0, 1), "week": (1, 7), "month": (7, 30)}[age]
    return least < days <= most
