"""Figures of speech that say what a thing does to the body."""

from __future__ import annotations

import pytest

from evidence.claims.figures_of_effect import acts_on_body


@pytest.mark.parametrize(
    "text",
    [
        "Clear your mind and sit down.",
        "She sharpens her mind with chess.",
        "The surgeon repairs the joint.",
        "Our team rebuilds joints every day.",
        "This book opens your mind and feeds your brain.",
        "It is as if somebody floods your brain with light.",
        "We clean the skin with alcohol.",
        "The tea is sold in tins.",
        "Does it melt your fat?",
    ],
)
def test_what_people_do_and_what_is_pictured_is_no_effect(text: str) -> None:
    assert not acts_on_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our mushrooms sharpen your mind within minutes.",
        "This mat realigns your spine while you sleep.",
        "The drops melt kidney stones.",
        "It locks moisture into ageing joints.",
        "The patch wakes up a sluggish thyroid.",
        "It recharges tired adrenals while you sleep.",
        "Collagen switches your skin back on.",
        "Our broth patches your leaky gut from the inside.",
        "These greens flood your body with oxygen.",
    ],
)
def test_what_a_thing_does_to_the_body_is_an_effect(text: str) -> None:
    assert acts_on_body(text)
