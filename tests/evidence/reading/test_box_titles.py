"""The title of a box stands above its words as a heading does."""

from __future__ import annotations

import pytest

from evidence import read

SAID = "Mint eases colic."


def _prose(text: str) -> list[str]:
    return [one.text for one in read(text, "markdown").sentences if not one.place]


@pytest.mark.parametrize(
    "box",
    [
        "> [!warning] Give none to babies.\n> Mint eases colic.",
        '!!! warning "Give none to babies."\n    Mint eases colic.',
        ":::warning[Give none to babies.]\nMint eases colic.\n:::",
    ],
)
def test_a_sentence_in_place_of_a_title_stays_prose(box: str) -> None:
    assert _prose(f"# Mint\n\n{box}\n") == ["Give none to babies.", SAID]


@pytest.mark.parametrize("text", ["[!] Mint eases colic.", "=== Mint eases colic.", "::: Mint eases colic."])
def test_other_marks_open_no_box(text: str) -> None:
    assert [block.text for block in read(f"# Mint\n\n{text}\n", "markdown").not_prose if block.kind == "heading"] != [
        "Mint"
    ]


@pytest.mark.parametrize(
    "box",
    [
        "> [!note] Short answer\n> Mint eases colic.",
        "> [!note]- Short answer\n> Mint eases colic.",
        '!!! note "Short answer"\n    Mint eases colic.',
        '??? note "Short answer"\n\n    Mint eases colic.',
        '=== "Short answer"\n\n    Mint eases colic.',
        ":::note[Short answer]\nMint eases colic.\n:::",
        "::: tip Short answer\nMint eases colic.\n:::",
        '::: {.callout-note title="Short answer"}\nMint eases colic.\n:::',
        "```{admonition} Short answer\n:class: tip\nMint eases colic.\n```",
    ],
)
def test_a_title_is_a_heading_and_the_words_of_the_box_are_prose(box: str) -> None:
    document = read(f"# Mint\n\n{box}\n", "markdown")
    assert [one.text for one in document.sentences] == [SAID]
    assert [block.text for block in document.not_prose if block.kind == "heading"] == ["Short answer"]


@pytest.mark.parametrize("opens", ["```{note}", "```ad-tip", "~~~{warning}"])
def test_the_words_of_a_box_between_fences_are_prose(opens: str) -> None:
    assert _prose(f"# Mint\n\n{opens}\n{SAID}\n{opens[:3]}\n\nHoney calms.\n") == [SAID, "Honey calms."]
