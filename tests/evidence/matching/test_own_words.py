"""Which words of a sentence are said of one work that it names."""

from __future__ import annotations

import time

import pytest

from evidence.matching.own_words import own_words


def said(text: str) -> str:
    """The words that are said of the work by Lee."""
    start = text.index("Lee")
    return " ".join(own_words(text, start, start + len("Lee et al.")).split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fall et al. saw pain fall, Lee et al. saw sleep rise.", "saw sleep rise."),
        ("Lee et al. saw pain fall, but Fall et al. saw it rise.", "saw pain fall, but Fall"),
        ("Lee et al. saw pain fall; Fall and colleagues did not.", "saw pain fall; Fall"),
        ("Pain fell (Fall et al.) and sleep rose again (Lee et al.) that year.", "and sleep rose again"),
        ("Pain fell (Lee et al.) and sleep rose again (Fall et al.).", "Pain fell"),
        ("Pain fell (Fall et al.) and (Lee et al.).", "Pain fell (Fall et al.) and"),
        ("Sleep rose (a scale of rest; Lee et al.).", "Sleep rose a scale of rest;"),
        ("Sleep rose) and (Lee et al.).", "Sleep rose) and"),
        ("(Lee et al.) saw it.", ""),
    ],
)
def test_what_is_said_of_one_work_stands_before_its_bracket_or_behind_its_name(text: str, words: str) -> None:
    assert said(text) == words


def test_a_row_of_brackets_without_words_takes_no_time() -> None:
    text = f"Pain fell {'()' * 50_000}(Lee et al.)."
    begun = time.process_time()
    said(text)
    assert time.process_time() - begun < 0.1
