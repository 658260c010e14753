from __future__ import annotations

import pytest

from evidence import open_document

WORKS = "".join(
    f'<li id="r{number}">Bell A, Coe B. Work number {number} on sleep. J Sleep. 20{10 + number};{number}(2):3-9.</li>'
    for number in range(1, 7)
)


def keys(words):
    body = f"<p>Honey eases cough{words}. Tea calms.</p><h2>References</h2><ol>{WORKS}</ol>"
    page = f"<html><body><article><h1>Zinc</h1>{body}</article></body></html>"
    found = [key for marker in open_document("a.html", page.encode()).document.markers for key in marker.keys]
    return " ".join(dict.fromkeys(found))


@pytest.mark.parametrize(
    "words",
    [
        " in CO<sub>2</sub> and m<sup>2</sup>",
        " by 10<sup>6</sup>",
        " by Ca<sup>2+</sup>",
        " on the 5<sup>th</sup> day",
        " [10 to 20]",
        " in [2012\u20142015]",
        " x<sup>2-</sup> here",
    ],
)
def test_no_mark_is_read_from(words):
    assert keys(words) == ""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (" [1\u20113]", "1 2 3"),
        (" [&nbsp;1]", "1"),
        (" [1 &amp; 3]", "1 3"),
        ("<sup>1\u20113</sup>", "1 2 3"),
        ("<sup>1\u22123</sup>", "1 2 3"),
        ("<sup>3,</sup><sup>1</sup>", "3 1"),
        ("<sup>3</sup><sup>,1</sup>", "3 1"),
        ("<sup>1-</sup><sup>3</sup>", "1 2 3"),
        ("<sup>1</sup><sup>\u2013</sup><sup>3</sup>", "1 2 3"),
        ('<a href="#r1">[1]</a>\u2013<a href="#r4">[4]</a>', "1 2 3 4"),
        (' [<a href="#r1">1</a> and <a href="#r3">3</a>]', "1 3"),
        (' [<a href="#r1">1</a>]-[<a href="#r3">3</a>]', "1 2 3"),
        ('<sup><a href="#r1">1</a>\u2011<a href="#r3">3</a></sup>', "1 2 3"),
        ('<a href="#r3"><sup>3</sup></a>', "3"),
        (" \u30101\u3011", "1"),
    ],
)
def test_marks_in_usual_typography_are_read(words, wanted):
    assert keys(words) == wanted


DOI = "https://doi.org/10.1000/x"


@pytest.mark.parametrize(
    "raised",
    [
        f"<sup><a href='{DOI}'>1</a></sup>",
        f"<sup><a href='{DOI}' target='_blank' rel='noopener'>[1]</a></sup>",
        f"<sup>[<a href='{DOI}'>1</a>]</sup>",
        f"<sup class='ref'><a href='{DOI}'>Lee 2020</a></sup>",
    ],
)
def test_a_raised_link_to_another_page_stays_that_link(raised):
    page = f"<html><body><main><h1>Zinc</h1><p>Honey eases cough.{raised} Garlic cures cancer.</p></main></body></html>"
    document = open_document("a.html", page.encode()).document
    assert [(marker.keys, marker.sentence) for marker in document.markers] == [(("doi:10.1000/x",), 0)]


def test_a_raised_link_on_a_page_with_a_list_stays_the_number_of_the_list():
    assert keys(f"<sup><a href='{DOI}'>2</a></sup>") == "2"
