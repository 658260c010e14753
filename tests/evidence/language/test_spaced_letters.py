"""A sentence whose letters stand one by one is judged as readers take it apart."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import Severity, assess, read


def _spaced(words: str, gap: str) -> str:
    return gap.join(words.replace(" ", ""))


@pytest.mark.parametrize(
    "text",
    [
        "The letters A B C D E F G H I J K are taught first.",
        "Vitamins A B C D E K P Q are told here.",
        "D i s e a s e s are told here.",
        "A c h o o s e r of teas.",
        "The code i s x k q z w v r t p here.",
    ],
)
def test_letters_without_a_word_of_effect_stay_as_they_are(text: str) -> None:
    document = read(f"# Tea\n\n{text}\n", "markdown")
    seen = document.as_seen or document
    assert any(text[-6:] in one.text for one in seen.sentences)


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u2009", "."])
@pytest.mark.parametrize("words", ["Garlic cures cancer", "Mint prevents gout in adults", "Sage heals the liver"])
def test_a_promise_in_letters_apart_stops_publication(words: str, gap: str) -> None:
    text = f"# Tea\n\nTea is hot at night.\n\n{_spaced(words, gap)}.\n"
    document = read(text, "markdown", html=False)
    assert all(text[one.start : one.end] == one.text for one in document.sentences)
    flags = assess(document, today=date(2026, 1, 1)).flags
    assert any(flag.code == "missing-citation" and flag.severity is Severity.BLOCKER for flag in flags)


def test_its_words_are_those_that_readers_see() -> None:
    document = read(f"# Tea\n\n{_spaced('Mint prevents gout in adults', ' ')}.\n", "markdown")
    assert document.as_seen is not None
    assert "prevents" in document.as_seen.sentences[-1].text.split()
