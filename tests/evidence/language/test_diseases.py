"""Words set against a disease make a disease claim; words that only look so make none."""

from __future__ import annotations

import pytest

from evidence.language.diseases import disease_words


@pytest.mark.parametrize(
    "text",
    [
        "Cuts, cracks or blisters",
        "cuts and ulcers",
        "The capsid is a coat of protein which protects the virus' genome.",
        "A shell that shields the bacterial DNA and protects the tumour's cells from stress",
        "Lower back pain",
        "The lower limbs are prone to infection and pain.",
        "By the end of the summer everyday tasks caused pain.",
        "At the end of the day the headache was gone.",
        "You end up with a headache.",
        "The end result is a toothache.",
        "Most of the funding ends up going into fatigue.",
        "They ended up with a cold.",
        "Lower abdominal pain and cramps",
        "Infections of the lower respiratory tract with pneumonia",
    ],
)
def test_what_only_looks_so_is_none(text: str) -> None:
    assert disease_words(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "It cuts infections in half.",
        "Garlic protects the body from cancer.",
        "Garlic can lower the risk of cancer.",
        "Lower your cholesterol and your risk of stroke.",
        "Garlic will end your migraine.",
        "It ends migraine.",
    ],
)
def test_a_promise_is_one(text: str) -> None:
    assert disease_words(text)
