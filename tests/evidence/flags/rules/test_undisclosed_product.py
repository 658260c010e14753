"""Promotion without label and disclosure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Disclosure, Page
from tests.evidence.judging import TEA, check_clean, check_flags, flags_of

CODE = "undisclosed-product"
TEXT = "Calm Tea supports good sleep and digestion."


def test_it_leaves_a_text_without_products_alone() -> None:
    check_clean(CODE, "Ginger tea supports good sleep and digestion.")


def test_it_leaves_another_firms_product_alone_that_is_merely_named() -> None:
    check_clean(CODE, "Calm Tea went on sale in 2019.", products=[replace(TEA, sold_by_publisher=False)])


DISCLOSED = Page(disclosures=(Disclosure("calm-tea", answered=True, placed_before=True),))


@pytest.mark.parametrize(
    "text",
    [
        "Calm Tea went on sale in 2019.",
        "Calm Tea is sold by the publisher of this page.",
        "One bag of Calm Tea holds two grams of camomile.",
        "You can find Calm Tea in our shop.",
    ],
)
def test_it_lets_a_disclosed_product_be_named(text: str) -> None:
    check_clean(CODE, text, products=[TEA], page=DISCLOSED)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Calm Tea helps you fall asleep.",
        "Calm Tea relieves bloating.",
        "Calm Tea reduces anxiety in adults.",
    ],
)
def test_a_disclosure_does_not_make_promotion_in_the_prose_a_labelled_block(text: str) -> None:
    check_flags(CODE, text, products=[TEA], page=DISCLOSED)


def test_a_disclosure_that_does_not_stand_before_the_text_is_none() -> None:
    page = Page(disclosures=(Disclosure("calm-tea", answered=True),))
    check_flags(CODE, TEXT, products=[TEA], page=page)


@pytest.mark.parametrize(
    "text",
    [
        "Night Owl, Hill Farm Women’s Health Magnesium Supplement promotes restful sleep.",
        "Our herbal formula supports restful sleep.",
        "SleepWell supports restful sleep and calms nerves.",
        "NightOwl™ capsules support restful sleep.",
    ],
)
def test_it_finds_products_that_nobody_recorded(text: str) -> None:
    check_flags(CODE, text)


def test_it_flags_the_first_promotion_and_the_page() -> None:
    flags = flags_of(CODE, TEXT, products=[TEA])
    assert [flag.sentence for flag in flags] == [0, None]


# --- What the text itself discloses --------------------------------------------------------------------------

POST = "{first}\n\nThis month I drink Marrowfen, which a friend gave me.\n\nOrder Marrowfen [here](https://x.example/t?tag=me).\n\n{last}"


@pytest.mark.parametrize("first", ["Some links here are affiliate links.", "I write about tea."])
def test_a_vague_word_or_none_is_no_disclosure(first: str) -> None:
    assert not dict(check_flags(CODE, POST.format(first=first, last="")).facts).get("disclosed")


@pytest.mark.parametrize(
    "first",
    [
        "I earn a commission when you buy through this page.",
        "As an Amazon Associate I earn from qualifying purchases.",
        "As an Amazon Affiliate™ we receive compensation from qualified purchases.",
    ],
)
def test_a_disclosure_in_the_text_counts_before_the_product(first: str) -> None:
    check_clean(CODE, POST.format(first=first, last=""))


def test_a_disclosure_after_the_link_is_told_to_be_late() -> None:
    flag = check_flags(CODE, POST.format(first="", last="I earn a commission when you buy through this page."))
    assert dict(flag.facts)["disclosed"] == "only after the product or its link"


def test_a_page_that_sells_is_one_whatever_it_is_about() -> None:
    text = "# Rainproof\n\nRainproof is what our shop is known for.\n\n[Buy Rainproof now](https://s.example/products/rainproof)"
    check_flags(CODE, text)
    check_flags("conflict-undisclosed", text)


def test_the_advertisement_of_a_product_that_nobody_disclosed_is_flagged() -> None:
    check_flags(CODE, TEXT, products=[TEA], advertised="calm-tea")
    open_question = Page(disclosures=(Disclosure("calm-tea", answered=False, placed_before=True),))
    check_flags(CODE, TEXT, products=[TEA], page=open_question, advertised="calm-tea")


def test_an_advertisement_does_not_disclose_another_product() -> None:
    other = replace(TEA, key="hill-balm", name="Hill Balm")
    both = Page(disclosures=(*DISCLOSED.disclosures, Disclosure("hill-balm", answered=True, placed_before=True)))
    text = f"{TEXT} Hill Balm soothes sore joints."
    flags = flags_of(CODE, text, products=[TEA, other], page=both, advertised="calm-tea")
    assert {dict(flag.facts)["product"] for flag in flags} == {"Hill Balm"}


def test_a_disclosed_product_is_not_undisclosed_in_its_own_advertisement() -> None:
    check_clean(CODE, TEXT, products=[TEA], page=DISCLOSED, advertised="calm-tea")
    check_flags("product-claim-unsupported", TEXT, products=[TEA], page=DISCLOSED, advertised="calm-tea")


_CONSOLE = (
    "The [Boxer One X](https://news.example/2017/06/13/the-boxer-one-x/) is the ultimate game system. "
    "[Buy Boxer One X now](https://s.example/products/boxer-one-x) for $450. It has two ports and a fan. "
    "The picture of the Boxer One X is sharp. A controller is in the box. Games load in seconds. The menu is quick. "
    "It stands upright. Two colours are offered. It is heavy. It is loud. The fan is silent. "
)


@pytest.mark.parametrize("code", [CODE, "conflict-undisclosed", "missing-reviewer", "missing-credentials"])
def test_a_page_on_other_goods_is_asked_for_nothing(code: str) -> None:
    check_clean(code, _CONSOLE)


@pytest.mark.parametrize(
    "code", [CODE, "conflict-undisclosed", "product-claim-unsupported", "safety-claim-unsupported"]
)
@pytest.mark.parametrize(
    "praise",
    [
        "The Boxer One X is just about everything you could want, and it is safe to carry.",
        "The Boxer One X is the safest choice for players.",
        "The Boxer One X boosts your power and focus in every game.",
        "The Boxer One X is better than any other box.",
    ],
)
def test_praise_of_other_goods_makes_no_page_on_health(code: str, praise: str) -> None:
    check_clean(code, f"{_CONSOLE} {praise}")


@pytest.mark.parametrize("promise", ["The Boxer One X cures migraine.", "The Boxer One X prevents heart attacks."])
def test_a_cure_that_other_goods_are_said_to_be_makes_them_ours(promise: str) -> None:
    check_flags(CODE, f"{_CONSOLE} {promise}")


def test_goods_for_health_are_ours_on_a_page_that_claims_nothing_else() -> None:
    lamp = _CONSOLE.replace("game system", "lamp against winter depression").replace("picture", "light")
    check_flags(CODE, f"{lamp} The Boxer One X cures winter depression. The Boxer One X relieves migraine.")
