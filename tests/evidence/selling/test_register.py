"""Wordings of the registers of Great Britain and the European Union are known, others are not."""

from __future__ import annotations

import pytest

from evidence.selling.register import is_allowed


@pytest.mark.parametrize(
    "text",
    [
        "Walnuts boost the memory.",
        "Lactulose contributes to a calm mind.",
        "Oat fibre heals the gut.",
        "The tea contributes to normal bowel function.",
        "Rye fibre contributes to normal bowel function.",
        "Glucomannan contributes to weight loss.",
    ],
)
def test_a_claim_outside_the_register_is_not_allowed(text: str) -> None:
    assert not is_allowed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chicory inulin contributes to normal bowel function.",
        "Barley grain fibre contributes to an increase in faecal bulk.",
        "Olive oil polyphenols contribute to the protection of blood lipids from oxidative stress.",
        "Sugar beet fibre contributes to an increase in faecal bulk.",
        "Creatine increases physical performance in successive bursts of short-term, high intensity exercise.",
        "Betaine contributes to normal homocysteine metabolism.",
        "Calcium contributes to the maintenance of normal bones.",
        "Vitamin D helps maintain normal bone.",
        "Cocoa flavanols help maintain the elasticity of blood vessels, which contributes to normal blood flow.",
    ],
)
def test_an_allowed_wording_is_known(text: str) -> None:
    assert is_allowed(text)
