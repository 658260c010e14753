"""`make bench`: the page of figures over 100,000 articles with 400,000 claims, rendered anew."""

from __future__ import annotations

import time
from statistics import median
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.articles.published import publish

ARTICLES, CLAIMS, TIMES = 100_000, 400_000, 9
FILL = (
    "INSERT INTO articles_foundarticle (article_id, published_at, levels, head, words, reviewed_on, next_review) "
    "SELECT 1000000 + n, now(), '{{}}', '', repeat('word' || n || ' ', 40)::tsvector, "
    "CASE WHEN n % 3 = 0 THEN '' ELSE (current_date - n % 1500)::text END, (current_date + n % 900 - 90)::text "
    "FROM generate_series(1, {articles}) AS n",
    "INSERT INTO articles_foundclaim (article_id, index, text, support, level, published_at, words) "
    "SELECT 1000000 + n / 4, n, 'A claim of some words that says something', "
    "(ARRAY['supported', 'weak', 'none'])[1 + n % 3], "
    "(ARRAY['strong', 'moderate', 'weak', 'very-weak', 'none'])[1 + n % 5], now(), '' "
    "FROM generate_series(1, {claims}) AS n",
)


@pytest.mark.django_db(transaction=True)
def test_the_page_of_figures(client: Client, settings: Any) -> None:
    settings.STORED_PAGES = False
    publish()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in FILL:
            cursor.execute(statement.format(articles=ARTICLES, claims=CLAIMS))
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE articles_foundarticle")
        cursor.execute("VACUUM ANALYZE articles_foundclaim")
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        assert client.get("/how-we-work/figures/").status_code == 200
        taken.append((time.perf_counter() - began) * 1000)
    print(f"\n  page of figures, {ARTICLES:,} articles, {CLAIMS:,} claims: {median(taken):.0f} ms")  # noqa: T201
