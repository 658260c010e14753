"""A day in the newsroom, in a browser: write, read the findings, submit, approve, publish, meet a conflict."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from PIL import Image

from articles import services
from articles.models import Article, LogEntry
from tests.articles import factories
from tests.browser.signing_in import sign_in

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    """The worker has tests of its own; here the test itself plays the worker."""
    with patch("articles.newsroom.review_desk.assess_article.delay"):
        yield


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def open_article(page: Any, article: Article) -> None:
    page.goto(f"/admin/articles/article/{article.pk}/change/")


def test_an_upload_that_is_no_picture_is_refused_beside_the_text(browser_page: Any, author: User, media: Path) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    drop(page, b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "drawing.svg", "image/svg+xml")
    page.fill("#picture-alt", "A drawing")
    page.fill("#picture-credit", "Ann Doe")
    page.click("dialog [type=submit]")
    page.wait_for_selector(".picture-problem:has-text('picture'):not([hidden])")
    assert "Use a JPEG, PNG, WebP or GIF picture" in page.inner_text(".picture-problem")
    assert page.input_value("[name=body]") == article.body


def test_a_picture_that_is_dropped_stands_in_the_text_once_it_is_described(
    browser_page: Any, author: User, media: Path
) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "PNG")
    drop(page, out.getvalue(), "photo.png", "image/png")
    page.click("dialog [type=submit]")
    assert "Say what the picture shows" in page.inner_text(".picture-problem")
    assert page.input_value("[name=body]") == article.body
    page.fill("#picture-alt", "A hand holds a spoon")
    page.fill("#picture-credit", "Ann Doe")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[name=body]').value.includes('![A hand holds a spoon](')")
    assert '"Ann Doe")' in page.input_value("[name=body]")


def drop(page: Any, data: bytes, name: str, kind: str) -> None:
    page.wait_for_selector(".cm-content")
    page.evaluate(
        """([data, name, kind]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(data)], name, {type: kind}));
            const event = new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true});
            document.querySelector('.cm-content').dispatchEvent(event);
        }""",
        [list(data), name, kind],
    )


def test_the_preview_says_what_is_missing_while_one_types(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    page.click(".editor-preview")
    page.fill("[name=body]", "Zinc lozenges cure the common cold.")
    page.wait_for_selector(".markdownx-preview mark.claim-none")
    assert "Claim without a source" in page.inner_text(".markdownx-preview")


def test_the_first_field_that_is_wrong_has_the_focus_and_those_in_folds_are_opened(
    browser_page: Any, editor: User
) -> None:
    sign_in(browser_page, editor)
    browser_page.goto("/admin/articles/contributor/add/")
    browser_page.fill("#id_employer", "A clinic")
    browser_page.click("[name=_save]")
    browser_page.wait_for_selector(".form-problems")
    assert browser_page.evaluate("document.activeElement.id") == "id_name"
    browser_page.click(".form-problems a:has-text('Address')")
    assert browser_page.evaluate("document.activeElement.id") == "id_slug"
    assert browser_page.input_value("#id_employer") == "A clinic"


def test_a_day_that_is_chosen_stands_beside_its_field_in_the_newsrooms_form(browser_page: Any, editor: User) -> None:
    article = factories.make_approved_article()
    sign_in(browser_page, editor)
    open_article(browser_page, article)
    browser_page.click("summary:has-text('Schedule')")
    browser_page.fill("[name=at]", "2031-12-09T14:05")
    assert browser_page.inner_text(".act[open] .said-day") == "9 December 2031, 14:05"
    browser_page.fill("[name=at]", "")
    assert browser_page.inner_text(".act[open] .said-day") == ""


def test_the_tab_key_leaves_the_text(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    page.focus(".cm-content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.cm-content')") is None
    assert page.input_value("[name=body]") == article.body


def test_what_the_engine_finds_appears_without_reloading(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    services.assess_article(article_id=article.pk)
    sign_in(page, author)
    open_article(page, article)
    assert page.get_attribute(".findings", "data-state") == "read"
    page.fill("[name=body]", "Zinc lozenges cure the common cold.")
    page.click("#submit-row [name=_save]")
    page.wait_for_selector(".findings[data-state=reading]")
    page.evaluate("window.stillTheSamePage = true")

    services.assess_article(article_id=article.pk)

    page.wait_for_selector(".findings[data-state=read] [data-code=missing-citation]", state="attached")
    assert "Zinc lozenges cure the common cold." in page.inner_text(".findings")
    assert page.evaluate("window.stillTheSamePage") is True


def test_the_line_on_works_counts_those_cited_once_the_text_is_read(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author, body="Walking eased knee pain in one trial of 80 adults.\n")
    services.assess_article(article_id=article.pk)
    sign_in(page, author)
    open_article(page, article)
    line = page.locator(".desk-about [aria-controls=drawer-article_citations]")
    assert line.inner_text() == "Works 1 work, 0 cited"
    page.fill("[name=body]", "Walking eased knee pain in one trial of 80 adults [@doe2019].\n")
    page.click("#submit-row [name=_save]")
    page.wait_for_selector(".findings[data-state=reading]")

    services.assess_article(article_id=article.pk)

    page.wait_for_selector(".findings[data-state=read]", state="attached")
    assert line.inner_text() == "Works 1 work, 1 cited"
    assert line.get_attribute("title") == "Works: 1 work, 1 cited"
    assert page.locator("#drawer-article_citations .drawer-line").text_content() == "1 work, 1 cited"


def test_the_second_of_two_who_save_loses_nothing(browser_page: Any, author: User, editor: User) -> None:
    page = browser_page
    article = factories.make_article(by=author, body="The first line.\n\nThe second line.")
    sign_in(page, author)
    open_article(page, article)
    page.fill("[name=body]", "The first line.\n\nMy second line.")
    factories.edit(article, by=editor, body="The first line.\n\nTheir second line.")
    page.click("#submit-row [name=_save]")
    conflict = page.locator("[data-testid=conflict]")
    conflict.wait_for()
    assert "editor saved this article while you were writing" in conflict.inner_text()
    choice = page.locator("[data-testid=choice]")
    assert choice.locator("ins").inner_text() == "My"
    assert choice.locator("del").inner_text() == "Their"
    choice.get_by_text("Other words:").click()
    choice.get_by_label("Other words for this place").fill("Our second line.")
    page.click("text=Save with these choices")
    page.wait_for_selector(".findings")
    article.refresh_from_db()
    assert article.body == "The first line.\n\nOur second line."


def test_an_example_goes_from_submission_to_the_public_page(
    browser_page: Any, author: User, reviewer: User, editor: User
) -> None:
    page = browser_page
    text = (EXAMPLES / "walking-and-low-back-pain.md").read_text(encoding="utf-8")
    article = services.import_article(text=text, by=author, filename="walking-and-low-back-pain.md")
    services.assess_article(article_id=article.pk)
    words = "701 adults took part"
    assert words in article.body
    sign_in(page, author)
    open_article(page, article)
    page.click("summary:has-text('Submit for review')")
    page.fill(".act-form [name=note]", "Ready to be read.")
    page.click(".act-form button")
    page.wait_for_selector(".status-in-review")

    sign_in(page, reviewer)
    open_article(page, article)
    page.click(".workflow-acts >> text=Approve this version")
    assert "Ready to be read." in page.inner_text(".newsroom")
    page.click("button:has-text('Approve this version')")
    page.wait_for_selector(".status-approved")

    sign_in(page, editor)
    open_article(page, article)
    page.click(".workflow-acts >> text=Publish")
    page.wait_for_selector(".status-published")
    page.goto(f"/articles/{article.slug}/")
    assert words in page.inner_text("body")

    factories.edit(article, by=author, body="Now it says something else.")
    page.reload()
    assert words in page.inner_text("body")
    assert "something else" not in page.inner_text("body")


@pytest.mark.drawn(2)
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen(width: int, browser_page: Any, superuser: User) -> None:
    page = browser_page
    title = "Zinc and pneumonoultramicroscopicsilicovolcanoconiosis"
    article = factories.make_article(body="Zinc cures colds.", title=title)
    services.assess_article(article_id=article.pk)
    flag = article.flags.order_by("severity_rank").first()
    assert flag is not None
    sign_in(page, superuser)
    page.set_viewport_size({"width": width, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for address in (
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/import/",
        f"/admin/articles/article/{article.pk}/change/",
        "/admin/articles/flag/",
        f"/admin/articles/flag/{flag.pk}/change/",
        f"/admin/articles/logentry/{LogEntry.objects.latest('pk').pk}/change/",
    ):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{address} is {wide} pixels wide"
    assert faults == []
