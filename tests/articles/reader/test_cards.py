"""What opens behind a claim, and what the summary and the reference list say: from a snapshot alone, no database."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from articles.reader.cards import shortened
from articles.reader.pages import Page, page_of
from articles.reader.work_facts import language_of
from tests.articles.published import claim, flag, snapshot, work

TODAY = date(2026, 11, 29)
TEXT = "Vitamin D prevents fractures [@key1]."


def page(claims: list[Any], **fields: Any) -> Page:
    return page_of(snapshot(" ".join(row["text"] for row in claims), claims, **fields), TODAY)


def test_a_claim_whose_source_was_retracted_is_not_said_to_have_none() -> None:
    lost = claim(0, TEXT, "none", [], support="none", sources=[{"number": 1, "how": "marker"}])
    bare = claim(1, "Zinc prevents colds.", "none", [flag("missing-citation")])
    shown = page([lost, bare], citations=[work(1, used_in=[0], status="retracted")])
    assert shown.cards[0].verdict == "What stood behind this sentence was retracted: it counts for nothing."
    assert shown.summary.rows[2].words == "Not supported"
    assert shown.summary.rows[2].apart == "1 with no source, 1 whose source was retracted"
    assert [card.index for card in shown.summary.rows[2].cards] == [0, 1]


def test_a_source_that_does_not_hold_is_told_from_one_that_was_retracted() -> None:
    one = claim(0, TEXT, "none", [], support="none", sources=[{"number": 1}])
    shown = page([one], citations=[work(1, used_in=[0])])
    assert shown.cards[0].verdict == "The source given does not support this sentence."
    assert "no source" not in shown.cards[0].verdict


@pytest.mark.parametrize("held", [True, False])
def test_a_disputed_claim_shows_the_work_that_disputes_it_apart_from_what_it_rests_on(held: bool) -> None:
    told = "Bolland, Grey and Avenell 2018: no effect in 81 trials"
    one = claim(
        0, TEXT, "moderate", [flag("contested-claim")], sources=[{"number": 1}],
        reasons=[] if held else [f"Disputed by {told}: one step down."],
    )  # fmt: skip
    citations = [
        work(1, used_in=[0], disputed_by=told if held else ""),
        work(2, authors=["Bolland MJ", "Grey A"], byline="Bolland and others", year=2018),
        work(3, authors=["Bolland MJ"], byline="Bolland", year=2015),
    ]
    card = page([one], citations=citations).cards[0]
    assert [work.number for work in card.opponents] == [2]
    assert [work.number for work, _ in card.works] == [1]
    assert card.against == told


def test_nobody_is_named_as_disputing_who_is_not() -> None:
    card = page([claim(0, TEXT, sources=[{"number": 1}])], citations=[work(1, used_in=[0]), work(2)]).cards[0]
    assert (card.against, card.opponents) == ("", ())


def test_every_card_can_be_opened() -> None:
    """A claim that no mark opens, as in the words of a picture, gets its button below the text."""
    rows = [claim(0, TEXT), claim(1, "Nowhere in the text.", "none", [flag("missing-citation")])]
    shown = page_of(snapshot(TEXT, rows), TODAY)
    opened = {int(index) for index in re.findall(r'popovertarget="claim-(\d+)-why"', shown.html)}
    assert opened | {card.index for card in shown.loose} == {card.index for card in shown.cards}
    assert [card.index for card in shown.loose] == [1]


def test_marks_bear_the_number_of_their_note_and_numbers_the_name_of_their_work() -> None:
    rows = [claim(3, TEXT), claim(5, "Zinc prevents colds.", "none", [flag("missing-citation")])]
    shown = page(rows, citations=[work(1, used_in=[3])])
    assert re.findall(r'popovertarget="claim-(\d)-why" data-n="(\d)"', shown.html) == [("3", "1"), ("5", "2")]
    assert 'aria-label="Reference 1: Abbasi and others, 2012"' in shown.html


def test_a_number_and_the_mark_behind_it_stand_in_one_element_and_a_last_word_keeps_its_own() -> None:
    shown = page(
        [claim(0, TEXT), claim(1, "Zinc prevents *colds.*"), claim(2, "Iron does not.")],
        citations=[work(1, used_in=[0])],
    ).html
    assert re.search(r'</mark><sup class="cite"><a href="#ref-1"[^>]*>1</a><button [^>]*></button></sup>', shown)
    assert shown.count('<span class="keep">') == 2
    assert shown.count("<button") == 3


def test_links_to_works_of_the_list_bear_their_number_for_paper_and_no_others_do() -> None:
    text = "The [trial](http://dx.doi.org/10.1000/PART.1) and [another](https://example.org/?a=1&b=2)."
    shown = page([claim(0, text)], citations=[work(1, used_in=[0])]).html
    assert re.findall(r'href="([^"]+)"[^>]* data-ref="(\d+)"', shown) == [("http://dx.doi.org/10.1000/PART.1", "1")]


def test_the_summary_says_what_most_rest_on_only_where_most_do() -> None:
    assert page([claim(0, TEXT), claim(1, "B b."), claim(2, "C c.", "weak")]).summary.mostly.startswith(
        "Most rest on mod"
    )
    assert page([claim(0, TEXT), claim(1, "B b.", "weak")]).summary.mostly == ""


def test_what_is_not_recorded_is_said_once_for_the_list() -> None:
    shown = page([claim(0, TEXT)], citations=[work(1, used_in=[0]), work(2, sample_size=None, funding="A fund")])
    assert shown.not_recorded == "Not recorded: size for 1 of 2 works, funding for 1 of 2 works."
    assert shown.no_notice == "No retraction notice found for all 2 works, checked 20 February 2026 in Crossref."
    assert shown.references[0].facts == ("Randomised trial", "46 people")


def test_a_work_under_concern_looks_as_its_claims_do_and_a_retracted_one_otherwise() -> None:
    listed = page(
        [claim(0, TEXT)], citations=[work(1, used_in=[0], status="concern"), work(2, used_in=[0], status="retracted")]
    ).references
    assert [one.mark for one in listed] == ["weak", "none"]
    assert listed[0].told.count("Expression of concern") == 0


@pytest.mark.parametrize(
    ("title", "told", "language"),
    [
        ("Vitamin D for the bones", "", ""),
        ("Vitamin D for the bones", "eng", ""),
        ("Vitamin D und Knochen", "ger", "de"),
        ("[Vitamin D and bones]", "ger", ""),
        ("Vitamin D and bones", "chi", ""),
        ("维生素D与骨折", "en", "zh"),
        ("ビタミンDの効果", "", "ja"),
        ("فيتامين د", "fa", "fa"),
        ("فيتامين د", "", "ar"),
        ("Витамин D", "uk", "uk"),
        ("Die Wirkung", "<script>", ""),
    ],
)
def test_the_language_of_a_title_is_that_of_its_record_or_its_letters(title: str, told: str, language: str) -> None:
    assert language_of(title, told) == language


def test_words_are_cut_between_words() -> None:
    assert shortened("It helps, mostly", 10) == "It helps…"
    assert shortened("It helps", 10) == "It helps"
