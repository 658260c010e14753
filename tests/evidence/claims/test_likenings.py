"""A figure of speech is no claim; one that likens to a remedy or a poison is."""

from __future__ import annotations

import pytest

from evidence.claims.likenings import only_likens


@pytest.mark.parametrize(
    "text",
    [
        "Think of garlic as a natural antibiotic.",
        "Think of the jab as a poison.",
        "Think of zinc as a shield for the lungs.",
        "Think of sugar as a slow killer.",
        "Picture statins as a time bomb in the liver.",
        "Think of ginger as the thing that cures migraine.",
        "Think of walking as something that lowers blood pressure.",
        "Imagine your gut as a garden, which garlic heals.",
        "Think of insulin as a key because it opens cells.",
        "Think of 500 mg of zinc as a cup of tea.",
        "Think of a nap as better than coffee.",
        "Imagine living without pain.",
    ],
)
def test_a_likening_that_says_what_it_does_stays_a_claim(text: str) -> None:
    assert not only_likens(text)


@pytest.mark.parametrize(
    "text",
    [
        "Think of the lungs as two sponges.",
        "Picture the hairs of the gut as small arms that reach out for what passes by.",
        "You can think of the receptors as doors and the hormone as the key to them.",
        "Now imagine your spine like a stack of coins.",
    ],
)
def test_a_figure_of_speech_is_none(text: str) -> None:
    assert only_likens(text)
