"""Titles of links and images are found in every form that Markdown has."""

from __future__ import annotations

import pytest

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
    ],
)
def test_a_title_is_found(text: str) -> None:
    assert list(titles_in(text)) == ["Zinc cures"]
