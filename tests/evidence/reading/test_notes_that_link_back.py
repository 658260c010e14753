"""Notes at the end of a text that link back to their marks, as editors and forums export them."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, open_document

BELL = "Bell, A., & Coe, B. (2015). Walking and blood pressure in adults. Heart Journal, 72, 34-43."
LEE = "Lee, C. (2016). Sleep and the risk of diabetes. Sleep Journal, 3, 12-19."
TEXT = (
    "# Walking\n\nBrisk walking lowers blood pressure in adults with hypertension{one}\n\n"
    "Short sleep raises the risk of diabetes{two}\n\n"
)


def tied(text):
    rows = assess(open_document("post.md", text.encode()).document, today=date(2026, 11, 1)).sentences
    return [[link.key for link in row.links] for row in rows if row.sentence.text.startswith(("Brisk", "Short"))]


@pytest.mark.parametrize(
    "notes",
    [
        "[[1]](#_ftnref1) I walk to work.\n\n[[2]](#_ftnref2) I sleep for nine hours.\n",
        "[[1]](https://walkers.example.org/town) is my town.\n\n[[2]](https://walkers.example.org/bed) is my bed.\n",
    ],
)
def test_remarks_that_link_back_are_no_works(notes):
    text = TEXT.format(one=".[[1]](#_ftn1)", two=".[[2]](#_ftn2)") + notes
    assert tied(text) == [[], []]


@pytest.mark.parametrize(
    ("one", "two", "notes"),
    [
        (".[[1]](#_ftn1)", ".[[2]](#_ftn2)", "[[1]](#_ftnref1) {bell}\n\n[[2]](#_ftnref2) {lee}\n"),
        (".[1](#_ftn1)", ".[2](#_ftn2)", "[1](#_ftnref1) {bell}\n\n[2](#_ftnref2) {lee}\n"),
        (
            ".[[1]](https://walks.example.org/post#_ftn1)",
            ".[[2]](https://walks.example.org/post#_ftn2)",
            "[[1]](https://walks.example.org/post#_ftnref1) {bell}\n\n"
            "[[2]](https://walks.example.org/post#_ftnref2) {lee}\n",
        ),
        (
            " <sup>[1](#f1)</sup>.",
            ' <sup id="a2">[2](#f2)</sup>.',
            '1. <small id="f1"> {bell} </small>\n2. <small id="f2"> {lee} </small> [↩](#a2)\n',
        ),
        (
            ".<sup>[1](#f1)</sup>",
            ".<sup>[2](#f2)</sup>",
            '1. <span id="f1">{bell}</span>\n1. <span id="f2">{lee}</span> [↩](#a2)\n',
        ),
    ],
)
def test_a_work_in_a_note_that_links_back_is_what_its_mark_leads_to(one, two, notes):
    text = TEXT.format(one=one, two=two) + notes.format(bell=BELL, lee=LEE)
    assert tied(text) == [["bell2015"], ["lee2016"]]


def test_markdown_counts_on_a_list_of_which_every_item_has_the_number_one():
    text = TEXT.format(one=" [1].", two=" [2].") + f"## References\n\n1. {BELL}\n1. {LEE}\n"
    assert tied(text) == [["bell2015"], ["lee2016"]]
