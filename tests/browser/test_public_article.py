"""The article page in a real browser: keyboard, no script, narrow screens, dark mode, print."""

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
WORDS = (
    "Many people reach for magnesium. In a trial in 46 older adults eight weeks of it improved sleep [@key1]. "
    "A review of *three trials* found the same **with less certainty.** Magnesium also prevents anxiety. "
    "It is safe for the kidneys (see the incomprehensibilities of electroencephalography). [@key2]"
)
SENTENCES = [
    "In a trial in 46 older adults eight weeks of it improved sleep [@key1].",
    "A review of *three trials* found the same **with less certainty.**",
    "Magnesium also prevents anxiety.",
    "It is safe for the kidneys (see the incomprehensibilities of electroencephalography).",
]


@pytest.fixture
def published_article(db: None) -> None:
    one, narrow, none = flag("single-study-generalisation"), flag("overgeneralisation"), flag("missing-citation")
    claims = [
        claim(1, SENTENCES[0], "weak", [one, narrow], sources=[{"number": 1, "how": "marker"}]),
        claim(2, SENTENCES[1], "moderate"),
        claim(3, SENTENCES[2], "none", [none]),
        claim(4, SENTENCES[3], "weak", [flag("certainty-overstatement")]),
    ]
    table = "\n\n| A heading that is long | Another heading | A third heading | A fourth one |\n|---|---|---|---|\n" + (
        "| averylongwordthatcannotbebroken | 12345678901234567890 | antidisestablishmentarianism | x |\n" * 2
    )
    disclosure = {
        "product": "Still Night",
        "seller": "Us",
        "tie": "own",
        "statement": "We sell it.",
        "disclaimer": True,
    }
    publish(
        snapshot(
            f"{WORDS}\n\n## Part two\n\nText.{table}",
            claims,
            citations=[work(1, used_in=[1]), work(2, url="https://example.org/" + "a" * 90, doi="")],
            contributors=[PERSON, REVIEWER],
            disclosures=[disclosure],
        )
    )


