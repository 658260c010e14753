"""A product leads to the drafts that name it, through indexes, and to no others."""

from __future__ import annotations

import pytest
from django.db import connection

from articles.models import Article
from articles.models.naming import INDEXED
from articles.services.shared_records import articles_on
from products.models import Product

pytestmark = pytest.mark.django_db


def draft(slug: str, body: str = "", **facts: str) -> Article:
    return Article.objects.create(**{"title": slug, "slug": slug, "body": body, **facts})


def found(name: str, **facts: object) -> set[str]:
    product = Product.objects.create(**{"name": name, "seller": "Bloom Ltd", **facts})
    return set(articles_on(product).values_list("slug", flat=True))


def test_a_draft_with_the_words_apart_or_in_another_order_does_not_name_it() -> None:
    draft("apart", "The flora of the gut will bloom.")
    draft("turned", "Bloom Flora is another.")
    assert found("Flora Bloom") == set()


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_of_nothing_leads_nowhere(name: str) -> None:
    draft("any", "Words.")
    assert found("Quiet Night", names=[name]) == set()


@pytest.mark.parametrize(
    "body",
    [
        "FLORA BLOOM helps.",
        "We like “Flora Bloom”, and more.",
        "**Flora Bloom**",
        "(flora bloom/other)",
        "Flora Blooms",
    ],
)
def test_a_draft_that_names_it_is_found_however_it_stands_there(body: str) -> None:
    draft("one", body)
    assert found("Flora Bloom") == {"one"}


@pytest.mark.parametrize(
    "name", ["Omega-3 Max", "O'Neill’s Best", "B12", "ColdAway®", "Café Zen", "C++", "†‡", "100% Pure"]
)
def test_signs_in_a_name_hide_it_nowhere(name: str) -> None:
    draft("one", f"Take {name} daily.")
    draft("two", "Take nothing.")
    assert found(name) == {"one"}


def test_other_names_title_and_standfirst_count_and_classes_only_of_goods_we_sell() -> None:
    draft("by-title", title="All about Flora Bloom")
    draft("by-standfirst", standfirst="Is FloBlo any good?")
    draft("by-class", "A probiotic helped.")
    assert found("Flora Bloom", names=["FloBlo"], classes=["probiotic"]) == {"by-title", "by-standfirst"}
    assert found("Flora Bloom Two", names=["FloBlo"], classes=["probiotic"], sold_by_publisher=True) == {
        "by-standfirst",
        "by-class",
    }


def test_a_name_at_the_end_of_a_text_longer_than_the_index_holds_is_found() -> None:
    words = " ".join(f"w{number:x}" for number in range(INDEXED // 5))
    assert len(words) > INDEXED
    draft("long", f"{words} Flora Bloom")
    draft("other", f"{words} Quiet Night")
    assert found("Flora Bloom") == {"long"}


def test_drafts_are_found_through_their_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")  # few rows are quickly read in the order of their keys
        sql, values = Article.objects.naming("Flora Bloom").query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", values)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "article_words_of_draft" in plan
    assert "article_length" in plan
    assert "Seq Scan" not in plan
