"""Products on record and products recognised by how selling is worded."""

from __future__ import annotations

import pytest

from evidence.reading import documents
from evidence.selling.discovery import mentions
from evidence.selling.offers import is_commercial
from tests.evidence.judging import TEA


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin D Supplements help with rickets.",
        "The World Health Organization supports vaccination.",
        "PubMed is a database.",
        "Our bodies need oils and vitamins.",
        "Our understanding of the immune system is young.",
        "Honey is a natural supplement.",
    ],
)
def test_it_finds_no_product_in_plain_prose(text: str) -> None:
    assert mentions(documents.read(text, "text")) == ()


def test_it_finds_maker_and_name_in_an_apposition() -> None:
    text = "Night Owl, Hill Farm Women’s Health Magnesium Supplement promotes sleep. Our combination calms nerves."
    [mention] = mentions(documents.read(text, "text"))
    assert (mention.name, mention.seller, mention.sentences, mention.own) == ("Night Owl", "Hill Farm", (0, 1), True)


def test_a_recorded_product_is_found_by_every_name_it_has() -> None:
    [mention] = mentions(documents.read("I like CALM TEA. It is warm.", "text"), [TEA])
    assert (mention.key, mention.seller, mention.sentences, mention.own) == ("calm-tea", "Hill Farm", (0, 1), True)


def test_a_part_of_a_longer_word_is_no_name() -> None:
    assert mentions(documents.read("Calm Teapots are sold here.", "text"), [TEA]) == ()


def test_a_new_paragraph_ends_the_talk_of_a_product() -> None:
    [mention] = mentions(documents.read("Calm Tea is warm.\n\nIt rained.", "text"), [TEA])
    assert mention.sentences == (0,)


def test_addresses_of_shops_are_told_from_others() -> None:
    assert is_commercial("https://example.com/products/tea")
    assert not is_commercial("https://example.org/health/tea")
