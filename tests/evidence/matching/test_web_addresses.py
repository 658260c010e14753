"""Which address may stand as a source."""

from __future__ import annotations

import pytest

from evidence.matching.web_addresses import address, hosts, page_key


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/",
        "https://www.example.org",
        "https://www.example.org/en/",
        "https://www.example.org/index.html",
        "/articles/ginger",
        "#top",
        "mailto:ada@example.org",
        "https://www.google.com/search?q=ginger",
        "https://scholar.google.com/scholar?hl=en&q=ginger",
        "https://pubmed.ncbi.nlm.nih.gov/?term=ginger",
        "https://www.example.org/search/ginger",
        "https://www.example.org/?s=ginger",
        "https://www.amazon.co.uk/Ginger-Book/dp/1234567890",
        "https://amzn.to/3abc",
        "https://tea.example/blogs/health/calm-foods?_pos=10&_sid=7b6b&_ss=r",
        "https://www.gettyimages.co.uk/detail/1340129187",
        "https://www.example.com/product/ginger-tea",
        "https://www.example.com/collections/teas",
        "https://shop.example.com/ginger",
        "https://example.com/ginger?tag=hill-20",
        "https://www.facebook.com/example/posts/12",
        "https://twitter.com/example/status/12",
        "https://bit.ly/3abc",
        "https://github.com/example/analysis",
        "https://www.example.org/images/ginger.jpg",
        "https://www.example.org/category/teas/",
        "https://www.example.org/about-us/",
        "https://www.example.org/contact",
        "https://care.example/services/night-care.html",
        "https://care.example/our-services",
        "http://[bad",
    ],
)
def test_it_takes_no_source_from(url: str) -> None:
    assert page_key(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "https://www.cdc.gov/flu/about/keyfacts.htm",
        "https://www.who.int/news-room/fact-sheets/detail/measles",
        "https://www.nhs.uk/conditions/migraine/",
        "https://news.example/2026/ginger-and-nausea",
        "https://en.wikipedia.org/wiki/Ginger",
        "https://www.example.org/reports/ginger-2026.pdf",
        "https://www.fda.gov/food/products/recall-12",
        "https://www.cdc.gov/services/screening.html",
        "https://news.example/preventive-services-and-costs",
        "http://example.org/index.php?option=content&id=12",
    ],
)
def test_a_page_on_another_site_may_be_a_source(url: str) -> None:
    assert page_key(url) == f"url:{url.rstrip('/')}"


def test_the_pages_own_site_and_sellers_are_no_sources() -> None:
    own = hosts({"canonical": "https://www.hill.example/blog/ginger"}, ["https://shop.farm.example/tea"])
    assert own == {"hill.example", "shop.farm.example"}
    assert page_key("https://hill.example/blog/other", own) == ""
    assert page_key("https://eu.hill.example/blog/other", own) == ""
    assert page_key("https://nothill.example/blog/other", own) != ""


def test_one_page_has_one_address_however_it_is_written() -> None:
    assert address("http://www.Example.org/a/b/?utm_source=x&id=3#part") == address("https://example.org/a/b?id=3")
    assert address("https://example.org/a?id=3") != address("https://example.org/a?id=4")
