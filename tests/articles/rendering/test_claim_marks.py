"""Marks in difficult places: numbers in bold words, stops behind numbers, last words."""

from __future__ import annotations

import re

import pytest

from articles.rendering.body import Mark, render_body


def marked(body: str, sentence: str) -> str:
    start = body.index(sentence)
    return render_body(body, [Mark(1, start, start + len(sentence), "none", ("No source given",))])


def elements(html: str) -> list[str]:
    """The elements that are open where the text ends; fails where one closes that another stands in."""
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(mark|strong|em|sup|span|a|p|button)\b", html):
        if closing:
            assert opened.pop() == tag, html
        else:
            opened.append(tag)
    return opened


@pytest.mark.parametrize(
    "sentence",
    [
        "**Bold zinc prevents colds[^b].**",
        "**Bold *and bent* zinc[^b] prevents colds.**",
        "*Bent **bold zinc[^b]** prevents colds.*",
        "Plain **zinc[^b]** prevents colds[^b].",
    ],
)
def test_a_number_in_bold_words_leaves_no_element_open(sentence: str) -> None:
    html = marked(f"{sentence} More.\n\n[^b]: A note.", sentence)
    assert elements(html) == []
    assert 'id="claim-1"' in html


def test_the_stop_behind_a_number_has_no_mark_of_its_own() -> None:
    html = marked("Zinc prevents colds[^b].\n\n[^b]: A note.", "Zinc prevents colds[^b].")
    assert not re.search(r"<mark[^>]*>\W*</mark>", html)


def test_a_last_word_of_usual_length_is_heard_whole() -> None:
    html = marked("Ginger reduces nausea in pregnancy.", "Ginger reduces nausea in pregnancy.")
    assert "pregnancy." in re.sub(r"</?span[^>]*>", "", html)
