"""An article whose notes lie on a page of their own, in a real browser: with script, without, on paper, offline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from articles.reader.apart import MOST
from tests.articles.published import claim, flag, publish, snapshot, work
from tests.browser.serving import ADDRESS, Serving

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

URL = f"{ADDRESS}/articles/magnesium/"
NUMBER = MOST + 4
ALL: dict[str, Any] = {"resultTypes": ["violations"]}
COLOURS = ALL | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


@pytest.fixture
def published(db: None) -> None:
    texts = [f"Remedy number {at} helps older adults to fall asleep [@key{at + 1}]." for at in range(NUMBER)]
    rows = [
        claim(at, text, "weak", [flag("causal-overstatement")] if at % 2 else [], sources=[{"number": at + 1}])
        for at, text in enumerate(texts)
    ]
    body = "\n\n".join(" ".join(texts[at : at + 3]) for at in range(0, NUMBER, 3))
    works = [work(at + 1, used_in=[at], status="retracted" if at == 6 else "none-found") for at in range(NUMBER)]
    publish(snapshot(body, rows, citations=works))


@pytest.fixture
def open_page(chromium: Any, published: None) -> Iterator[Callable[..., Any]]:
    contexts = []

    def opened(refuse: str = "", notes: str = "", restless: bool = False, saving: bool = False, **options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
        contexts.append(context)
        extra = {"/articles/magnesium/claims/": lambda: notes} if notes else {}
        Serving(Client(), extra=extra).attach(context)
        if refuse:  # what script asks for; a reader who goes there gets the page
            kinds = ("fetch", "script")
            asked = lambda route: route.abort() if route.request.resource_type in kinds else route.fallback()  # noqa: E731
            context.route(refuse, asked)
        if restless:  # as if a reader pressed before the page had come to rest
            context.add_init_script("window.requestIdleCallback = () => 0")
        if saving:  # notes are not fetched before they are asked for
            context.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        page = context.new_page()
        page.set_default_timeout(30_000)
        assert page.goto(URL).ok
        return page

    yield opened
    for context in contexts:
        context.close()


def ready(page: Any) -> Any:
    page.locator("#claim-3-why").wait_for(state="attached")
    return page


def test_notes_come_by_themselves_and_open_where_the_mark_is(open_page: Callable[..., Any]) -> None:
    page = ready(open_page())
    assert page.locator(".text button.tag").count() == page.locator(".card").count() == NUMBER
    assert page.locator(".text a.tag").count() == 0
    page.locator('.tag[popovertarget="claim-3-why"]').click()
    note = page.locator("#claim-3-why")
    note.wait_for(state="visible")
    assert "Association only" in note.inner_text()
    assert "To the sentence" not in note.inner_text()
    mark = page.locator("#claim-3").bounding_box()
    assert note.bounding_box()["x"] > mark["x"]
    note.get_by_role("link", name="Abbasi and others").click()
    assert page.url == f"{URL}#ref-4"
    assert not note.is_visible()


def test_a_mark_that_is_pressed_before_its_note_came_opens_it(open_page: Callable[..., Any]) -> None:
    page = open_page(extra_http_headers={"Save-Data": "on"})
    page.evaluate("document.querySelector('.text .tag').click()")
    page.locator("#claim-0-why").wait_for(state="visible")
    assert page.url == URL


@pytest.mark.parametrize(("pressed", "shown"), [(".text .tag", "#claim-0-why"), (".cite a", "#ref-card")])
def test_the_first_press_fetches_what_answers_it_and_is_answered(
    open_page: Callable[..., Any], pressed: str, shown: str
) -> None:
    page = open_page(restless=True)
    assert page.locator("script[src*='article.js']").count() == 0
    page.locator(pressed).first.click()
    page.locator(shown).wait_for(state="visible")
    assert page.locator(shown).evaluate("(one) => getComputedStyle(one).borderRadius") == "10px"
    assert page.url == URL


@pytest.mark.parametrize(("pressed", "led"), [(".text .tag", "claims/#claim-0-why"), (".cite a", "#ref-1")])
def test_where_scripts_do_not_come_a_press_leads_to_the_note_or_the_list(
    open_page: Callable[..., Any], pressed: str, led: str
) -> None:
    page = open_page(refuse="**/js/article.js", restless=True)
    page.locator(pressed).first.click()
    page.wait_for_url(f"{URL}{led}")


@pytest.mark.parametrize("script", [True, False])
def test_a_long_list_of_references_narrows_to_works_with_a_problem(open_page: Callable[..., Any], script: bool) -> None:
    page = open_page(java_script_enabled=script)
    assert page.locator(".refs li:visible").count() == NUMBER
    page.get_by_label("Show only works with a problem").check()
    assert page.locator(".refs li:visible").count() == 1
    assert "Retracted" in page.locator("#ref-7").inner_text()


def test_the_box_to_cite_copies_what_it_shows(open_page: Callable[..., Any]) -> None:
    page = open_page()
    # Chromium without a window has no clipboard, so what is written to it is kept instead.
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.locator(".cite-page summary").click()
    page.locator(".cite-page dd").first.get_by_role("button", name="Copy").click()
    page.locator(".cite-page dd").first.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("window.copied")
    assert copied.startswith("Lind, A. (2026, March 3).")
    assert "Copy" not in copied


def test_without_script_what_opens_is_set_as_with_it(open_page: Callable[..., Any]) -> None:
    page = open_page(java_script_enabled=False)
    page.locator(".cite-page summary").click()
    assert page.locator(".cite-page dl").evaluate("(one) => getComputedStyle(one).margin") == "0px"


def test_by_keyboard_the_focus_goes_into_the_note_and_back(open_page: Callable[..., Any]) -> None:
    page = ready(open_page())
    page.locator('.tag[popovertarget="claim-1-why"]').focus()
    page.keyboard.press("Enter")
    page.locator("#claim-1-why").wait_for(state="visible")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#claim-1-why') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "claim-1-why"


def test_a_focused_mark_keeps_the_focus_when_its_note_comes(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.locator(".text .tag").first.focus()
    ready(page)
    page.locator(".text button.tag").first.wait_for()
    assert page.evaluate("document.activeElement.matches('.text .tag')")


def test_the_list_by_level_leads_to_the_sentences(open_page: Callable[..., Any]) -> None:
    page = ready(open_page())
    page.locator(".counts summary").first.click()
    assert page.locator(".counts ol a").count() == NUMBER
    page.locator(".counts ol a").first.click()
    assert page.url.startswith(f"{URL}#claim-")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_notes_come(open_page: Callable[..., Any], width: int) -> None:
    places = """() => [...document.querySelectorAll(".text p, .text .tag, .refs li, .side")].map((one) => {
        const box = one.getBoundingClientRect();
        return [box.x, box.y, box.width, box.height].map(Math.round).join();
    })"""
    without = open_page("**/claims/", viewport={"width": width, "height": 800})
    with_notes = ready(open_page(viewport={"width": width, "height": 800}))
    assert without.locator(".text a.tag").count() == NUMBER
    assert with_notes.evaluate(places) == without.evaluate(places)


def test_without_script_a_mark_leads_to_its_note_and_the_note_to_its_sentence(open_page: Callable[..., Any]) -> None:
    page = open_page(java_script_enabled=False)
    page.locator(".text .tag").nth(3).click()
    assert page.url == f"{URL}claims/#claim-3-why"
    note = page.locator("#claim-3-why")
    assert note.is_visible()
    assert "Association only" in note.inner_text()
    note.get_by_role("link", name="To the sentence").click()
    assert page.url == f"{URL}#claim-3"


def test_where_the_notes_do_not_come_a_mark_leads_to_their_page(open_page: Callable[..., Any]) -> None:
    page = open_page("**/claims/")
    page.locator(".text .tag").nth(3).click()
    page.wait_for_url(f"{URL}claims/#claim-3-why")


def test_notes_of_another_version_are_not_put_into_the_text(open_page: Callable[..., Any]) -> None:
    later = Client().get("/articles/magnesium/claims/").content.decode().replace('data-of="1"', 'data-of="2"')
    assert later.count('data-of="2"') == 1
    page = open_page(notes=later)
    page.locator(".text .tag").nth(3).click()
    page.wait_for_url(f"{URL}claims/#claim-3-why")


def test_on_paper_every_note_is_there_though_none_was_asked_for(open_page: Callable[..., Any]) -> None:
    page = open_page(saving=True)
    page.locator("script[src*='notes.js']").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert page.locator(".card").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".card").count() == NUMBER
    assert page.locator("#claim-3-why").is_visible()
    assert not page.locator(".apart").is_visible()
    assert page.locator(".cards").get_by_role("heading", name="Notes on the claims").is_visible()


def test_on_paper_without_script_the_address_of_the_notes_is_printed(open_page: Callable[..., Any]) -> None:
    page = open_page(java_script_enabled=False)
    page.emulate_media(media="print")
    said = page.locator(".apart a").get_attribute("href")
    assert said.endswith("/articles/magnesium/claims/")
    assert page.locator(".apart").is_visible()


@pytest.mark.drawn(2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_notes_nor_with_one_open(open_page: Callable[..., Any], scheme: str) -> None:
    """In the dark the colours alone differ."""
    rules = ALL if scheme == "light" else COLOURS
    page = ready(open_page(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"))
    page.locator('.tag[popovertarget="claim-3-why"]').click()
    assert [fault["id"] for fault in Axe().run(page, options=rules).response["violations"]] == []
    page.goto(f"{URL}claims/")
    assert [fault["id"] for fault in Axe().run(page, options=rules).response["violations"]] == []
