"""The writing desk in a browser: cards that follow typing, citing by [@, rich paste, keys alone, no script, axe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any
from unittest.mock import patch

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from django.utils import timezone

from articles import services
from articles.models import Article
from tests.articles import factories
from tests.browser.signing_in import sign_in
from tests.browser.test_newsroom_writing import open_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "Walking eased knee pain in one trial of 80 adults [@doe2019].\n\nZinc lozenges cure the common cold.\n"
ON_TOP = """(button) => {
    const box = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}"""


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    with patch("articles.newsroom.review_desk.assess_article.delay"):
        yield


@pytest.fixture
def desk(browser_page: Any, author: User) -> Any:
    """The page of a draft that was read, with the cursor at the end of its text."""
    article = factories.make_article(by=author, body=BODY)
    services.assess_article(article_id=article.pk)
    sign_in(browser_page, author)
    open_article(browser_page, article)
    browser_page.wait_for_selector(".desk[data-typed=read]")
    browser_page.click(".cm-content")
    browser_page.keyboard.press("Control+End")
    return browser_page


def text_of(page: Any) -> str:
    return str(page.evaluate("window.citewellText.get()"))


def card(page: Any, words: str) -> Any:
    return page.locator(".cards > .card-flag:not(.is-gone)", has_text=words)


def test_a_card_follows_typing_and_goes_with_the_words(desk: Any) -> None:
    desk.evaluate("window.stillTheSamePage = true")
    desk.keyboard.type("\nVitamin C prevents the flu.")
    card(desk, "Vitamin C prevents the flu.").wait_for()
    desk.keyboard.press("Shift+Home")
    desk.keyboard.type("Tea is drunk in many places.")
    card(desk, "Vitamin C").wait_for(state="detached")
    assert card(desk, "Zinc lozenges cure").count() == 1
    assert desk.evaluate("window.stillTheSamePage") is True
    assert desk.input_value("[name=body]") == text_of(desk)


def test_what_other_scripts_write_is_in_the_editor_and_its_cards(desk: Any) -> None:
    desk.evaluate("window.heard = 0; document.getElementById('article_form').addEventListener('input', () => heard++)")
    desk.evaluate("citewellText.set('Vitamin C prevents the flu.')")
    card(desk, "Vitamin C").wait_for()
    assert desk.input_value("[name=body]") == "Vitamin C prevents the flu."
    assert desk.evaluate("heard") == 1
    desk.evaluate("citewellText.replaceRange(0, 9, 'Vitamin D')")
    assert desk.inner_text(".cm-line") == "Vitamin D prevents the flu."


def test_a_work_is_cited_by_typing_its_author(desk: Any) -> None:
    factories.make_citation(title="Zinc for colds", families=["Lindholm"], year=2015)
    desk.keyboard.press("Control+Home")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("End")
    desk.keyboard.press("ArrowLeft")
    desk.keyboard.type(" [@lindh")
    desk.wait_for_selector(".cite-list li:has-text('Zinc for colds')")
    desk.keyboard.press("Enter")
    desk.wait_for_function("citewellText.get().includes('common cold [@lindholm2015].')")
    assert set(Article.objects.get().article_citations.values_list("key", flat=True)) == {"doe2019", "lindholm2015"}


def test_a_doi_typed_there_is_added_and_cited_in_one_gesture(desk: Any) -> None:
    desk.keyboard.type("Sleep helps [@10.1086/524115")
    desk.wait_for_selector(".cite-list li:has-text('Add it and cite it')")
    desk.keyboard.press("Enter")
    desk.wait_for_function("/Sleep helps \\[@[^\\]]+\\]/.test(citewellText.get())")
    row = Article.objects.get().article_citations.exclude(key="doe2019").get()
    assert row.citation.doi == "10.1086/524115"
    assert f"Sleep helps [@{row.key}]" in text_of(desk)


VANCOUVER = (
    "Cohen S, Doyle WJ, Alper CM. Sleep habits and susceptibility to the common cold [Internet]. "
    "Arch Intern Med. 2009;169(1):62-67."
)


def test_whatever_names_a_work_is_added_and_cited_where_it_is_pasted(desk: Any) -> None:
    named = {VANCOUVER: "cohen2009", "25581361": "pmid25581361", "PMC2629403": "PMC2629403"}
    named |= {"https://www.example.org/colds": "example.org", f"doe2019; @{VANCOUVER}": "doe2019; @cohen2009"}
    for typed, keys in named.items():
        desk.keyboard.press("Control+End")
        desk.keyboard.type("\n\nSleep helps ")
        desk.keyboard.insert_text(f"[@{typed}")
        desk.wait_for_selector(".cite-list li:has-text('Add it and cite it')")
        desk.keyboard.press("Enter")
        desk.wait_for_function("words => citewellText.get().endsWith(words)", arg=f"Sleep helps [@{keys}]")
    keys = set(Article.objects.get().article_citations.values_list("key", flat=True))
    assert keys == {"doe2019", "cohen2009", "pmid25581361", "PMC2629403", "example.org"}


def test_a_suggested_work_is_written_before_the_stop(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author, body="Walking cures sore knees.")
    factories.assess_as(article, flags={0: [factories.flag()]})
    article.claims.update(suggested=["doe2019"])
    page.route("**/as-typed/", lambda route: route.abort())  # the engine suggests other works
    sign_in(page, author)
    open_article(page, article)
    page.click("button[data-cite=doe2019]")
    assert page.input_value("[name=body]") == "Walking cures sore knees [@doe2019]."


def test_rich_text_is_pasted_as_markdown(desk: Any) -> None:
    mark, own = '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<a href="#ftnt_ref1" id="ftnt1">[1]</a>'
    html = (
        f"<h2>Part two</h2><p>Milk <b>helps</b>{mark}, says <a href='https://a.example/x'>a page</a>.</p>"
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><ul><li>One</li></ul>"
        f"<hr><div><p>{own} Doe J. Milk. 2019.</p></div>"
    )
    desk.evaluate(
        """(html) => {
            const data = new DataTransfer();
            data.setData('text/html', html);
            data.setData('text/plain', 'Part two');
            const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
            document.querySelector('.cm-content').dispatchEvent(event);
        }""",
        html,
    )
    desk.wait_for_function("citewellText.get().includes('## Part two')")
    assert text_of(desk).endswith(
        "\n\n## Part two\n\nMilk **helps**[^1], says [a page](https://a.example/x).\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n- One\n\n[^1]: Doe J. Milk. 2019.\n"
    )


def test_every_tool_and_its_key_do_to_the_text_what_they_say(desk: Any) -> None:
    """Each is pressed once by mouse and once by key, on the words "zinc helps" with those chosen that are named."""
    body = "zinc helps"
    tools = (
        ("Bold", "Control+b", "zinc ", "**zinc** helps"),
        ("Italic", "Control+i", "helps", "zinc *helps*"),
        ("Heading", "Control+Alt+2", "", "## zinc helps"),
        ("List", "Control+Shift+8", "", "- zinc helps"),
        ("Numbered list", "Control+Shift+7", "", "1. zinc helps"),
        ("Quotation", "Control+Shift+9", "", "> zinc helps"),
        ("Link", "Control+k", "zinc", "[zinc](https://) helps"),
        ("Table", "Control+Alt+t", "", "zinc helps\n\n| Heading | Heading |\n| --- | --- |\n| Cell | Cell |\n"),
        ("Footnote", "Control+Alt+f", "", "zinc helps[^1]\n\n[^1]: Note."),
        ("Cite a work", "Control+Alt+c", "", "zinc helps [@"),
    )
    choose = """([words, body]) => {
        const view = citewellDesk.view;
        const from = words ? body.indexOf(words) : body.length;
        view.dispatch({selection: {anchor: from, head: from + words.length}});
        view.focus();
    }"""
    for name, key, chosen, after in tools:
        for by_key in (False, True):
            desk.evaluate("words => citewellText.set(words)", body)
            desk.evaluate(choose, [chosen, body])
            if by_key:
                desk.keyboard.press(key)
            else:
                desk.click(f".desk-tools .tool[aria-label='{name}']")
            assert text_of(desk) == after, name
            desk.keyboard.press("Escape")
            desk.keyboard.press("Control+z")
            assert text_of(desk) == body, f"{name}, taken back"
    desk.click(".desk-tools .tool[aria-label='Picture']")
    desk.wait_for_selector("dialog[open] #picture-alt")
    desk.click("dialog[open] .picture-not")
    desk.evaluate("citewellText.set('Zinc helps [@doe2019], see [a page](https://a.example/some-page).')")
    desk.wait_for_selector(".findings-measure:has-text('5 words')")


def test_a_flag_is_met_mended_and_saved_by_keys_alone(desk: Any) -> None:
    desk.keyboard.press("F8")
    assert desk.locator(".card-flag.is-active").count() == 1
    desk.keyboard.press("Alt+Enter")
    assert desk.evaluate("Boolean(document.activeElement.closest('.card-flag'))")
    desk.keyboard.press("Escape")
    assert desk.evaluate("Boolean(document.activeElement.closest('.cm-content'))")
    desk.keyboard.press("Shift+End")
    desk.keyboard.press("Control+b")
    assert "**Zinc lozenges cure the common cold.**" in text_of(desk)
    desk.keyboard.press("Control+s")
    desk.wait_for_selector(".findings[data-version='2']", state="attached")
    assert "**Zinc" in Article.objects.get().body


def test_a_wrong_answer_opens_its_drawer_and_has_the_focus(desk: Any, author: User) -> None:
    factories.make_disclosure(article=Article.objects.get())
    desk.reload()
    desk.wait_for_selector(".desk-about")
    desk.click(".desk-about button:has-text('Products')")
    desk.wait_for_selector("[name=disclosures-0-valid_from]", state="attached")
    desk.evaluate("document.querySelector('[name=disclosures-0-valid_from]').value = '2026-05-02'")
    desk.evaluate("document.querySelector('[name=disclosures-0-valid_until]').value = '2026-05-01'")
    desk.evaluate("document.querySelector('[name=slug]').value = 'not an address'")
    desk.click("#drawer-disclosures .drawer-done")
    sent: list[str] = []
    desk.on("request", lambda request: sent.append(request.url) if request.is_navigation_request() else None)
    desk.click("#submit-row [name=_save]")
    desk.wait_for_selector("#problems")
    assert "2 things to put right" in desk.inner_text("#problems h2")
    assert "The last day lies before the first" in desk.inner_text("#problems")
    assert desk.evaluate("document.activeElement.name") == "slug"
    assert desk.locator("#drawer-disclosures[open]").count() == 1
    desk.wait_for_selector("#kept[data-state=kept]", state="attached")
    assert len(sent) == 1  # what was refused is kept, and not sent again


def test_a_drawer_fetches_its_rows_and_what_is_changed_there_is_saved(desk: Any, author: User) -> None:
    person = factories.make_contributor(name="Ann Roe")
    factories.make_disclosure(article=Article.objects.get())
    desk.reload()
    desk.wait_for_selector("#kept[data-ready]", state="attached")
    assert desk.locator("[name$=TOTAL_FORMS]").count() == 0
    desk.context.set_offline(True)
    desk.click(".desk-about button:has-text('People')")
    desk.wait_for_selector("#drawer-credits .drawer-waits:has-text('could not be fetched')")
    desk.context.set_offline(False)
    desk.click("#drawer-credits .drawer-waits button")
    desk.wait_for_selector("#drawer-credits [name=credits-TOTAL_FORMS]", state="attached")
    desk.wait_for_timeout(600)
    assert "Keeping" not in desk.inner_text(".kept-state")  # nobody changed anything
    desk.click("#drawer-credits .add-row")
    desk.click("#drawer-credits .select2-selection")
    desk.keyboard.type("Ann R")
    desk.click(".select2-results__option:has-text('Ann Roe')")
    desk.click("#drawer-credits .drawer-done")
    desk.click(".desk-about button:has-text('Products')")
    desk.fill("[name=disclosures-0-wording]", "We sell it.")
    assert desk.locator("#drawer-disclosures .field-valid_from .datetimeshortcuts").count() > 0
    desk.click("#drawer-disclosures .drawer-done")
    desk.click("#submit-row [name=_save]")
    desk.wait_for_selector(".findings[data-version='2']", state="attached")
    article = Article.objects.get()
    assert article.credits.filter(contributor=person).exists()
    assert article.disclosures.get().wording == "We sell it."


def test_an_address_that_names_a_drawer_opens_it_and_fetches_its_rows(desk: Any) -> None:
    desk.goto(f"{desk.url}#drawer-credits")
    desk.reload()
    desk.wait_for_selector("#drawer-credits[open] [name=credits-TOTAL_FORMS]", state="attached")


def test_without_a_script_the_text_is_written_previewed_and_saved(
    chromium: Any, live_server: Any, author: User
) -> None:
    article = factories.make_article(by=author, body=BODY)
    services.assess_article(article_id=article.pk)
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, author)
    open_article(page, article)
    assert page.locator(".cards .card-flag").count() == 1
    page.fill("[name=body]", "Vitamin C prevents the flu.")
    with context.expect_page() as opened:
        page.click("text=Preview")
    assert "Claim without a source" in opened.value.inner_text("body")
    page.click("#submit-row [name=_save]")
    page.wait_for_selector(".findings[data-version='2']")
    assert Article.objects.get().body == "Vitamin C prevents the flu."
    context.close()


@pytest.mark.drawn(4)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_with_a_drawer_a_list_and_a_dialogue_open(
    width: int, scheme: str, browser_page: Any, superuser: User
) -> None:
    page = browser_page
    article = factories.make_article(by=superuser, body=BODY)
    factories.make_disclosure(article=article, tie="")
    services.assess_article(article_id=article.pk)
    sign_in(page, superuser)
    page.goto("/admin/")
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("theme => localStorage.setItem('adminTheme', JSON.stringify(theme))", scheme)
    open_article(page, article)
    page.wait_for_selector(".desk[data-typed=read]")
    assert page.evaluate("document.documentElement.classList.contains('dark')") is (scheme == "dark")
    assert serious(page) == []
    page.click(".sheet-handle" if width < 700 else ".desk-about button:has-text('Works')")
    page.locator(".finding summary").first.evaluate("(one) => one.click()")
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('.drawer').forEach((one) => (one.open = true))")
    page.wait_for_selector("#article_citations-group", state="attached")
    page.click(".cm-content")
    page.keyboard.press("Control+End")
    page.keyboard.type(" [@")
    page.wait_for_selector(".cite-list")
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.evaluate("citewellDesk.commands.picture(citewellDesk.view)")
    page.wait_for_selector("dialog[open]")
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.evaluate("citewellDesk.commands.keys()")
    assert serious(page) == []


def serious(page: Any) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:140]}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def test_save_is_in_reach_on_a_phone_wherever_the_page_is_scrolled_to(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author, body=f"{BODY}\n" * 30)
    sign_in(page, author)
    page.set_viewport_size({"width": 390, "height": 844})
    open_article(page, article)
    save = page.locator("#submit-row [name=_save]")
    for share in (0, 0.5, 1):
        page.evaluate("(share) => scrollTo(0, share * document.documentElement.scrollHeight)", share)
        page.wait_for_timeout(100)
        assert page.evaluate(ON_TOP, save.element_handle()), f"Save is out of reach at {share} of the page"
    page.evaluate("window.citewellText.set('Tea is drunk in many places.')")
    save.click()
    page.wait_for_selector(".findings[data-version='2']", state="attached")


def test_the_text_begins_high_and_its_lines_hold_65_to_70_letters(desk: Any) -> None:
    words = "Walking for half an hour eased pain in adults who took part, and most of them went on; others left early. "
    desk.evaluate("words => citewellText.set(words.repeat(30))", words)
    assert desk.evaluate("document.querySelector('[name=body]').scrollHeight") < 100  # unbroken: see desk.css
    desk.evaluate("document.fonts.ready")
    measured = desk.evaluate(
        """() => {
            const line = document.querySelector('.cm-line');
            const rows = line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight);
            scrollTo(0, 0);
            return [line.getBoundingClientRect().top, line.textContent.length / Math.round(rows)];
        }"""
    )
    assert measured[0] < 280  # a title and a standfirst of two lines each take it to just below 300
    assert 65 <= measured[1] <= 70


def test_the_preview_scrolls_along_with_the_text(desk: Any) -> None:
    desk.evaluate(
        """() => {
            const rest = "Walking is slow. ".repeat(9);
            const passages = Array.from({length: 60}, (_, n) => `Passage ${n} is told. ${rest}`);
            citewellText.set(passages.join('\\n\\n'));
        }"""
    )
    desk.click(".editor-preview")
    desk.wait_for_selector(".desk-preview p:has-text('Passage 59')", state="attached")
    passages = """() => {
        const number = (rows, top) => {
            const one = [...rows].find((row) => row.textContent.trim() && row.getBoundingClientRect().bottom > top + 8);
            return Number(one?.textContent.match(/Passage (\\d+)/)?.[1] ?? -9);
        };
        const pane = document.querySelector('.desk-preview');
        const bar = document.querySelector('.desk-tools').getBoundingClientRect().bottom;
        return [number(document.querySelectorAll('.cm-line'), bar),
                number(pane.querySelectorAll('p'), pane.getBoundingClientRect().top)];
    }"""
    for share in (0.3, 0.7):
        desk.evaluate("(share) => scrollTo(0, document.querySelector('.cm-content').clientHeight * share)", share)
        desk.wait_for_timeout(600)
        text, preview = desk.evaluate(passages)
        assert 60 * share - 20 < text
        assert abs(text - preview) <= 1, (text, preview)


def text_top(page: Any) -> int:
    """Where the first line of the text begins, in pixels from the top of the page, once all is drawn."""
    page.wait_for_selector(".cm-line")
    page.evaluate("document.fonts.ready")
    return int(page.evaluate("Math.round(document.querySelector('.cm-line').getBoundingClientRect().top + scrollY)"))


def in_review(**said: Any) -> Article:
    article = factories.make_article(**said)
    factories.assess_as(article)
    services.submit_for_review(article=article, by=said["by"], note="Ready. " * 20)
    return article


def scheduled(editor: User, **said: Any) -> Article:
    article = factories.make_approved_article(**said)
    services.schedule(article=article, by=editor, at=timezone.now() + timedelta(days=9))
    return article


def changed_since(**said: Any) -> Article:
    article = factories.make_published_article(**said)
    factories.edit(article, by=said["by"], body="We ran. " * 90)
    return article


@pytest.mark.drawn(3)
@pytest.mark.parametrize("state", ["draft", "in review", "approved", "scheduled", "published", "changed since"])
def test_the_text_begins_within_300_pixels_wherever_the_article_stands(
    browser_page: Any, author: User, editor: User, state: str
) -> None:
    """With all that an editor who also publishes may do there."""
    page = browser_page
    editor.groups.add(Group.objects.get(name="Publishers"))
    title = "What thirty years of trials say about walking and cycling for sore knees in adults over sixty"
    made = {
        "draft": factories.make_article,
        "in review": in_review,
        "approved": factories.make_approved_article,
        "scheduled": partial(scheduled, editor),
        "published": factories.make_published_article,
        "changed since": changed_since,
    }
    standfirst = f"{title}, and what they do not say of swimming."
    article = made[state](by=author, title=title, standfirst=standfirst, body="We walked. " * 90)
    sign_in(page, editor)
    open_article(page, article)
    top = text_top(page)
    state_box = page.locator(".workflow-state")
    assert all(
        part.bounding_box()["y"] + 10 < state_box.bounding_box()["y"] + state_box.bounding_box()["height"]
        for part in state_box.locator(".pill, .workflow-when").all()
    ), "what counts of its state is in sight"
    assert top <= 300


def test_the_text_begins_within_300_pixels_under_a_long_title_and_what_was_said_last(
    browser_page: Any, author: User, editor: User
) -> None:
    page = browser_page
    title = "What thirty years of trials say about walking, cycling and swimming for sore knees in adults over sixty, "
    article = factories.make_article(by=author, title=title * 2, standfirst=title * 4, body=BODY * 20)
    factories.assess_as(article)
    services.submit_for_review(article=article, by=author)
    services.request_changes(article=article, by=editor, reason="Two blockers are not settled. " * 9)
    sign_in(page, author)
    open_article(page, article)
    assert text_top(page) <= 300
    page.wait_for_selector("#kept[data-ready]")
    for words in ("Words that nobody saved.", "Others that nobody saved."):  # of two pages that were closed since
        page.goto(f"{page.url.partition('?')[0]}?copy=saved")
        page.wait_for_selector("#kept[data-ready]")
        page.evaluate("(words) => citewellText.set(words)", words)
        page.wait_for_selector("#kept[data-state=kept]")
        page.evaluate("sessionStorage.clear()")
    page.goto(page.url.partition("?")[0])
    page.wait_for_selector("[data-testid=restored]")
    assert text_top(page) <= 300
    assert page.locator(".field-standfirst .is-cut").count() == 1
    shown = page.evaluate("document.querySelector('.field-standfirst textarea').clientHeight")
    page.focus(".field-standfirst textarea")
    assert page.locator(".field-standfirst .is-cut").count() == 0
    assert page.evaluate("document.querySelector('.field-standfirst textarea').clientHeight") > shown
