"""Sites, parts of a page, headlines and substances are no goods; what firms call theirs may be."""

from __future__ import annotations

import pytest

from evidence.reading import documents
from evidence.selling.discovery import mentions
from evidence.selling.silent.pointers import sends_on
from evidence.selling.statements import statement
from evidence.selling.unsold_names import is_substance, names_nothing_sold


@pytest.mark.parametrize(
    "name", ["Marrowfen", "Fenwick Pro", "Doctor Best", "Calm Tea", "Seed DS-01", "Reddington Oil"]
)
def test_a_name_that_firms_give_their_goods_is_kept(name: str) -> None:
    assert not names_nothing_sold(name)


@pytest.mark.parametrize(
    "name",
    ["Reddit", "Series 3", "Oils+For+Sale", "Glycinate Paradox", "Supplement Comparison Table", "Vit D", "BCAAs"],
)
def test_what_is_talked_of_is_no_name_of_goods(name: str) -> None:
    assert names_nothing_sold(name)


@pytest.mark.parametrize("headline", ["Reddit Consistently Rates Higher", "Users Actually Agree"])
def test_a_headline_is_no_name_of_goods(headline: str) -> None:
    assert names_nothing_sold(headline)


def test_a_substance_is_known_by_its_ending_where_the_page_writes_it_small() -> None:
    assert is_substance("Glycinate", {"glycinate"})
    assert not is_substance("Glycinate", {"magnesium"})
    assert not is_substance("Marrowfen", {"marrowfen"})


def test_who_is_answered_in_a_comment_is_no_product() -> None:
    page = "Marrowfen costs $30.\n\n@Corvallo - great link.\n\n@Corvallo - good to know, Corvallo is right.\n"
    assert "Corvallo" not in [one.name for one in mentions(documents.read(page))]


def test_who_founded_a_firm_is_no_product() -> None:
    page = (
        "Marrowfen costs $30.\n\nMeet founder Corvallo. We asked the founder Corvallo. Corvallo, our founder, is 40.\n"
    )
    assert "Corvallo" not in [one.name for one in mentions(documents.read(page))]


@pytest.mark.parametrize(
    "text",
    [
        "Check out our guide to how Xandor cures gout.",
        "Read our article on the tea that heals the gut, because it works.",
        "See our review: it beats arthritis.",
    ],
)
def test_a_sentence_that_sends_on_and_promises_claims(text: str) -> None:
    assert not sends_on(text.replace("Xandor", "thisproduct"))


def test_a_sentence_that_only_sends_on_claims_nothing() -> None:
    text = "For more, check out our guide on [how to optimize your bedroom for better sleep](/bedroom)."
    assert not statement(text, ("Xandor",)).claims
