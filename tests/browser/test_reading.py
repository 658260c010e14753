"""Reading an article: marks in the margin, notes level with their claim, on every screen and by every means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

from tests.articles.published import PERSON, REVIEWER, claim, flag, publish, snapshot, work
from tests.browser.serving import ADDRESS, Serving

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

URL = f"{ADDRESS}/articles/magnesium/"
SENTENCES = [
    "In a trial in 46 older adults eight weeks of it improved sleep [@key1].",
    "It works. It also prevents anxiety, in everybody and at every age and for as long as it is taken.",
    "Zinc prevents colds | 96",
    "One more claim that ends here.",
]
BODY = (
    f"Many people reach for magnesium. {SENTENCES[0]} {SENTENCES[1]}\n\n## A table\n\n| Form | People |\n|---|---|\n"
    f"| {SENTENCES[2]} |\n\n## Part three\n\n" + "Words that claim nothing at all. " * 60 + f"\n\n{SENTENCES[3]}\n\n"
    "## Part four\n\n" + "Words that claim nothing at all. " * 60
)
DISCLOSURE = {"product": "Still Night", "seller": "Us", "tie": "own", "statement": "We sell it.", "disclaimer": True}


@pytest.fixture
def published(db: None) -> None:
    none = [flag("missing-citation")]
    claims = [
        claim(1, SENTENCES[0], "weak", [flag("single-study-generalisation")], sources=[{"number": 1, "how": "marker"}]),
        claim(2, SENTENCES[1], "none", none),
        claim(3, SENTENCES[2], "none", none),
        claim(4, SENTENCES[3], "moderate"),
    ]
    passage = "We randomly assigned 46 adults over 60 to magnesium or placebo."
    cited = [
        work(1, used_in=[1], passage=passage, population="adults over 60"),
        work(2, status="retracted", used_in=[1]),
    ]
    people = [PERSON, REVIEWER]
    publish(snapshot(BODY, claims, citations=cited, contributors=people, disclosures=[DISCLOSURE]))


@pytest.fixture
def open_page(chromium: Any, published: None) -> Iterator[Callable[..., Any]]:
    contexts = []

    def opened(width: int = 1280, height: int = 800, **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        Serving(Client()).attach(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        assert page.goto(URL).ok
        page.evaluate("document.fonts.ready")
        return page

    yield opened
    for context in contexts:
        context.close()


def boxes(page: Any, selector: str) -> list[dict[str, float]]:
    found: list[dict[str, float]] = page.evaluate(
        "(selector) => [...document.querySelectorAll(selector)].map((one) => {"
        " const box = one.getBoundingClientRect(); const {left, right} = box;"
        " return {left, right, top: box.top + scrollY, bottom: box.bottom + scrollY}; })",
        selector,
    )
    return found


def test_the_columns_stand_before_the_rest_of_the_page_has_come(open_page: Callable[..., Any]) -> None:
    page = open_page()
    whole = boxes(page, ".opening")[0]
    page.evaluate("document.querySelectorAll('.opening ~ *').forEach((later) => later.remove())")
    assert boxes(page, ".opening")[0]["left"] == whole["left"]


@pytest.mark.drawn(3)
@pytest.mark.parametrize("width", [960, 1280, 1600])
def test_marks_stand_in_the_margin_level_with_their_claim_and_not_upon_each_other(
    open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(width)
    (text,), tags = boxes(page, ".text"), boxes(page, ".text .tag")
    assert len(tags) == 4
    assert all(tag["left"] >= text["right"] and tag["right"] <= width for tag in tags)
    assert all(above["bottom"] <= below["top"] + 1 for above, below in pairwise(tags))
    ends = [boxes(page, f'mark.claim, [popovertarget="claim-{index}-why"]') for index in (1, 4)]
    assert all(ends)
    last = page.evaluate("(() => { const boxes = document.querySelector('#claim-4').getClientRects();"
                         " return boxes[boxes.length - 1].top + scrollY; })()")  # fmt: skip
    assert abs(last - tags[3]["top"]) < 24


@pytest.mark.drawn(2)
@pytest.mark.parametrize("width", [960, 1280])
def test_a_note_opens_in_the_margin_and_covers_nothing_of_the_text(open_page: Callable[..., Any], width: int) -> None:
    page = open_page(width)
    for index in (1, 2, 3, 4):
        button = page.locator(f'.tag[popovertarget="claim-{index}-why"]')
        button.evaluate("(one) => one.scrollIntoView({block: 'center'})")
        button.click()
        note, (text,) = page.locator(f"#claim-{index}-why").bounding_box(), boxes(page, ".text")
        assert note["x"] >= text["right"]
        assert note["x"] + note["width"] <= width
        assert note["y"] >= 0
        assert note["y"] + note["height"] <= 800
        assert abs(note["y"] - button.bounding_box()["y"]) < 60 or note["y"] + note["height"] > 700
        page.keyboard.press("Escape")


@pytest.mark.drawn(3)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_marks_never_shift_the_text(open_page: Callable[..., Any], width: int) -> None:
    page = open_page(width)
    before = boxes(page, ".text p, .text h2")
    for choice in ("marks-off", "marks-problems", "marks-all"):
        page.evaluate("(id) => document.getElementById(id).click()", choice)
        assert boxes(page, ".text p, .text h2") == before


@pytest.mark.drawn(3)
@pytest.mark.parametrize(("width", "script"), [(1280, True), (390, True), (390, False)])
def test_nothing_on_the_page_moves_by_itself(open_page: Callable[..., Any], width: int, script: bool) -> None:
    page = open_page(width, java_script_enabled=script)
    if not script:
        page.locator(".sum > summary").click()
        assert page.locator(".switch").is_visible()
        page.locator(".toc > summary").click()
        page.get_by_role("link", name="Part three").click()
        page.wait_for_url("**#s-part-three")
        return
    moved = page.evaluate(
        "new Promise((done) => { let sum = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(one) => sum += one.value)).observe({type: 'layout-shift', buffered: true});"
        " setTimeout(() => done(sum), 300); })"
    )
    assert moved == 0


def test_the_first_sentence_stands_on_the_first_screen_of_a_phone(open_page: Callable[..., Any]) -> None:
    page = open_page(390, 800)
    assert boxes(page, ".text p")[0]["top"] < 800
    assert boxes(page, ".disclosure")[0]["bottom"] < boxes(page, ".text p")[0]["top"]
    assert not page.locator(".dates").is_visible()
    page.locator(".byline > summary").click()
    assert page.locator(".dates").is_visible()


def test_the_contents_stay_in_sight_and_mark_the_present_section(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.locator("#s-part-four").scroll_into_view_if_needed()
    page.evaluate("window.scrollTo(0, document.getElementById('s-part-four').offsetTop)")
    page.locator(".toc [aria-current]", has_text="Part four").wait_for()
    top = page.locator(".toc").bounding_box()["y"]
    assert 0 <= top < 100


def test_a_number_shows_its_reference_beside_the_text_and_leads_to_the_list(open_page: Callable[..., Any]) -> None:
    page = open_page()
    number = page.locator(".cite a").first
    number.click()
    shown = page.locator("#ref-card")
    shown.wait_for(state="visible")
    assert "A trial of something, part 1\nRandomised trial" in shown.inner_text()
    assert shown.bounding_box()["x"] >= boxes(page, ".text")[0]["right"]
    number.click()
    shown.wait_for(state="hidden")
    number.press("Enter")
    shown.get_by_role("link", name="In the list of references").press("Enter")
    page.wait_for_url("**#ref-1")
    back = page.locator("#ref-1 a[href^='#claim']")
    assert back.get_attribute("aria-label").startswith("Back to: In a trial in")
    back.click()
    page.wait_for_url("**#claim-1")


def test_without_script_a_number_leads_to_the_list(open_page: Callable[..., Any]) -> None:
    page = open_page(java_script_enabled=False)
    page.locator(".cite a").first.click()
    page.wait_for_url("**#ref-1")


def test_a_note_gives_the_passage_whom_it_studied_and_the_rule(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.locator('.tag[popovertarget="claim-1-why"]').click()
    said = page.locator("#claim-1-why").inner_text()
    places = [said.index(words) for words in ("“In a trial in 46", "One study", "46 people", "We randomly", "Our rule")]
    assert places == sorted(places)
    assert "adults over 60" in said
    assert page.locator("#claim-1-why details p").is_hidden()


def test_what_is_heard_of_a_mark_is_claim_level_and_fault(open_page: Callable[..., Any]) -> None:
    """The tree that Chromium gives to screen readers."""
    page = open_page()
    heard = page.locator(".text").aria_snapshot()
    assert 'button "Claim, weakly supported: One study"' in heard
    assert 'button "Claim, not supported: No source given"' in heard
    assert 'button "Claim, supported"' in heard
    assert 'link "Reference 1: Abbasi and others, 2012"' in heard
    assert 'region "Table: Form, People"' in heard
    assert 'list "Claims in this table"' in heard
    assert "✓" not in heard
    assert "◐" not in heard
    page.locator('.tag[popovertarget="claim-1-why"]').click()
    assert 'dialog "Note 1: One study"' in page.locator(".cards").aria_snapshot()


@pytest.mark.drawn(2)
@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (640, "100%"), (1280, "200%"), (390, "200%")])
def test_nothing_scrolls_sideways_when_zoomed(open_page: Callable[..., Any], width: int, size: str) -> None:
    """WCAG 1.4.4 and 1.4.10: 640 is what is left of 1280 at 200 %; the others set the text alone to twice its size."""
    page = open_page(width)
    page.evaluate("(size) => document.documentElement.style.setProperty('font-size', size)", size)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_is_reached_by_keyboard_and_the_focus_is_seen(open_page: Callable[..., Any]) -> None:
    page = open_page(390, 800)
    reached, hidden = set(), []
    for _ in range(90):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "(() => { const one = document.activeElement; const drawn = getComputedStyle(one);"
            " const label = getComputedStyle(one.nextElementSibling || one);"
            " const inside = one.closest('[id^=ref-]')?.id;"
            " return [one.getAttribute('popovertarget') || one.className || inside || one.tagName,"
            " drawn.outlineStyle !== 'none' || label.outlineStyle !== 'none']; })()"
        )
        reached.add(name)
        if not outline and name != "BODY":
            hidden.append(name)
    assert {f"claim-{index}-why" for index in (1, 2, 3, 4)} <= reached
    assert {"SUMMARY", "ref-1", "table"} <= reached
    assert hidden == []


def test_in_high_contrast_marks_have_an_edge_and_without_motion_nothing_moves(open_page: Callable[..., Any]) -> None:
    page = open_page(390, forced_colors="active", reduced_motion="reduce")
    assert page.locator(".tag").first.evaluate("(one) => getComputedStyle(one).borderTopStyle") == "solid"
    page.locator('.tag[popovertarget="claim-1-why"]').click()
    assert page.locator("#claim-1-why").evaluate("(one) => getComputedStyle(one).animationName") == "none"


def test_on_paper_marks_and_notes_bear_the_same_numbers_and_the_page_says_where_it_is_from(
    open_page: Callable[..., Any],
) -> None:
    page = open_page()
    page.emulate_media(media="print")
    after = page.evaluate(
        "[...document.querySelectorAll('.tag')].map((one) => getComputedStyle(one, '::after').content)"
    )
    assert [one.strip('"').strip(" ]") for one in after] == ["1", "2", "3", "4"]
    assert page.locator(".printed").inner_text().startswith("http")
    assert "Version 1" in page.locator(".printed").inner_text()
    printed = "(one) => getComputedStyle(one, '::after').content"
    assert "https://doi.org/10.1000/part.1" in page.locator("#ref-1 > a").evaluate(printed)
    gap = page.locator("#ref-1 > a").evaluate("(one) => parseFloat(getComputedStyle(one, '::after').marginLeft)")
    assert gap > 2, "a title runs into its address"
    assert not page.get_by_role("link", name="Report an error on this page").is_visible()
    page.evaluate("document.getElementById('marks-off').checked = true")
    assert not page.locator(".cards").is_visible()


SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }",
    "p { margin-bottom: 2em !important }",
)


@pytest.mark.drawn(2)
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_cut_off_or_scrolls_sideways_with_the_spacing_of_wcag(
    open_page: Callable[..., Any], width: int
) -> None:
    """WCAG 1.4.12; with notes and whatever unfolds open."""
    page = open_page(width)
    page.evaluate("(rules) => rules.forEach((rule) => document.styleSheets[0].insertRule(rule))", list(SPACED))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.locator('.tag[popovertarget="claim-1-why"]').click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        "[...document.querySelectorAll('body *')].filter((one) => { const drawn = getComputedStyle(one);"
        " return one.clientHeight > 2 && drawn.position !== 'absolute' && (drawn.overflowY === 'hidden'"
        " && one.scrollHeight > one.clientHeight + 1 || drawn.overflowX === 'hidden'"
        " && one.scrollWidth > one.clientWidth + 1); }).map((one) => one.className || one.tagName)"
    )
    assert cut == []


def test_without_script_a_card_does_not_cover_the_reference_it_led_to(open_page: Callable[..., Any]) -> None:
    page = open_page(390, 800, java_script_enabled=False)
    page.locator('.tag[popovertarget="claim-1-why"]').click()
    page.locator('#claim-1-why a[href="#ref-1"]').click()
    page.wait_for_url("**#ref-1")
    reference, card = page.locator("#ref-1").bounding_box(), page.locator("#claim-1-why").bounding_box()
    assert 0 <= reference["y"] < 800
    assert card is None or reference["y"] + min(reference["height"], 120) <= card["y"]


def test_on_paper_the_text_is_no_smaller_than_its_notes_and_nothing_wide_is_cut(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "Object.fromEntries(['.text p', '.refs li', '.byline', '.standfirst', '.advice', '.card'].map((name) =>"
        " [name, parseFloat(getComputedStyle(document.querySelector(name)).fontSize)]))"
    )
    text = sizes.pop(".text p")
    assert {name for name, size in sizes.items() if size > text} <= {".standfirst"}
    shown = page.evaluate("getComputedStyle(document.querySelector('.text .table')).overflowX")
    assert shown == "visible"
    assert not page.locator(".rule").first.is_visible()


def test_text_that_is_copied_holds_no_words_of_marks(open_page: Callable[..., Any]) -> None:
    page = open_page()
    copied = page.evaluate(
        "(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('.text p'));"
        " const chosen = getSelection(); chosen.removeAllRanges(); chosen.addRange(range); return `${chosen}`; })()"
    )
    assert "improved sleep" in copied
    assert "One study" not in copied
    assert "No source given" not in copied
    assert all(letter not in copied for letter in "\u2060\u200b\u00ad")
    assert page.locator(".cite").first.evaluate("(one) => getComputedStyle(one).userSelect") == "none"


def test_long_words_are_hyphenated_on_a_phone(open_page: Callable[..., Any]) -> None:
    page = open_page(390)
    for name in ("h1", ".text p"):
        assert page.locator(name).first.evaluate("(one) => getComputedStyle(one).hyphens") == "auto"
