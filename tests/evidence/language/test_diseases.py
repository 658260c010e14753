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
    ],
)
def test_what_only_looks_so_is_none(text: str) -> None:
    assert disease_words(text) == ""


@pytest.mark.parametrize(
    "text", ["It cuts infections in half.", "Garlic protects the body from cancer."]
)  # fmt: skip
def test_a_promise_is_one(text: str) -> None:
    assert disease_words(text)
