"""The phenomena of the golden rules for English of Pragmatic Segmenter and pySBD, in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.language.sentences import split

CASES = [
    line.replace("⏎", "\n")
    for line in Path(__file__).with_name("golden_sentences.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("text", CASES)
def test_it_ends_sentences_where_readers_do(text: str) -> None:
    wanted = [part.strip() for part in text.split("|")]
    plain = text.replace("|", "")
    assert [plain[start:end] for start, end in split(plain)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The dose was 1) low and 2) safe.",
        "Groups A and B. subtilis strains differed.",
        "Version 2.0 of the app • 5 min read",
        "The file Node.Js is no sentence.",
        "Mix them (1. milk, 2. honey) well.",
    ],
)
def test_it_takes_no_list_or_lost_space_where_there_is_none(text: str) -> None:
    assert [text[start:end] for start, end in split(text)] == [text]