@pytest.fixture
def open_page(chromium: Any, published_article: None) -> Iterator[Callable[..., Any]]:
    contexts = []

    def opened(late: list[Any] | None = None, **options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
        contexts.append(context)
        Serving(Client()).attach(context)
        if late is not None:  # the script waits in this list until it is let go
            context.route("**/js/article.js", lambda route: late.append(route))
        page = context.new_page()
        page.set_default_timeout(30_000)
        assert page.goto(URL).ok
        return page

    yield opened
    for context in contexts:
        context.close()


COVERED = """(index) => {
    const card = document.getElementById(`claim-${index}-why`).getBoundingClientRect();
    const first = document.getElementById(`claim-${index}`);
    const button = document.querySelector(`[popovertarget="claim-${index}-why"]`);
    const own = [...document.querySelectorAll("mark")].filter((mark) =>
        (mark === first || first.compareDocumentPosition(mark) & 4) && mark.compareDocumentPosition(button) & 4);
    const hit = (box) => box.left < card.right - 1 && box.right > card.left + 1
        && box.top < card.bottom - 1 && box.bottom > card.top + 1;
    return own.flatMap((mark) => [...mark.getClientRects()]).filter(hit).map((box) => Math.round(box.top));
}"""
"""Tops of the lines of a claim that its own card lies over."""


def card(page: Any, index: int = 1) -> Any:
    return page.locator(f"#claim-{index}-why")


def test_a_card_opens_by_keyboard_and_esc_closes_it_and_gives_the_focus_back(open_page: Callable[..., Any]) -> None:
    page = open_page()
    assert not card(page).is_visible()
    page.locator('.tag[popovertarget="claim-1-why"]').focus()
    page.keyboard.press("Enter")
    card(page).wait_for(state="visible")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#claim-1-why') !== null")
    page.keyboard.press("Escape")
    card(page).wait_for(state="hidden")
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "claim-1-why"


def test_a_card_can_be_closed_by_its_button_and_by_a_press_elsewhere(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.locator('.tag[popovertarget="claim-1-why"]').click()
    card(page).get_by_role("button", name="Close").click()
    card(page).wait_for(state="hidden")
    page.locator('.tag[popovertarget="claim-1-why"]').click()
    card(page).wait_for(state="visible")
    page.mouse.click(5, 5)
    card(page).wait_for(state="hidden")


@pytest.mark.parametrize("script", [True, False])
def test_cards_and_the_switch_work_with_and_without_script(open_page: Callable[..., Any], script: bool) -> None:
    page = open_page(java_script_enabled=script)
    page.locator('.tag[popovertarget="claim-3-why"]').click()
    card(page, 3).wait_for(state="visible")
    assert "No source given" in card(page, 3).inner_text()
    page.keyboard.press("Escape")
    page.get_by_text("Off", exact=True).click()
    page.locator('.tag[popovertarget="claim-3-why"]').wait_for(state="hidden")
    page.get_by_text("Problems", exact=True).click()
    page.locator('.tag[popovertarget="claim-3-why"]').wait_for(state="visible")
    page.locator('.tag[popovertarget="claim-2-why"]').wait_for(state="hidden")


def test_the_choice_of_marks_is_remembered(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.get_by_label("Problems").check()
    page.reload()
    assert page.get_by_label("Problems").is_checked()


def test_a_card_stays_within_the_window_and_leaves_its_mark_in_sight(open_page: Callable[..., Any]) -> None:
    for width in (390, 1280):
        page = open_page(viewport={"width": width, "height": 700})
        for index in (1, 2, 3, 4):
            tag = page.locator(f'.tag[popovertarget="claim-{index}-why"]')
            tag.evaluate(
                "(one, place) => one.scrollIntoView({block: place})", ("start", "center", "end", "end")[index - 1]
            )
            tag.click()
            card(page, index).wait_for(state="visible")
            page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
            box = card(page, index).bounding_box()
            assert box["height"] >= min(250, card(page, index).evaluate("(one) => one.scrollHeight"))
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 700
            assert page.evaluate(COVERED, index)[1:] == [], (index, width)
            page.keyboard.press("Escape")


@pytest.mark.drawn(2)
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_scrolls_sideways(open_page: Callable[..., Any], width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_mark_never_stands_alone_on_a_line(open_page: Callable[..., Any]) -> None:
    """At every width the line of a button begins left of it, with the word it belongs to."""
    page = open_page()
    alone = """() => [...document.querySelectorAll(".text .tag")].filter((tag) => {
        const edge = tag.closest("p, li").getBoundingClientRect().left;
        return tag.getBoundingClientRect().left - edge < 12;
    }).map((tag) => tag.textContent)"""
    for width in range(360, 760, 7):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(alone) == [], width


def test_the_title_comes_before_the_summary_on_a_phone(open_page: Callable[..., Any]) -> None:
    page = open_page(viewport={"width": 390, "height": 800})
    heads = [page.locator(name).bounding_box()["y"] for name in ("h1", ".disclosure", ".sum", ".text")]
    assert heads == sorted(heads)


CONTRAST = """() => {
    const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data;
    };
    const light = (colour) => {
        const [red, green, blue] = rgba(colour);
        return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    };
    const behind = (element) => {
        for (; element; element = element.parentElement) {
            const colour = getComputedStyle(element).backgroundColor;
            if (rgba(colour)[3] === 255) return colour;
        }
        return "white";
    };
    const low = [];
    for (const element of document.querySelectorAll("body *")) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || element.closest("script, [popover]:not(:popover-open)") || !element.checkVisibility()) continue;
        const [one, two] = [light(getComputedStyle(element).color), light(behind(element))];
        const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
        if (ratio < 4.5) low.push(`${element.className || element.tagName} ${ratio.toFixed(2)} ${element.textContent}`);
    }
    return low;
}"""


@pytest.mark.drawn(2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_what_is_behind_it(open_page: Callable[..., Any], scheme: str) -> None:
    """WCAG 1.4.3: 4.5 to 1, computed from what the browser paints."""
    page = open_page(color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    for index in (1, 2, 3):
        page.locator(f'.tag[popovertarget="claim-{index}-why"]').click()
        assert page.evaluate(CONTRAST) == []
        page.keyboard.press("Escape")
    for url in ("/", "/how-we-grade-evidence/", "/nothing/"):
        page.goto(ADDRESS + url)
        assert page.evaluate(CONTRAST) == []


def test_marks_differ_in_more_than_colour(open_page: Callable[..., Any]) -> None:
    page = open_page()
    style = "(element) => getComputedStyle(element).textDecorationStyle"
    shape = "(element) => getComputedStyle(element, '::before').content.slice(0, 3)"
    kinds = ["supported", "weak", "none"]
    assert len({page.locator(f".claim-{kind}").first.evaluate(style) for kind in kinds}) == 3
    assert len({page.locator(f".tag-{kind}").first.evaluate(shape) for kind in kinds}) == 3


def test_print_shows_the_notes_and_no_buttons(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.emulate_media(media="print")
    assert card(page).is_visible()
    assert "“In a trial in 46 older adults" in card(page).inner_text()
    assert not page.locator(".close").first.is_visible()
    assert not page.locator(".switch").is_visible()


def test_every_control_has_a_name_and_the_headings_have_an_order(open_page: Callable[..., Any]) -> None:
    page = open_page()
    unnamed = """() => [...document.querySelectorAll("a, button, input")].filter(
        (one) => !(one.innerText || one.textContent || one.ariaLabel || one.labels?.length)
    ).length"""
    assert page.evaluate(unnamed) == 0
    levels = page.evaluate("() => [...document.querySelectorAll('h1, h2, h3, h4')].map((e) => +e.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(second - first <= 1 for first, second in pairwise(levels))
    assert page.evaluate("() => document.querySelectorAll('main').length") == 1
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_nothing_on_a_page_offends_our_own_policy(open_page: Callable[..., Any]) -> None:
    page = open_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for url in ("/articles/magnesium/", "/", "/how-we-grade-evidence/"):
        page.goto(ADDRESS + url)
    assert complaints == []


def test_the_keyboard_can_skip_to_the_content(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")


@pytest.mark.drawn(2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_claims_can_be_read_in_high_contrast(open_page: Callable[..., Any], scheme: str) -> None:
    page = open_page(forced_colors="active", color_scheme=scheme)
    told = page.evaluate(
        "() => [...document.querySelectorAll('mark.claim')].map((one) => getComputedStyle(one).color"
        " === getComputedStyle(one).backgroundColor)"
    )
    assert told
    assert not any(told)


@pytest.mark.drawn(2)
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 800), (320, 640), (667, 375)])
def test_an_open_card_quotes_its_claim_and_leaves_the_sentence_in_sight(
    open_page: Callable[..., Any], width: int, height: int
) -> None:
    page = open_page(viewport={"width": width, "height": height})
    for index in (1, 2, 3, 4):
        tag = page.locator(f'.tag[popovertarget="claim-{index}-why"]')
        tag.evaluate("(one) => one.scrollIntoView({block: 'center'})")
        tag.click()
        card(page, index).wait_for(state="visible")
        page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
        assert card(page, index).locator(".card-claim").is_visible()
        assert page.evaluate(COVERED, index) == [], (index, width)
        page.keyboard.press("Escape")


def test_an_open_card_stays_readable_when_the_page_is_scrolled(open_page: Callable[..., Any]) -> None:
    page = open_page(viewport={"width": 1280, "height": 700})
    tag = page.locator('.tag[popovertarget="claim-3-why"]')
    tag.evaluate("(one) => one.scrollIntoView({block: 'center'})")
    tag.click()
    card(page, 3).wait_for(state="visible")
    for way in (250, -500):
        page.mouse.wheel(0, way)
        page.wait_for_timeout(200)
        assert card(page, 3).bounding_box()["height"] >= 120


def leave_card(page: Any) -> None:
    """Opens a card by keyboard and goes on behind it."""
    page.locator('.tag[popovertarget="claim-1-why"]').focus()
    page.keyboard.press("Enter")
    card(page).wait_for(state="visible")
    for _ in range(40):  # a card has as many stops as its sources have links
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('#claim-1-why')"):
            break


def test_a_card_closes_when_the_focus_leaves_it(open_page: Callable[..., Any]) -> None:
    page = open_page()
    leave_card(page)
    card(page).wait_for(state="hidden")


def test_a_card_closes_that_the_focus_left_before_the_script_came(open_page: Callable[..., Any]) -> None:
    held: list[Any] = []
    page = open_page(late=held)
    leave_card(page)
    page.wait_for_timeout(700)  # the script is asked for half a second after the page at the latest
    assert card(page).is_visible()
    assert len(held) == 1
    held[0].fallback()
    card(page).wait_for(state="hidden")


def test_a_card_stays_open_whose_button_has_the_focus_when_the_script_comes(open_page: Callable[..., Any]) -> None:
    held: list[Any] = []
    page = open_page(late=held)
    page.locator('.tag[popovertarget="claim-1-why"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(700)
    held[0].fallback()
    page.wait_for_function("document.querySelector('mark.lit')")
    assert card(page).is_visible()
