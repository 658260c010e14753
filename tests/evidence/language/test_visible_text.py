from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.language import visible_text
from evidence.language.visible_text import visible
from evidence.reading.documents import read


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Naps helped 12 of 40 men.", "Naps helped 12 of 40 men."),
        ("Naps help ([trial](https://doi.org/10.1002/14651858.CD001321)).", "Naps help (trial)."),
        ("[One trial](https://doi.org/10.1016/S0140-6736(24)00755-4) says so.", "One trial says so."),
        ("Naps help [@bell2012].", "Naps help."),
        ("Naps help (Bell et al., 2012).", "Naps help."),
        ("Naps help (see [our shop](https://shop.example/99)).", "Naps help (see our shop)."),
    ],
)
def test_it_leaves_out_markers_and_addresses(written, seen):
    (sentence,) = visible(read(f"{written}\n", "markdown"))
    assert sentence.text == seen


def test_it_leaves_out_the_name_of_a_footnote():
    first, _ = visible(read("Naps help.[^mice] They do.\n\n[^mice]: [@bell2012]\n", "markdown"))
    assert first.text == "Naps help."


def test_it_keeps_the_place_of_a_sentence():
    document = read("Naps help [@bell2012]. So does tea [@hall2014].\n", "markdown")
    assert [(s.start, s.end) for s in visible(document)] == [(s.start, s.end) for s in document.sentences]


def test_each_of_two_documents_in_turn_has_its_own_sentences():
    marked, plain = read("Naps help [@bell2012].\n", "markdown"), read("Naps help all.\n", "markdown")
    shown = [visible(one)[0].text for one in (marked, plain, marked, plain)]
    assert shown == ["Naps help.", "Naps help all."] * 2


@given(st.text("ab (),.;:\n\u00a0", max_size=12))
def test_the_quick_look_misses_nothing_that_was_left_behind(text):
    changed = visible_text._LEFT_BEHIND.sub("", text) != text
    assert visible_text._MAY_BE_LEFT.search(text) is not None or not changed
