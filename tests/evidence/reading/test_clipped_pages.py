"""Marks of pages that were clipped or pasted keep the addresses they had there, and lead to the list all the same."""

from __future__ import annotations

import pytest

from evidence.language import sentences
from evidence.reading import documents

LIST = """

## References

1. Bell A, Coe B. Zinc and colds. J Zinc. 2012;1(2):3-9.
2. Dorn C, Egan D. Honey for coughs. J Honey. 2014;3(1):10-19.
3. Frey E. Zinc sprays and smell. J Nose. 2016;4(2):33-39.
"""
PAGE = "https://journal.example/articles/zinc/full"
WIKI = "https://en.wikipedia.org/wiki/Zinc"


def _keys(text: str, listed: str = LIST) -> list[tuple[str, ...]]:
    return [marker.keys for marker in documents.read(f"# Zinc\n\n{text}{listed}", "markdown").markers]


@pytest.mark.parametrize(
    "text",
    [
        f"Take three ([4]({PAGE}#B4)) a day, and zinc shortens colds.",  # no such entry
        f"Zinc shortens colds ([2]({PAGE}#B3)).",  # it shows another number
        f"Zinc shortens colds ([2]({PAGE}#section-dose)).",
        f"Zinc shortens colds ([2]({PAGE})).",
        "Zinc shortens colds ([2](https://shop.example/zinc#offers-2)).",
    ],
)
def test_other_numbers_with_an_address_are_no_marks(text: str) -> None:
    assert _keys(text) == []


def test_without_a_list_such_a_number_leads_to_the_page_elsewhere() -> None:
    document = documents.read(f"# Zinc\n\nZinc shortens colds ([1]({PAGE}#B1)).\n", "markdown")
    assert document.markers == ()
    assert [link.url for link in document.links] == [f"{PAGE}#B1"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (f"Zinc shortens colds ([1]({PAGE}#B1)).", [("1",)]),
        (f"Zinc shortens colds ([1]({PAGE}/#B1), [2]({PAGE}/#B2)).", [("1",), ("2",)]),
        (f"Zinc shortens colds ([1]({PAGE}#B1) – [3]({PAGE}#B3)).", [("1", "2"), ("3",)]),
        (f"Zinc shortens colds.[2]({PAGE}#b2-zinc)", [("2",)]),
        (f"Zinc shortens colds [[3]({PAGE}#bib3)].", [("3",)]),
        (f"Zinc shortens colds.[[2]]({WIKI}#cite_note-2)", [("2",)]),
        (f"Zinc shortens colds.[[2]]({WIKI}#cite_note-Dorn_2014-2)[[3]]({WIKI}#cite_note-3)", [("2",), ("3",)]),
        (f"Zinc shortens colds.<sup>[[2]]({WIKI}#cite_note-2)</sup>", [("2",)]),
        (f"Zinc shortens colds.<sup>[1]({PAGE}#R1),[3]({PAGE}#R3)</sup>", [("1",), ("3",)]),
        (f'Zinc shortens colds.<sup><a href="{PAGE}#CR2">2</a></sup>', [("2",)]),
        (f'Zinc shortens colds <a href="{PAGE}#ref-2">[2]</a>.', [("2",)]),
        (f"Zinc shortens colds [2]({PAGE}#fn:2).", [("2",)]),
        (f"Zinc shortens colds [2]({PAGE}#_edn2).", [("2",)]),
    ],
)
def test_numbers_up_to_the_end_of_the_list_are_marks(text: str, keys: list[tuple[str, ...]]) -> None:
    assert _keys(text) == keys


def test_attributes_behind_the_address_of_a_raised_mark_are_no_part_of_it() -> None:
    text = 'Zinc shortens colds.<sup>[1](#fn:1){: .footnote rel="footnote"}</sup> Honey eases coughs.'
    assert _keys(text) == [("1",)]


@pytest.mark.parametrize(
    "mark",
    [
        f"[[1]]({WIKI}#cite_note-1)",
        f"[[1]]({WIKI}#cite_note-1)[[2]]({WIKI}#cite_note-2)",
        "[[1]](#a)[[2]](#b)",
        f"[1]({PAGE}#B1),[3]({PAGE}#B3)",
        f"([1]({PAGE}#B1), [3]({PAGE}#B3))",
        f"[[1]({PAGE}#B1),[3]({PAGE}#B3)]",
        rf"\[[1]({PAGE}#B1)\]",
    ],
)
def test_a_sentence_ends_behind_its_mark_and_the_next_one_begins(mark: str) -> None:
    text = f"Zinc shortens colds.{mark} Honey eases coughs."
    assert [text[start:end] for start, end in sentences.split(text)] == [
        f"Zinc shortens colds.{mark}",
        "Honey eases coughs.",
    ]
