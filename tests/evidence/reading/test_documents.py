from __future__ import annotations

import contextlib
import gc
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.reading.documents import has_markdown, read
from evidence.reading.front_matter import FrontMatterError
from tests.drawing import examples


def kinds(text, format="auto"):  # noqa: A002
    return [(block.kind, block.text.strip()) for block in read(text, format).not_prose]


def sentences(text, format="auto"):  # noqa: A002
    return [sentence.text for sentence in read(text, format).sentences]


def test_it_refuses_a_format_it_does_not_know():
    with pytest.raises(ValueError, match="Use one of: auto, text, markdown\\."):
        read("It works.", "pdf")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Back to blog", "nav"),
        ("Read more", "nav"),
        ("Share this", "nav"),
        ("« Previous post", "nav"),
        ("Ada Thumbnail", "thumbnail"),
        ("By Dr. Ada Byron, DPT, PRPC", "byline"),
        ("Medically reviewed by Ben Coe, MD", "byline"),
        ("sleep    babies   milk  health", "tag-line"),
        ("Tags: sleep, babies", "tag-line"),
        ("**Tags:** sleep, babies, colic, safe cots", "tag-line"),
        ("This article is not medical advice.", "notice"),
        ("The information on this site is not a substitute for professional medical advice.", "notice"),
        ("These statements have not been evaluated by the Food and Drug Administration.", "notice"),
        ("*This page is general information. It is not medical advice, and it cannot replace a talk.*", "notice"),
        ("This page cannot replace the advice of your doctor.", "notice"),
        ("![A sleeping child](child.jpg)", "caption"),
        ("Photo: Ada Byron", "caption"),
        ("**Figure 1:** Changes in sleep after two years.", "caption"),
        ("<strong>Table 2.</strong> Sleep by age.", "caption"),
        ("_Photo: [Ada Byron](https://pictures.example/cake/)_", "caption"),
        ("*Photo by [Ada Byron](https://byron.example) on [Unsplash](https://unsplash.com/x)*", "caption"),
        ("(Header image by Ada Byron, CC BY 2.0)", "caption"),
        ('<em>Cover photo credit: <a href="https://byron.example">ada</a></em>', "caption"),
        ("Illustration: Ada Byron and the Byron Archive.", "caption"),
        ("## What we know", "heading"),
        ("**What we know**", "heading"),
    ],
)
def test_it_takes_no_sentence_from(line, kind):
    text = f"Sleep helps babies grow well every night.\n\n{line}\n\nMore sleep is better for them all."
    assert [found for found, _ in kinds(text)] == [kind]
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "By supplementing mothers we may prevent eczema.",
        "Home remedies do not replace medical care.",
        "Share this with nobody, says the trial.",
        "Read more than one study before you decide.",
        "Milk  is good.",
        "Probiotics cure eczema",
        "#1 in the world is sleep.",
        "Images from Harvard show that sleep clears the brain.",
        "Pictures by MRI can miss a small stroke.",
        "*Photos from Ada made her sleep better.*",
    ],
)
def test_it_keeps_as_a_sentence(text):
    assert sentences(text) == [text]


def test_code_and_tables_are_not_prose():
    text = "It works.\n\n```\nIt. Fails.\n```\n\n| a | b |\n|---|---|\n| It | fails. |\n\nIt still works."
    assert sentences(text) == ["It works.", "It still works."]
    assert [kind for kind, _ in kinds(text)] == ["code", "table"]


def test_indented_lines_are_code_in_markdown_but_not_within_a_list():
    assert sentences("It works:\n\n    It. Fails.\n\n- One\n\n    more of it\n", "markdown") == [
        "It works:",
        "One",
        "more of it",
    ]
    assert sentences("It works.\n\n    It is free.", "text") == ["It works.", "It is free."]


def test_list_items_are_sentences_without_their_bullets():
    text = "It helps:\n\n- with sleep\n- with milk. And calm.\n1. First of all.\n   Runs on.\n* [ ] Last"
    assert sentences(text) == [
        "It helps:",
        "with sleep",
        "with milk.",
        "And calm.",
        "First of all.",
        "Runs on.",
        "Last",
    ]


