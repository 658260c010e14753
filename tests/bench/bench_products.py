"""`make bench`: from a product to the drafts that name it, among 20,000 of 300 words, beside a look at each; and from a
draft to the products that it names, among 2,000."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from statistics import median

import pytest
from django.db import connection
from django.db.models import Q

from articles.assessments import Rows
from articles.models import Article
from articles.models.naming import holds
from articles.services.shared_records import articles_on
from products.models import Product
from tests.articles import factories
from tests.bench.bench_speed import say, thousand_words
from tests.bench.spent import spent

DRAFTS, NAMING, TIMES = 20_000, 50, 5
FILL = """
INSERT INTO articles_article SELECT (jsonb_populate_record(t.a, jsonb_build_object('id', 1000000 + n,
    'slug', 'made-' || n, 'body', (
        SELECT string_agg('w' || floor(random() * 5000)::int, ' ') FROM generate_series(1, 300) WHERE n > 0)
        || CASE WHEN n % {every} = 0 THEN ' Flora Bloom helps.' ELSE '' END))).*
FROM (SELECT x AS a FROM articles_article AS x LIMIT 1) AS t, generate_series(1, {drafts}) AS n
"""


def middle(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


@pytest.mark.django_db
def test_from_a_product_to_its_drafts() -> None:
    Article.objects.create(title="One", slug="one")
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(FILL.format(drafts=DRAFTS, every=DRAFTS // NAMING))
        cursor.execute("ANALYZE articles_article")
        cursor.execute(
            "SELECT pg_relation_size('article_words_of_draft') / 1e6, pg_total_relation_size('articles_article') / 1e6"
        )
        index, table = cursor.fetchone()
    product = Product.objects.create(name="Flora Bloom", names=["FloBlo"], seller="Bloom Ltd")
    found = set(articles_on(product).values_list("pk", flat=True))
    assert len(found) == NAMING
    whole = Q(disclosures__product=product) | holds("Flora Bloom") | holds("FloBlo")
    assert set(Article.objects.filter(whole).values_list("pk", flat=True)) == found
    indexed = middle(lambda: list(articles_on(product).values_list("pk", flat=True)))
    looked = middle(lambda: list(Article.objects.filter(whole).values_list("pk", flat=True)))
    print(  # noqa: T201
        f"\n  {DRAFTS:,} drafts, {NAMING} of which name it: {indexed:.1f} ms through the index, {looked:.0f} ms "
        f"looking at each; the index has {index:.0f} MB beside {table:.0f} MB in all"
    )


PRODUCTS = 2_000


@pytest.mark.django_db
def test_from_a_draft_to_its_products() -> None:
    named = factories.make_product(name="Flora Bloom")
    Product.objects.bulk_create(
        Product(name=f"Remedy{number} plus", names=[f"R{number}"]) for number in range(PRODUCTS)
    )
    article = factories.make_article(body=f"Flora Bloom is a probiotic.\n\n{thousand_words()}")
    assert Rows(article).products == [named]

    def looking_at_each() -> list[Product]:
        text = article.body
        return [
            product
            for product in Product.objects.order_by("pk")
            if re.search(rf"(?<!\w)(?:{'|'.join([product.name, *product.names])})(?:s|es)?(?!\w)", text, re.IGNORECASE)
        ]

    for what, work in (("through their names", lambda: Rows(article).products), ("looking at each", looking_at_each)):
        work()
        before = spent()
        for _ in range(TIMES):
            work()
        here, there = ((now - then) / TIMES for now, then in zip(spent(), before, strict=True))
        say(f"a draft's products of {PRODUCTS:,}, {what}", f"{here:.1f} ms here, {there:.1f} at the database")
