"""The desk reads pages and counts through its indexes: no plan looks at every flag, nor sorts them all."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles.newsroom import review_filters
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
