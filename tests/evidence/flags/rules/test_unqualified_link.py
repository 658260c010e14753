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
    ["https://www.amazon.com/dp/B000", "https://example.com/products/tea", "https://example.com/x?tag=me-20"],
)
def test_it_flags_shops_and_partner_links(url: str) -> None:
    assert check_flags(CODE, f"Try [this tea]({url}) at home.").facts == (("address", url),)


def test_it_flags_a_link_to_a_recorded_product() -> None:
    tea = replace(TEA, urls=("https://hill.example/calm",))
    check_flags(CODE, "Try [this tea](https://hill.example/calm) at home.", products=[tea])
