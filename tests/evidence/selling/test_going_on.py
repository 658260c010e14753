"""Sentences that speak of a product without naming it: lines of a list, "this protocol ...", "our picks"."""

from __future__ import annotations

import pytest

from evidence.reading import documents
from evidence.selling.discovery import mentions
from evidence.selling.going_on import is_line

PAGE = """# Five teas we drink

Our top picks are listed below, and we earn a small commission.

{text}

Buy Marrowfen now: it costs $12.
"""


def of_products(text: str) -> set[str]:
    """The sentences of the page that speak of any product."""
    document = documents.read(PAGE.format(text=text), "markdown")
    return {document.sentences[index].text for mention in mentions(document) for index in mention.sentences}


@pytest.mark.parametrize(
    "line",
    ["Diet is Foundational: Sugar feeds arthritis.", "Weather: It rained all week.", "Arthritis is common: it hurts."],
)
def test_a_line_on_something_else_is_not_of_the_product_before_it(line: str) -> None:
    assert line not in of_products(f"Marrowfen keeps joints supple.\n\n{line}")


def test_a_line_below_prose_on_something_else_is_of_no_product() -> None:
    line = "Improves Skin Health: Promotes glowing skin."
    assert line not in of_products(f"Marrowfen keeps joints supple.\n\nIt rained.\n\nThe sun came out.\n\n{line}")


@pytest.mark.parametrize(
    "text",
    [
        "Marrowfen keeps joints supple.\n\nForm: Comes in drops.\n\nImproves Skin: Promotes glowing skin.",
        "This 3-part protocol is the best way to end gout. It combines Marrowfen with rest.",
        "Marrowfen is made in Cork. As one of the leading teas, it helps to ease gout.",
        "Marrowfen is made in Cork. These resilient spore-based probiotics clear out pathogens.",
        "Our selections are both safe and effective against gout.",
        "This guide breaks down the best teas that are proven to fight gout.",
        "Marrowfen is ideal for those who want results:\n\nClinically studied strains",
    ],
)
def test_what_goes_on_about_a_product_is_of_it(text: str) -> None:
    parts = [part for line in text.split("\n\n") for part in line.split(". ")]
    told = " ".join(of_products(text))
    assert parts[0].rstrip(".") in told
    assert parts[-1].rstrip(".") in told


def test_a_line_is_told_from_a_sentence() -> None:
    assert is_line("Reduces Stress: Users report calm.")
    assert is_line("Published trials on finished products")
    assert not is_line("It rained all week.")
