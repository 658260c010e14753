"""A mark that stands behind the stop of a sentence, with a space between, is that sentence's own."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read

LIST = (
    "\n\n## References\n\n1. Bell A. Zinc and colds. J Herbs. 2011;3(2):33-9.\n2. Coe B. Honey. J Herbs. 2012;3:33-9.\n"
    "3. Day C. Tea. J Herbs. 2013;1:2-3.\n"
)
CLAIM, NEXT = "Zinc shortens colds in adults.", "Honey calms coughs in children."


def sentences(written: str) -> list[str]:
    return [sentence.text for sentence in read(f"Tea is warm.\n\n{written}\n\nMint is green.{LIST}").sentences][1:-1]


@pytest.mark.parametrize(
    "opening",
    [
        "[3 ways](https://a.example/b) to sleep help.",
        "(1) Honey calms coughs.",
        "[In 2011] Honey calmed coughs.",
    ],
)
def test_what_opens_the_next_sentence_is_no_mark_of_the_one_before(opening: str) -> None:
    assert opening not in sentences(f"{CLAIM} {opening}")[0]


@pytest.mark.parametrize(
    "mark",
    [
        "[1]", "[1] [2]", "[1], [2]", "[1]–[3]", "[1][2]", "[1, p. 3]", "[[1]](#1)", r"[\[1\]](#1)", r"\[[1](#r1)\]",
        "[[1](#r1), [2](#r2)]", "([1](#r1))", "[¹](#fn1)", "[[1,2]](#r1)", "[[1]](#1)[[2]](#2)", "[[1]](#1), [[2]](#2)",
        "[[1]](https://doi.org/10.1000/x)", "<a href='#r1'>[1]</a>", "[<a href='#r1'>1</a>]", "^[1]^", "【1】", "*[1]*",
        "**[1]**", "(see [1])", "[Bell 2011](#bell)", "[[Bell 2011]](#bell)", "<sup>[[1]](#r1)</sup>",
        '<sup id="fn1a">[[1]](#fn1)</sup>', '<sup id="a">1</sup>', '<sup class="x">[1,2]</sup>', '<sup>[1](#fn1)</sup>',
        '<sup id="a"><a href="#r1">1</a></sup>', '<a href="#r1"><sup>1</sup></a>',
        '<a href="#r1" id="a"><sup>[1]</sup></a>',
        r"\[1\]", "(1, 2)", "[Bell 2011]", "[Bell et al., 2011]", "[ref]", "[Source 2]", "⁽¹⁾",
    ],
)  # fmt: skip
def test_a_mark_behind_a_stop_stays_with_its_sentence(mark: str) -> None:
    assert sentences(f"{CLAIM} {mark} {NEXT} {mark}") == [f"{CLAIM} {mark}", f"{NEXT} {mark}"]


@pytest.mark.parametrize("space", ["&nbsp;", " &nbsp; ", "\u00a0", "\u202f", "  ", "\t"])
@pytest.mark.parametrize("mark", ["[[2]](#2)", "[2]", "<sup>2</sup>", "[^2]", "(Coe 2012)"])
def test_no_kind_of_space_gives_the_mark_to_the_promise_behind_it(space: str, mark: str) -> None:
    document = read(f"# Honey\n\n{NEXT}{space}{mark} In this article we show that garlic cures cancer.{LIST}")
    assert document.sentences[-1].text.startswith("In this article")
    assert {marker.sentence for marker in document.markers} == {document.sentences[-1].index - 1}


def test_the_mark_behind_a_quotation_is_that_of_its_end() -> None:
    document = read(f"She said “zinc helps. This is so in adults.”* [[1]](#1). {NEXT}{LIST}")
    (marker,) = document.markers
    assert document.sentences[marker.sentence].text == "This is so in adults.”* [[1]](#1)."


@pytest.mark.parametrize("begun", [" [1", " [[1](", r" \[[1](a)", " <a x", " [Bell 2011", " *[1]", " (see [1", " 【1"])
def test_marks_that_are_never_closed_are_read_through(begun: str) -> None:
    assert read("Tea is warm." + begun * 2000).sentences


DOI = "https://doi.org/10.1000/x"


@pytest.mark.parametrize(
    "raised",
    [
        f"<sup>[1]({DOI})</sup>",
        f"<sup>[[1]]({DOI})</sup>",
        f"<sup>[Lee 2020]({DOI})</sup>",
        f'<sup><a href="{DOI}">1</a></sup>',
        f"<sup class='ref'><a href='{DOI}' target='_blank'>[1]</a></sup>",
        f"<sup> [1]({DOI}) </sup>",
        f'<sup>[<a href="{DOI}">1</a>]</sup>',
        f'<sup><a rel="nofollow" href="{DOI}">1</a></sup>',
    ],
)
def test_a_link_in_a_raised_figure_is_that_of_the_sentence_before_it_alone(raised: str) -> None:
    document = read(f"Ginger reduces nausea.{raised} Garlic cures cancer.", "markdown")
    assert [(marker.keys, marker.sentence) for marker in document.markers] == [(("doi:10.1000/x",), 0)]
    assert document.sentences[-1].text == "Garlic cures cancer."


def test_several_links_in_one_raised_element_are_all_read() -> None:
    document = read(f"Ginger reduces nausea.<sup>[1]({DOI}), [2]({DOI}y)</sup>", "markdown")
    assert [marker.keys for marker in document.markers] == [("doi:10.1000/x",), ("doi:10.1000/xy",)]


@pytest.mark.parametrize("raised", ["<sup>2</sup>", '<sup><a href="#r2">2</a></sup>', "<sup>[2](#r2)</sup>"])
def test_a_raised_number_without_an_address_stays_a_number(raised: str) -> None:
    assert [marker.keys for marker in read(f"Ginger reduces nausea.{raised}", "markdown").markers] in ([("2",)], [])


def test_a_raised_link_with_a_number_of_the_list_leads_to_the_list() -> None:
    listed = "\n\n## References\n\n1. Lee A, Okoro B. Ginger tea for nausea. J Herbs. 2020;12(1):1-9.\n"
    text = f'Ginger reduces nausea.<sup><a href="{DOI}">1</a></sup>{listed}'
    assert [marker.keys for marker in read(text, "markdown").markers] == [("1",)]


MORE = (
    "[Source #1]",
    "[Source #1, #3]",
    "(Sources 1 and 2)",
    "[source: 2]",
    "[Refs. 1, 3]",
    "(Source 1; Source 3)",
    "[Ref no. 2]",
)


@pytest.mark.parametrize("mark", ["(Source 1)", "(source 2)", "[Source 3]", "(see source 1)", "(sources 1, 2)", *MORE])
def test_a_source_of_the_list_is_named_by_its_number(mark: str) -> None:
    assert read(f"{CLAIM[:-1]} {mark}.{LIST}", "markdown").markers


@pytest.mark.parametrize(
    "words",
    [
        "(Source 7)",
        "[Source #9]",
        "(source of #2 cups)",
        "(source of 2 cups)",
        "Source 1",
        "(sources 12 say so)",
        "(resource 1)",
    ],
)
def test_what_names_no_source_of_the_list_is_no_mark(words: str) -> None:
    assert not read(f"{CLAIM[:-1]} {words}.{LIST}", "markdown").markers


def test_every_source_of_a_row_is_read() -> None:
    marks = read(f"{CLAIM[:-1]} [Source #1, #3].{LIST}", "markdown").markers
    assert [mark.keys for mark in marks] == [("1", "3")]
