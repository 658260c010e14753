"""Bylines whose names a page sets apart."""

from __future__ import annotations

import pytest

from evidence import read


@pytest.mark.parametrize(
    "line",
    [
        "By **far** the best is zinc.",
        "By **Tuesday**",
        "By **Vitamin C** we mean ascorbic acid.",
        "By *New Year* they had slept better.",
        "By [our count](/count) nine of ten slept.",
        "Writer Jane Roe tried zinc.",
        "Words by which we live are many.",
        "Text: Zinc helps.",
    ],
)
def test_other_words_behind_by_are_text(line: str) -> None:
    document = read(f"# Zinc\n\n{line}\n\nZinc shortened colds in one trial.", "markdown")
    assert document.byline == ""
    assert len(document.sentences) == 2


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By **Jane Roe**, MD", "Jane Roe, MD"),
        ("By [Jane Roe](/people/jane), *MD*", "Jane Roe, MD"),
        ("By __Jane Roe__", "Jane Roe"),
        ("Written by ***Jane Roe***, RD", "Jane Roe, RD"),
        ("*Writer: Jane Roe*", "Jane Roe"),
        ("Words: Jane Roe", "Jane Roe"),
        ("**Authors:** Jane Roe and Ann Poe", "Jane Roe and Ann Poe"),
        ("Story by Jane Roe", "Jane Roe"),
        ("Medically reviewed by **Jane Roe**, MD", ""),
    ],
)
def test_a_name_that_is_set_apart_is_a_byline(line: str, who: str) -> None:
    document = read(f"# Zinc\n\n{line}\n\nZinc shortened colds in one trial.", "markdown")
    assert document.byline == who
    assert [sentence.text for sentence in document.sentences] == ["Zinc shortened colds in one trial."]
