"""A heading that lost the line break behind it, and lines with labels that were broken by hand."""

from __future__ import annotations

import pytest

from evidence import read

LONG = "Gout is a disease of the joints that mostly begins in the big toe at night. " * 2
ONE = (
    "Gout is a disease of the joints that mostly begins in the big toe at night and that goes on to the ankles, the "
    "knees, the elbows and the hands of those who have it."
)


def _read(text: str) -> tuple[list[str], list[str]]:
    document = read(f"# Joints\n\n{text}\n\n## Toes\n\nToes are ten.\n", "markdown")
    heads = [block.text for block in document.not_prose if block.kind == "heading"]
    return heads[:-1], [one.text for one in document.sentences][:-1]


@pytest.mark.parametrize("words", ["What is gout? All that you must know. And more.", "Gout, gore and glory " * 9])
def test_a_heading_of_some_sentences_or_of_many_words_is_one(words: str) -> None:
    assert _read(f"## {words}")[1] == []


@pytest.mark.parametrize("gap", ["", " "])
def test_a_paragraph_behind_a_heading_on_its_line_is_prose(gap: str) -> None:
    heads, said = _read(f"## What is gout?{gap}{LONG}")
    assert heads == [f"## What is gout?{gap}"]
    assert said == LONG.strip().replace(". G", ".\nG").split("\n")


def test_a_paragraph_that_was_marked_as_a_heading_is_prose() -> None:
    assert _read(f"### {ONE}") == ([], [ONE])


def test_lines_go_on_without_a_label_or_a_break_by_hand() -> None:
    assert _read("Mint is green  \nand cool.")[1] == ["Mint is green  \nand cool."]
    assert _read("Mint is green\n**and** cool.")[1] == ["Mint is green\n**and** cool."]


@pytest.mark.parametrize("broken", ["  \n", "\\\n"])
def test_lines_with_labels_that_were_broken_by_hand_stand_alone(broken: str) -> None:
    said = _read(f"**When**: each Monday{broken}**Where:** in the garden")[1]
    assert [one.rstrip("\\ ") for one in said] == ["**When**: each Monday", "**Where:** in the garden"]


def test_pages_told_by_publisher_and_title_are_a_list() -> None:
    items = "- Herb Clinic: “Tea at night.”\n- The Journal of Mint: “Mint and colic: a cohort study.”\n"
    document = read(f"# Mint\n\nMint is green.\n\nReferences:\n\n{items}", "markdown")
    assert len(document.references) == 2
    assert [one.text for one in document.sentences] == ["Mint is green."]
