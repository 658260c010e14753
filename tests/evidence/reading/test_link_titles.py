"""Titles of links and images are found in every form that Markdown has."""

from __future__ import annotations

import random

import pytest
from markdown_it import MarkdownIt

from evidence.reading.documents import read
from evidence.reading.link_titles import titles_in


@pytest.mark.parametrize("text", ["[a](b)", '"quoted" (words)', "[a] (b 'c')", "![a](b.png)", "[a]: b", "", "[a]("])
def test_what_has_none_gives_none(text: str) -> None:
    assert list(titles_in(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        '[a](https://b.example "Zinc cures")',
        "[a](b 'Zinc cures')",
        "[a](b (Zinc cures))",
        '![a](b.png "Zinc cures")',
        '[a](<b c> "Zinc cures")',
        '[a](b\n"Zinc cures")',
        '[a](b_(c) "Zinc cures")',
        'Words.\n\n[a]: https://b.example "Zinc cures"\n',
        "[a]: b 'Zinc cures'",
        '<a href="b" title="Zinc cures">c</a>',
        "<img src=b title='Zinc cures'>",
        "[a](b_((c)) 'Zinc cures')",
        r'[a](b\( "Zinc cures")',
        "[a](https://b.example/" + "c" * 5000 + ' "Zinc cures")',
        '[a](b "Zinc\ncures")',
        '[a](b\n"Zinc cures"\n)',
        '[a \\] b](c "Zinc cures")',
        '[a](<b\\>c> "Zinc cures")',
        r'[a](b "Zinc\. cures")'.replace(r"\.", ""),
        "- [a]: b 'Zinc cures'",
        "> [a]: b 'Zinc cures'",
        "1. [a]: b 'Zinc cures'",
        "> - [a]: b 'Zinc cures'",
        "[a]:\nb\n'Zinc cures'",
        "> [a]:\n> b\n> 'Zinc cures'",
        "> [a]: b 'Zinc\n> cures'",
        "[a]: <b c> (Zinc cures)",
        '[a](b "Zinc c&#117;res")',
        "[a]: b 'Zinc&nbsp;c&#x75;res'",
        '<a title="Zinc&#32;cures">c</a>',
        "[a\\]b]: c 'Zinc cures'",
        "[" + "a" * 500 + "]: b 'Zinc cures'",
    ],
)
def test_a_title_is_found(text: str) -> None:
    assert list(titles_in(text)) == ["Zinc cures"]


def test_signs_of_markdown_are_read_without_their_strokes() -> None:
    assert list(titles_in(r'[a](b "Zinc \"cures\" colds")')) == ['Zinc "cures" colds']
    assert list(titles_in("[a](b 'Zinc \"cures\" colds')")) == ['Zinc "cures" colds']


def test_a_long_title_is_read_whole() -> None:
    (title,) = titles_in(f'[a](b "{"Zinc cures. " * 900}")')
    assert title.count("cures") == 900


@pytest.mark.parametrize(
    "text", ['[a](b "Zinc\n\ncures")', '[a](b "Zinc cures" c)', '[a]: b "Zinc cures" c', "[a](b'Zinc')"]
)
def test_what_markdown_takes_for_no_title_is_none(text: str) -> None:
    assert list(titles_in(text)) == []


PARTS = {
    "container": ("", "> ", "- ", "1. ", "> - ", ">", "- a\n  ", "> a\n> "),
    "link": ("[a](", "![a](", "[a [b]](", "[`a`]("),
    "address": ("b", "<b>", "<b c>", "b(c)", "b((c))", r"b\(", r"<b\>c>", "#", "<>", 'b"c', "(b)"),
    "gap": (" ", "\n", "\t", "\n  ", " \n "),
    "title": ('"T"', "'T'", "(T)", r'"T \" U"', "'T \" U'", r"(T \) U)", '"T\nU"', '"T](x) U"', r'"T\\"'),
}


def test_every_title_that_the_renderer_shows_is_found() -> None:
    """By the parser that shows our pages, over forms put together by chance, always the same ones."""
    chance, shown = random.Random(7), 0
    for _ in range(400):
        text = "{container}{link}{address}{gap}{title})".format(**{k: chance.choice(v) for k, v in PARTS.items()})
        text = text.replace("\n", "\n> ") if text.startswith(">") else text
        for token in MarkdownIt("commonmark").parse(text):
            for child in token.children or ():
                if title := " ".join(str(child.attrs.get("title", "")).split()):
                    shown += 1
                    assert title in list(titles_in(text)), text
    assert shown > 200


@pytest.mark.parametrize("label", ["²", "①", "٣"])
def test_a_label_in_other_figures_is_a_label(label: str) -> None:
    works = "## References\n\n1. Bell A. Tea. J Herbs. 2011;3:1.\n"
    text = f"Tea [is warm][{label}].\n\n[{label}]: https://tea.example/a\n\n{works}"
    assert [link.url for link in read(text).links] == ["https://tea.example/a"]
