"""A document that Google Docs downloads: its title, notes and pictures, and no remarks of colleagues."""

from __future__ import annotations

import pytest

from evidence import open_text
from evidence.opening.html.pages import read_page

NOTE = (
    '<div><p class="c9"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Allen SJ, Martinez EG, Gregorio GV. '
    "Probiotics for treating acute infectious diarrhoea. Cochrane Database Syst Rev. 2010;(11):CD003048.</span></p>"
    "</div>"
)
DOCUMENT = (
    '<html><body class="c4 doc-content"><p class="c2 title" id="h.a"><span class="c5">Probiotics</span></p>'
    '<p class="c2 subtitle"><span>For children</span></p>'
    '<p><span>Probiotics shortened diarrhoea by a day</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>'
    '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>. It is common.</span></p>'
    '<p><span style="display: inline-block"><img alt="" src="images/image1.png" title=""></span></p><hr>'
    f'{NOTE}<div class="c7"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Says who? Ask the lawyers.</span></p></div>'
    "</body></html>"
)


def test_what_colleagues_remarked_stays_out_and_so_do_its_marks() -> None:
    text = read_page(DOCUMENT).text
    assert "lawyers" not in text
    assert "cmnt" not in text
    assert "[a]" not in text


def test_a_page_that_is_none_of_google_keeps_what_is_called_so() -> None:
    text = read_page(DOCUMENT.replace(" doc-content", "")).text
    assert "lawyers" in text
    assert "# Probiotics" not in text


def test_the_title_is_a_heading_and_one_note_is_a_work_that_its_sentence_cites() -> None:
    document = open_text(read_page(DOCUMENT).text, "markdown")
    assert document.title == "Probiotics"
    assert [reference.raw[:12] for reference in document.references] == ["Allen SJ, Ma"]
    assert "diarrhoea by a day[^ftnt1]. It is common." in document.text


@pytest.mark.parametrize(
    ("picture", "kept"),
    [
        ('<p><img alt="" src="images/image1.png"></p>', "![](images/image1.png)"),
        ('<p><a href="/big.png"><img src="/small.png"></a></p>', "![](/small.png)"),
        ('<p><img src="data:image/gif;base64,R0lG" data-src="/late.jpg"></p>', "![](/late.jpg)"),
        ('<p>Honey <img alt="" src="/bee.png"> helps.</p>', "Honey helps."),
        ('<p><img src="/pixel.gif" width="1" height="1"></p>', ""),
        ('<p><img src="/face.png" width="48px"></p>', ""),
        ('<p><img src="javascript:alert(1)"></p>', ""),
    ],
)
def test_a_picture_without_words_is_kept_where_it_stands_by_itself(picture: str, kept: str) -> None:
    text = read_page(f"<html><body><article><h1>Honey</h1><p>It is sweet.</p>{picture}</article></body></html>").text
    assert text.partition("It is sweet.")[2].strip() == kept
