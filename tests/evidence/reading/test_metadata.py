from __future__ import annotations

from typing import Any

import pytest

from evidence.context import Disclosure, Page
from evidence.reading.metadata import page_of, products_of


@pytest.mark.parametrize("products", [None, "Calm Cup", 3, [None, "Calm Cup", 3, {}, {"name": 5}], {"name": "x"}])
def test_it_refuses_to_guess_a_product_from_something_else(products: Any) -> None:
    assert products_of({"products": products}) == ()


@pytest.mark.parametrize("author", [None, "A. Person", ["A. Person"], 7])
def test_it_leaves_credentials_open_where_the_author_is_not_described(author: Any) -> None:
    page = page_of({"author": author})
    assert page.credentials is None
    assert page.interests_answered is False


@pytest.mark.parametrize("value", ["yes", 1, "true", {}])
def test_it_takes_only_a_plain_yes_for_a_yes(value: Any) -> None:
    assert page_of({"advice_notice": value}).advice_notice is False
    (product,) = products_of({"products": [{"name": "Calm Cup", "sold_by_publisher": value}]})
    assert product.sold_by_publisher is None


def test_an_unknown_market_counts_as_the_default() -> None:
    assert page_of({"market": "Mars"}).market == "US"
    assert page_of({"market": "uk"}).market == "UK"


def test_an_empty_front_matter_says_nothing() -> None:
    assert page_of({}) == Page()
    assert products_of({}) == ()


@pytest.mark.parametrize(
    ("interests", "answered"), [("none", True), ([], True), (False, True), ("", False), (None, False)]
)
def test_none_is_an_answer_about_interests_and_silence_is_not(interests: Any, answered: bool) -> None:
    assert page_of({"author": {"name": "A", "interests": interests}}).interests_answered is answered


@pytest.mark.parametrize("meta", [{"reviewer": {"name": "R. Reviewer"}}, {"reviewed_on": "2026-02-20"}, {}])
def test_a_reviewer_without_a_day_is_no_review(meta: dict[str, object]) -> None:
    assert page_of(meta).reviewer is False


def test_it_reads_the_page_and_its_products() -> None:
    meta = {
        "author": {"name": "A. Author", "credentials": "RD", "interests": "none"},
        "reviewer": {"name": "R. Reviewer"},
        "reviewed_on": "2026-02-20",
        "updated": "2026-03-01",
        "market": "EU",
        "advice_notice": True,
        "products": [
            {
                "name": "Calm Cup Tea",
                "names": ["Calm Cup", 4, ""],
                "classes": "herbal tea",
                "seller": "Leaf and Co",
                "sold_by_publisher": True,
                "trials": ["ash2024"],
                "url": "https://shop.example/tea",
                "disclosure": {"wording": "We sell this tea.", "placed_before": True},
            }
        ],
    }
    page = page_of(meta)
    assert (page.credentials, page.reviewer, page.dated, page.advice_notice) == (True, True, True, True)
    assert page.interests_answered
    assert page.market == "EU"
    assert page.disclosures == (Disclosure("calm-cup-tea", True, "We sell this tea.", True, False),)
    (product,) = products_of(meta)
    assert product.key == "calm-cup-tea"
    assert product.names == ("Calm Cup",)
    assert product.classes == ("herbal tea",)
    assert product.sold_by_publisher is True
    assert product.supplement is True
    assert product.urls == ("https://shop.example/tea",)


def test_an_empty_disclosure_is_an_open_question() -> None:
    meta = {"products": [{"name": "Calm Cup", "disclosure": {"wording": " "}}]}
    assert page_of(meta).disclosures == (Disclosure("calm-cup"),)
