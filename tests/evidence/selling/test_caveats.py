"""A drawback and a taste are no claim; a drawback that goods are said not to have, and praise beside it, is."""

from __future__ import annotations

import pytest

from evidence.selling.silent.caveats import finds_fault
from evidence.selling.statements import statement


@pytest.mark.parametrize(
    "text",
    [
        "Xandor has zero downsides.",
        "Xandor is without any drawback for babies.",
        "The only downside is that it cures cancer too slowly.",
        "It may not be suitable for everyone, but it heals your skin.",
        "A drawback: your insulin will be superfluous.",
        "Its refreshing scent calms your nerves.",
        "Xandor is perfect for those looking to lose weight.",
        "Xandor is perfect for people who like to live without arthritis.",
        "Xandor gives you peace of mind, knowing that your heart is protected.",
        "Xandor is safe to use in pregnancy.",
    ],
)
def test_praise_in_or_beside_a_drawback_claims(text: str) -> None:
    assert statement(text, ("Xandor",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "The only thing that slightly bothered me is the difficulty in controlling the spray.",
        "However, this oil may not be suitable for everyone.",
        "The one downside of Xandor was its slightly oily texture.",
        "The small packaging made it slightly difficult to handle.",
        "It was a bit thicker than I thought, which made it harder to pour.",
    ],
)
def test_a_drawback_claims_nothing(text: str) -> None:
    assert finds_fault(text)
    assert not statement(text, ("Xandor",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "The instructions are simple to follow for safe use.",
        "Xandor is cruelty-free, ensuring that no animals were harmed.",
        "Xandor had a strong, refreshing scent that was perfect for my diffuser.",
        "Every batch of Xandor is third-party verified for your peace of mind.",
    ],
)
def test_scent_and_care_in_making_claim_nothing(text: str) -> None:
    assert not statement(text, ("Xandor",)).claims


def test_a_name_that_firms_bear_is_no_illness() -> None:
    assert not statement("Aura Fern Geranium is here.", ("Aura Fern Geranium",), name="Aura Fern Geranium").disease


@pytest.mark.parametrize(
    "text",
    [
        "A delicious cup of Xandor keeps colds away.",
        "Xandor tastes of honey and melts belly fat.",
        "This creamy tea lets you forget your arthritis.",
        "The tasty gummies make you taller.",
        "Tasty Xandor is gentle on your stomach.",
    ],
)
def test_taste_that_heals_claims(text: str) -> None:
    assert statement(text, ("Xandor",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "The formula is surprisingly mild on your taste buds, with only 6g of sugar per shake.",
        "Each creamy bottle delivers the crunch of real candy without the fillers.",
        "Your shake tastes almost fruity, thanks to the clever flavoring.",
    ],
)
def test_taste_alone_claims_nothing(text: str) -> None:
    assert not statement(text, ("Xandor",)).claims
