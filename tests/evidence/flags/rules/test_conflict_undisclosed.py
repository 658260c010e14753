"""Ties to what the page argues for that nobody has stated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Disclosure, Page
from evidence.values import Severity
from tests.evidence.judging import TEA, check_clean, check_flags

CODE = "conflict-undisclosed"
ANSWERED = Page(interests_answered=True)
TRAINED = Page(credentials=True)


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    check_clean(CODE, "We walked to the harbour and ate noodles.")


def test_an_answer_settles_it() -> None:
    check_clean(CODE, "Magnesium relieves migraine.", page=ANSWERED)


def test_a_disclosed_product_settles_it() -> None:
    page = replace(ANSWERED, disclosures=(Disclosure("calm-tea", answered=True),))
    check_clean(CODE, "Calm Tea supports digestion.", products=[TEA], page=page)


LEAFLET = "Magnesium relieves migraine. It eases cramps in pregnancy. Drinking enough water prevents constipation."


@pytest.mark.parametrize(
    "aside",
    [
        "",
        "Your midwife can tell you more.",
        "Read more at [the clinic](https://hospital.example.org/migraine).",
        "The report was published by the ministry and printed twice.",
        "Our bodies need it, and our guts lose it.",
        "I read about it in [a book](https://www.amazon.com/dp/0306406152).",
    ],
)
def test_silence_is_worth_a_note_where_no_goods_are_at_stake(aside: str) -> None:
    assert check_flags(CODE, f"{LEAFLET} {aside}", page=TRAINED).severity is Severity.NOTE


def test_it_is_part_of_the_flag_on_the_author_where_nothing_is_sold() -> None:
    check_clean(CODE, LEAFLET)
    flag = check_flags("missing-credentials", LEAFLET)
    assert ("interests", "not answered") in flag.facts
    assert "gain" in flag.message
    assert ("interests", "not answered") not in check_flags("missing-credentials", LEAFLET, page=ANSWERED).facts


@pytest.mark.parametrize(
    "aside",
    [
        "Shop now and save.",
        "Use code CALM10 at the till.",
        "Our magnesium capsules are made in Wales.",
        "A month of it costs £12.",
        "[Get it here](https://www.amazon.com/dp/B000000000?tag=calm-20).",
        "We earn a small commission if you buy through these links.",
        "You will find it [in the shop](/shop/magnesium).",
        "Free shipping on all orders.",
        "It is available from our online store.",
    ],
)
def test_silence_stops_where_something_is_sold(aside: str) -> None:
    assert check_flags(CODE, f"{LEAFLET} {aside}").severity is Severity.BLOCKER


def test_silence_stops_where_a_product_is_named() -> None:
    flag = check_flags(
        CODE, f"{LEAFLET} Calm Tea supports digestion.", products=[replace(TEA, sold_by_publisher=False)]
    )
    assert flag.severity is Severity.BLOCKER


def test_a_form_that_nobody_has_filled_in_stops_whatever_the_page_is_about() -> None:
    assert check_flags(CODE, LEAFLET, page=Page(has_form=True)).severity is Severity.BLOCKER


def test_it_asks_where_nobody_has_answered() -> None:
    assert check_flags(CODE, "Magnesium relieves migraine.", page=TRAINED).facts == (("interests", "not answered"),)


def test_it_flags_the_publishers_product_without_its_disclosure() -> None:
    flag = check_flags(CODE, "Calm Tea supports digestion.", products=[TEA], page=ANSWERED)
    assert flag.facts == (("names", "Calm Tea"),)


def test_it_flags_an_argument_for_a_class_that_the_publisher_sells() -> None:
    flag = check_flags(CODE, "Ginger reduces nausea.", products=[TEA], page=ANSWERED)
    assert flag.facts == (("argues for", "ginger"),)
