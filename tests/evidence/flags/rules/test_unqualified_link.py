"""A commercial link that is not marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.evidence.judging import TEA, check_clean, check_flags

CODE = "unqualified-link"


@pytest.mark.parametrize(
    "text",
    [
        "Read about [ginger](https://example.org/ginger).",
        'Try <a href="https://example.com/products/tea" rel="sponsored nofollow">this tea</a>.',
    ],
)
def test_it_leaves_plain_and_marked_links_alone(text: str) -> None:
    check_clean(CODE, text)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.amazon.com/dp/B000",
        "https://www.amazon.co.uk/dp/B000?tag=sleep&psc=1",
        "https://example.com/products/tea",
        "https://www.iherb.com/pr/zinc/1",
        "https://news.example/story?tag=sleep",
        "https://example.com/x?ref=homepage",
        "https://notshareasale.com/x",
        "https://[bad",
    ],
)
def test_it_leaves_plain_links_to_shops_alone(url: str) -> None:
    check_clean(CODE, f"Try [this tea]({url}) at home.")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/x?tag=me-20",
        "https://www.amazon.de/dp/B000?psc=1&tag=schlaf-21",
        "https://amzn.to/3abc",
        "https://www.awin1.com/cread.php?awinmid=1",
        "https://vitamins.pxf.io/c/1/2/3",
        "https://shop.example/zinc?aff_id=77",
        "https://shop.example/zinc?utm_source=blog&utm_medium=affiliate",
        "https://go.skimresources.com/?id=1&url=https%3A%2F%2Fshop.example",
        "https://me.seller.hop.clickbank.net",
    ],
)
def test_it_flags_partner_tags_and_networks(url: str) -> None:
    assert check_flags(CODE, f"Try [this tea]({url}) at home.").facts == (("address", url),)


@pytest.mark.parametrize(
    "says",
    [
        "This page contains affiliate links.",
        "We may earn a small commission if you buy through our links.",
        "As an Amazon Associate I earn from qualifying purchases.",
    ],
)
def test_the_page_s_own_word_makes_links_to_shops_paid(says: str) -> None:
    url = "https://www.amazon.com/dp/B000"
    assert check_flags(CODE, f"{says}\n\nTry [this tea]({url}) at home.").facts == (("address", url),)


@pytest.mark.parametrize("says", ["We use no affiliate links.", "We never earn a commission on what you buy."])
def test_a_page_that_says_it_is_not_paid_is_believed(says: str) -> None:
    check_clean(CODE, f"{says}\n\nTry [this tea](https://www.amazon.com/dp/B000) at home.")


def test_it_flags_a_link_to_a_recorded_product() -> None:
    tea = replace(TEA, urls=("https://hill.example/calm",))
    check_flags(CODE, "Try [this tea](https://hill.example/calm) at home.", products=[tea])
