"""What is pasted: Word, Google Docs and pages as Markdown, with lists, tables, links and the numbers of notes."""

from __future__ import annotations

import pytest

from evidence.deadline import Deadline, TooIntricateError, within
from evidence.opening.html import tree
from evidence.opening.html.clipboard import read_fragment
from evidence.opening.html.tree import TooManyElementsError

DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr">
<span style="font-weight:700;">Does it help?</span></h2><p dir="ltr"><span style="font-weight:400;">Magnesium </span>
<span style="font-weight:700;">may ease</span><span style="font-weight:400;"> sleep in </span>
<span style="font-style:italic;">older</span><span> adults</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>
<span>, says </span><a href="https://www.google.com/url?q=https://doi.org/10.1000/x&amp;sa=D"><span>the trial</span></a>
<span>.</span></p><ul><li dir="ltr"><p role="presentation"><span>First</span></p></li><ul><li><p>Inner</p></li></ul>
<li><p>Second</p></li></ul><table><tbody><tr><td><p>Dose</p></td><td><p>Effect</p></td></tr><tr><td><p>1</p></td>
<td><p>2</p></td></tr></tbody></table><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Boyle 2017, a review.</p>
</div></b>"""


def item(words: str, mark: str, level: int = 1, number: int = 0) -> str:
    ignored = f"<span style='mso-list:Ignore'>{mark}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
    style = f"text-indent:-18pt;mso-list:l{number} level{level} lfo1"
    return f"<p class=MsoListParagraph style='{style}'><![if !supportLists]>{ignored}<![endif]>{words}<o:p></o:p></p>"


def word(body: str) -> str:
    head = (
        "<head><style><!-- p {margin:0} --></style><!--[if gte mso 9]><xml><w:W>UNWANTED</w:W></xml><![endif]--></head>"
    )
    return f"<html xmlns:o='urn'>{head}<body lang=EN><!--StartFragment-->{body}<!--EndFragment--></body></html>"


@pytest.mark.parametrize(
    "part",
    [
        "<script>UNWANTED</script>",
        "<style>UNWANTED</style>",
        "<span style='display:none'>UNWANTED</span>",
        "<span style='mso-hide:all'>UNWANTED</span>",
        "<!-- UNWANTED -->",
        "<w:sdt>UNWANTED</w:sdt>",
        "<title>UNWANTED</title>",
    ],
)
def test_what_is_no_text_is_left_out(part: str) -> None:
    assert "UNWANTED" not in read_fragment(f"<p>Milk.</p>{part}<p>Tea.</p>")


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST", 2000)
    with pytest.raises(TooManyElementsError):
        read_fragment("<b>a" * 2001)


def test_the_deadline_is_kept() -> None:
    clock = iter(range(10**6))
    with within(Deadline.after(5, lambda: float(next(clock)))), pytest.raises(TooIntricateError):
        read_fragment("<p>Milk.</p>" * 100)


def test_a_list_of_links_is_no_menu_here() -> None:
    links = "".join(f"<li><a href='https://a.example/{n}'>Page {n}</a></li>" for n in (1, 2))
    assert read_fragment(f"<ul>{links}</ul>") == "- [Page 1](https://a.example/1)\n- [Page 2](https://a.example/2)"


def test_styles_that_say_not_bold_make_nothing_bold() -> None:
    assert (
        read_fragment("<b style='font-weight:normal'><p>Milk <i style='font-style:normal'>helps</i>.</p></b>")
        == "Milk helps."
    )


def test_a_heading_is_not_bold_besides() -> None:
    assert read_fragment("<h3><span style='font-weight:700'>Milk</span></h3>") == "### Milk"


def test_google_docs_keeps_headings_emphasis_links_lists_tables_and_notes() -> None:
    assert read_fragment(DOCS).split("\n\n") == [
        "## Does it help?",
        "Magnesium **may ease** sleep in *older* adults[^1] , says [the trial](https://doi.org/10.1000/x) .",
        "- First\n  - Inner\n- Second",
        "| Dose | Effect |\n|---|---|\n| 1 | 2 |",
        "[^1]: Boyle 2017, a review.",
    ]


def test_word_writes_lists_as_paragraphs() -> None:
    items = item("Walk daily", "·") + item("Uphill", "o", 2) + item("Rest", "·")
    numbers = item("One", "1.", 1, 1) + item("Two", "2.", 1, 1)
    text = read_fragment(word(f"<p class=MsoTitle>My post</p>{items}<p class=MsoNormal>Then:</p>{numbers}"))
    assert text.split("\n\n") == ["# My post", "- Walk daily\n  - Uphill\n- Rest", "Then:", "1. One\n2. Two"]


def test_bullets_that_turn_into_numbers_are_two_lists() -> None:
    text = read_fragment(word(item("Milk", "·") + item("One", "1.")))
    assert "- Milk" in text
    assert "1. One" in text


def test_notes_of_word_keep_their_numbers() -> None:
    mark = (
        "<a style='mso-footnote-id:ftn3' href='#_ftn3' name='_ftnref3'><span class=MsoFootnoteReference>[3]</span></a>"
    )
    note = "<a style='mso-footnote-id:ftn3' href='#_ftnref3' name='_ftn3'><span>[3]</span></a> Smith, Walking, 2019."
    text = read_fragment(
        word(
            f"<p class=MsoNormal>Walking eases pain{mark}.</p><div style='mso-element:footnote-list'><hr width='33%'>"
            f"<div style='mso-element:footnote' id=ftn3><p class=MsoFootnoteText>{note}</p></div></div>"
        )
    )
    assert text == "Walking eases pain[^3].\n\n[^3]: Smith, Walking, 2019."


@pytest.mark.parametrize(
    ("mark", "own"),
    [
        ('<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<a href="#ftnt_ref1" id="ftnt1">[1]</a>'),
        (
            '<span style="vertical-align:super"><a href="#ftnt1" id="ftnt_ref1">[1]</a></span>',
            '<a href="#ftnt_ref1" id="ftnt1">[1]</a>',
        ),
        (
            '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>',
        ),
    ],
)
def test_a_note_that_names_a_work_is_a_note_all_the_same(mark: str, own: str) -> None:
    text = read_fragment(
        f"<p>Milk helps{mark} bones.</p><hr><div><p>{own} Doe J. Milk and bones. J Milk. 2019;4(2):1-9.</p></div>"
    )
    assert text == "Milk helps[^1] bones.\n\n[^1]: Doe J. Milk and bones. J Milk. 2019;4(2):1-9."


def test_a_note_never_takes_the_name_of_one_that_is_there() -> None:
    text = read_fragment(DOCS, ["1", "2"])
    assert "adults[^1a]" in text
    assert "[^1a]: Boyle" in text


def test_a_list_of_references_keeps_the_numbers_that_the_text_cites() -> None:
    html = (
        "<p>Milk helps<sup><a href='#r2'>2</a></sup>.</p><h2>References</h2>"
        "<ol><li id='r1'>Doe J. Tea and sleep. J Tea. 2001.</li>"
        "<li id='r2'>Roe J. Milk and sleep. J Milk. 2002.</li></ol>"
    )
    text = read_fragment(html)
    assert "Milk helps[2]." in text
    assert "2. Roe J. Milk and sleep" in text