def test_quote_marks_are_no_part_of_a_sentence():
    document = read("> It helps babies\n> sleep. It is\n> > cheap.")
    assert [sentence.start for sentence in document.sentences] == [2, 27]
    assert document.sentences[0].text == "It helps babies\n> sleep."


def test_lines_wrapped_by_hand_are_one_paragraph():
    text = "Sleep is good for the child and for the mother, as every study that\nwas done has found again. It is\nfree."
    assert len(sentences(text)) == 2
    assert {sentence.paragraph for sentence in read(text).sentences} == {0}


def test_long_lines_are_paragraphs_of_their_own():
    long = "Sleep is good for the child and for the mother, " * 4 + "they say."
    text = f"{long}\nWhat comes next\n{long}\n{long}"
    assert sentences(text) == [long, long, long]
    assert kinds(text) == [("heading", "What comes next")]


def test_items_after_a_colon_that_lost_their_bullets_stay_sentences():
    long = "Sleep is good for the child and for the mother, " * 4 + "they say."
    text = f"{long}\nIt may bring:\nBetter sleep\nMore calm\n{long}"
    assert sentences(text) == [long, "It may bring:", "Better sleep", "More calm", long]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Sleep\n\nIt helps.", "Sleep"),
        ("Sleep\n=====\n\nIt helps.", "Sleep"),
        ("Sleep and Milk\n\nIt helps babies.", "Sleep and Milk"),
        ("Title: Sleep\n\nIt helps.", "Sleep"),
        ("---\ntitle: Sleep well\n---\n# Sleep\n\nIt helps.", "Sleep well"),
        ("It helps babies sleep.\n\nIt is free.", ""),
    ],
)
def test_it_finds_the_title(text, title):
    assert read(text).title == title


def test_the_first_author_byline_is_the_byline():
    text = "# Sleep\n\nMedically reviewed by Ben Coe, MD\n\nBy Ada Byron and Cy Day\n\nIt helps."
    assert read(text).byline == "Ada Byron and Cy Day"


@pytest.mark.parametrize("author", ["{name: Ada Byron, credentials: MD}", "Ada Byron, MD"])
def test_the_declared_author_stands_in_for_a_byline(author):
    assert read(f"---\nauthor: {author}\n---\nIt helps.").byline == "Ada Byron, MD"


def test_a_short_line_with_a_marker_is_no_heading():
    assert (
        sentences("It is late.\n\nMilk helps children sleep [1]\n\nIt is free.")[1] == "Milk helps children sleep [1]"
    )


def test_markup_around_a_paragraph_is_no_part_of_its_sentences():
    text = "<h2>Sleep</h2>\n<p>Milk helps.<br> It is <b>free</b>.</p>\n<div>\n<ul><li>Calm too</li></ul>"
    assert sentences(text) == ["Milk helps.", "It is <b>free</b>.", "Calm too"]


def test_lines_that_touch_are_one_paragraph_of_markdown():
    long = "Sleep is good for the child and for the mother, " * 4 + "they say."
    document = read(f"# Sleep\n\n{long}\n{long}\n\n{long}\n\n## Milk\n\n{long}")
    assert [sentence.paragraph for sentence in document.sentences] == [0, 0, 1, 2]


def test_a_footnote_that_holds_a_work_is_a_reference():
    text = "It helps.[^a] It is free.[^b]\n\n[^a]: Bell A. Sleep in babies. J Sleep. 2012;3(4):5-9.\n[^b]: So they say."
    document = read(text)
    assert [(reference.key, reference.csl["note-id"]) for reference in document.references] == [("bell2012", "a")]
    assert [block.kind for block in document.not_prose] == ["note", "note"]
    assert len(document.sentences) == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_offsets_hold_for_every_line_ending(ending):
    text = "\ufeff# Sleep\n\nIt helps. It is free.\n\n- One\n- Two.\n\n> It is said.\n".replace("\n", ending)
    document = read(text)
    assert [sentence.text for sentence in document.sentences] == [
        "It helps.",
        "It is free.",
        "One",
        "Two.",
        "It is said.",
    ]
    assert all(text[s.start : s.end] == s.text for s in document.sentences)
    assert document.title == "Sleep"


