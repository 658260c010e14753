"""What readers are told is true of every combination of who publishes, who sells and who wrote."""

from __future__ import annotations

import re
from typing import Any

import pytest

from products.statements import Ties, statement, title

US, OTHER = "Common Ground Health", "Intimate Rose"
PUBLISHERS = {"own": "own", "no tie": "none"}
SELLERS = {"the publisher": US, "another firm": OTHER, "unknown": ""}
AUTHORS = {"none": "None", "a tie": "A. Lind advises the maker."}

NO = "No author has a tie to it."
TIE = "Authors' ties to it: A. Lind advises the maker."
OURS = f"{US} publishes this page, and makes or sells Flora Bloom."
SOLD = f"{US} publishes this page, and sells Flora Bloom."
TWELVE = {
    ("own", "the publisher", "none"): ("We sell Flora Bloom.", f"{SOLD} {NO}"),
    ("own", "the publisher", "a tie"): ("We sell Flora Bloom.", f"{SOLD} {TIE}"),
    ("own", "another firm", "none"): ("We make or sell Flora Bloom.", f"{OURS} It is sold by {OTHER}. {NO}"),
    ("own", "another firm", "a tie"): ("We make or sell Flora Bloom.", f"{OURS} It is sold by {OTHER}. {TIE}"),
    ("own", "unknown", "none"): ("We make or sell Flora Bloom.", f"{OURS} {NO}"),
    ("own", "unknown", "a tie"): ("We make or sell Flora Bloom.", f"{OURS} {TIE}"),
    ("no tie", "the publisher", "none"): ("We sell Flora Bloom.", f"{SOLD} {NO}"),
    ("no tie", "the publisher", "a tie"): ("We sell Flora Bloom.", f"{SOLD} {TIE}"),
    ("no tie", "another firm", "none"): (
        "About Flora Bloom.",
        f"We have no tie to Flora Bloom or to {OTHER}, which sells it. {NO}",
    ),
    ("no tie", "another firm", "a tie"): (
        "About Flora Bloom.",
        f"We have no tie to Flora Bloom or to {OTHER}, which sells it. {TIE}",
    ),
    ("no tie", "unknown", "none"): ("About Flora Bloom.", f"We have no tie to Flora Bloom. {NO}"),
    ("no tie", "unknown", "a tie"): ("About Flora Bloom.", f"We have no tie to Flora Bloom. {TIE}"),
}


def ties(tie: str, seller: str = "", authors: str = "None", **more: Any) -> Ties:
    return Ties(product="Flora Bloom", publisher=US, tie=tie, seller=seller, authors=authors, **more)


def test_nobody_but_the_publisher_is_ever_said_to_publish_the_page() -> None:
    for tie in ("own", "affiliate", "sponsored", "free-goods", "none"):
        for seller in ("", OTHER, "Intimate Rose Ltd.", US, US.upper() + " "):
            for maker in ("", OTHER, US):
                told = statement(ties(tie, seller, maker=maker))
                assert re.findall(r"([\w .]+?) publishes this page", told) in ([], [US]), (tie, seller, maker)


def test_the_seller_of_a_product_never_says_that_it_has_no_tie() -> None:
    for tie in ("affiliate", "sponsored", "free-goods", "none"):
        for facts in ({"seller": US}, {"maker": US}, {"ours": True}, {"seller": f"{US.lower()}."}):
            told = statement(ties(tie, **facts))
            assert told.startswith(f"{US} publishes this page, and "), (tie, facts)
            assert "no tie to Flora Bloom" not in told


def test_an_unanswered_question_is_told_as_such_whoever_sells() -> None:
    for seller in SELLERS.values():
        assert statement(ties("", seller)) == "What we gain from Flora Bloom has not been stated."


@pytest.mark.parametrize(("publisher", "seller", "authors"), TWELVE)
def test_the_twelve_combinations(publisher: str, seller: str, authors: str) -> None:
    one = ties(PUBLISHERS[publisher], SELLERS[seller], AUTHORS[authors])
    assert (title(one), statement(one)) == TWELVE[publisher, seller, authors]


@pytest.mark.parametrize(
    ("tie", "seller", "told"),
    [
        ("affiliate", OTHER, f"We earn money if you buy Flora Bloom from {OTHER} through this page."),
        ("affiliate", "", "We earn money if you buy Flora Bloom through this page."),
        ("sponsored", OTHER, f"{OTHER} paid for this article, which names its product Flora Bloom."),
        ("sponsored", "", "The seller of Flora Bloom paid for this article, which names it."),
        ("free-goods", OTHER, f"{OTHER} gave us Flora Bloom free of charge."),
        ("free-goods", "", "We were given Flora Bloom free of charge."),
    ],
)
def test_the_other_ties_name_who_pays_where_it_is_known(tie: str, seller: str, told: str) -> None:
    assert statement(ties(tie, seller)) == f"{told} {NO}"


def test_making_and_selling_are_told_apart_where_both_are_on_record() -> None:
    both = statement(ties("own", US, maker=US))
    assert both.startswith(f"{US} publishes this page, and makes and sells Flora Bloom.")
    sells = statement(ties("own", US, maker=OTHER))
    assert sells.startswith(f"{US} publishes this page, and sells Flora Bloom. It is made by {OTHER}.")
    makes = statement(ties("own", OTHER, maker=US))
    assert makes.startswith(f"{US} publishes this page, and makes Flora Bloom. It is sold by {OTHER}.")


def test_whoever_works_for_the_seller_is_named_and_no_other_tie_is_denied_in_the_same_breath() -> None:
    told = statement(ties("none", OTHER, people=[("Ada Lind", "intimate rose"), ("Ben Okafor", "City Clinic")]))
    assert "Ada Lind works for Intimate Rose." in told
    assert "Ben Okafor" not in told
    assert NO not in told
    assert told.endswith("No author states another tie to it.")
