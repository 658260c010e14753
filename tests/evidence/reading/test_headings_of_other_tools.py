"""Headings as Typst, AsciiDoc and wikis mark them are headings; lines that merely begin with "=" are prose."""

from __future__ import annotations

import pytest

from evidence import read


@pytest.mark.parametrize("line", ["= 5 mg of zinc a day.", "=5 mg", "a == b in this table", "=", "== 3 cups =="])
def test_a_line_that_only_begins_with_the_sign_is_no_heading(line: str) -> None:
    blocks = read(f"Zinc is a metal that we eat.\n\n{line}\n\nIt is in nuts.\n", "markdown").not_prose
    assert not any(block.kind in ("title", "heading") for block in blocks)


@pytest.mark.parametrize("line", ["= Zinc at night", "== Zinc at night", "=== Zinc at night ===", "==Zinc at night=="])
def test_words_behind_such_marks_are_a_heading(line: str) -> None:
    document = read(f"Zinc is a metal that we eat.\n\n{line}\n\nIt is in nuts.\n", "markdown")
    assert [block.text for block in document.not_prose] == [line]
    assert [sentence.text for sentence in document.sentences] == ["Zinc is a metal that we eat.", "It is in nuts."]


def test_the_first_one_is_the_title_and_one_may_name_the_list_of_references() -> None:
    text = "= Zinc\n\nZinc is a metal [1].\n\n== References\n\n1. Bell A. Zinc. J Zinc. 2015;3(2):11-19.\n"
    document = read(text)
    assert document.title == "Zinc"
    assert [reference.key for reference in document.references] == ["bell2015"]


def test_a_claim_in_such_a_heading_is_read_as_in_any_other() -> None:
    document = read("= Zinc\n\nZinc is a metal.\n\n== Zinc cures cancer\n", "markdown")
    assert ("heading", "Zinc cures cancer") in [(one.place, one.text.strip("= ")) for one in document.sentences]