MARKS = [
    "#",
    ">",
    "-",
    "*",
    "1.",
    "[",
    "]",
    "(",
    ")",
    "^",
    "@a",
    "`",
    "|",
    "---",
    "\n",
    "\r\n",
    "\r",
    " ",
    ".",
    "?",
    "“",
    "”",
    "<sup>",
    "</sup>",
    "2012",
    "Bell",
    "et al.",
    "References",
    "https://a.b/c",
    "10.1000/x",
    "word",
    ":",
    "\ufeff",
    "\u2028",
    "[^a]:",
    "²",
    "title: x",
]


def check(document):
    text = document.text
    last = 0
    for number, sentence in enumerate(document.sentences):
        assert sentence.index == number
        assert last <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        last = sentence.end
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    assert paragraphs == sorted(paragraphs)
    for found in (*document.markers, *document.not_prose):
        assert text[found.start : found.end] == found.text
    for marker in document.markers:
        assert 0 <= marker.sentence < len(document.sentences)
    for reference in document.references:
        assert text[reference.start : reference.end] == reference.raw or not reference.raw
    names = [reference.key for reference in document.references]
    assert len(names) == len(set(names))
    for block in document.not_prose:
        if block.kind == "note":
            continue  # what a note tells is prose
        assert not [s for s in document.sentences if not s.place and s.start < block.end and block.start < s.end], block


@pytest.mark.drawn(1)
@given(
    st.lists(st.sampled_from(MARKS), max_size=60).map("".join)
    | st.lists(st.sampled_from(MARKS), max_size=60).map(" ".join)
)
@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_text_breaks_it(text):
    for format in ("text", "markdown"):  # noqa: A001
        with contextlib.suppress(FrontMatterError):
            check(read(text, format))


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_offsets_hold_for_any_text(text):
    check(read(text, "text"))


LENGTHENED = (
    *("word ", "It works. ", "(", "[", "> ", "a.", "[1] ", "[a](", "<a ", "Bell (2012), ", "\n", "- a\n"),
    *("Bell A. On sleep. J Sl. 2012;1(2):3-4.\n", "[^a]: x\n", '"', "“a. b” c "),
)
"""`make prove` takes them all, over sixteen times the length; here four are taken over eight times."""


@pytest.mark.drawn(2)
@pytest.mark.parametrize("unit", ["It works. ", "[a](", "Bell A. On sleep. J Sl. 2012;1(2):3-4.\n", "[^a]: x\n"])
def test_its_time_is_linear_in_the_length(unit):
    assert takes_linear_time(unit, times=8)


def takes_linear_time(unit, *, times):
    def seconds(size):
        text = unit * (size // len(unit))
        gc.disable()  # its rounds take as long as all that the tests before have left
        try:
            begin = time.process_time()
            read(text, "markdown")
            return time.process_time() - begin
        finally:
            gc.enable()

    short = max(0.004, min(seconds(12_500) for _ in range(2)))
    most = times * 5 * short  # a quadratic reader would need the square of `times`
    return any(seconds(12_500 * times) < most for _ in range(2))


MARKS = re.compile(
    r"^[ \t]{0,3}(?:#{1,6}[ \t]+\S|```|~~~|>[ \t]*\S|[-*+][ \t]+\S|!\[)|\]\([^()\s]{1,2000}\)|\[\^[^\]\s]{1,60}\]|"
    r"\[[^\]@\n]{0,80}@[A-Za-z][^\]\n]{1,200}\]|\*\*[^*\n]{1,200}\*\*",
    re.MULTILINE,
)


@given(st.text("a# `~>-*+![](^]@\n\r\u2028", max_size=14))
def test_marks_of_markdown_are_found_line_by_line_as_in_one_look(text: str) -> None:
    assert has_markdown(text) is (MARKS.search(text) is not None)
