"""What is typed is not lost: in a closed tab, with an ended session, without a network. Two people see each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from articles import services
from articles.models import Article, WorkingCopy
from tests.articles import factories
from tests.browser.signing_in import sign_in
from tests.browser.test_newsroom_writing import open_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATE = "#kept[data-state={}]"


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    with patch("articles.newsroom.review_desk.assess_article.delay"):
        yield


def write(page: Any, words: str) -> None:
    page.wait_for_selector("#kept[data-ready]")
    page.evaluate(
        """(words) => {
            const area = document.querySelector('[name=body]');
            if (window.citewellText) return window.citewellText.set(words);
            area.value = words;
            area.dispatchEvent(new Event('input', {bubbles: true}));
        }""",
        words,
    )


def save(page: Any) -> None:
    page.click("#submit-row [name=_save]")


def test_words_of_a_closed_tab_come_back(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    write(page, "Words that nobody saved.")
    page.wait_for_selector(STATE.format("kept"))
    address = page.url
    page.close()
    again = page.context.new_page()
    again.goto(address)
    again.wait_for_selector("[data-testid=restored]")
    assert "were never saved" in again.inner_text("[data-testid=restored]")
    assert again.input_value("[name=body]") == "Words that nobody saved."
    save(again)
    again.wait_for_selector("text=Saved as version 2")
    assert again.locator("[data-testid=restored]").count() == 0
    article.refresh_from_db()
    assert article.body == "Words that nobody saved."


def test_words_typed_the_moment_before_a_tab_is_closed_come_back(browser_page: Any, author: User) -> None:
    """They reached the browser's own store alone."""
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    page.route("**/keep/", lambda route: route.abort())
    write(page, "Words of the last moment.")
    page.wait_for_selector(STATE.format("offline"))
    assert not WorkingCopy.objects.unsaved().exists()
    page.close()
    again = page.context.new_page()
    again.goto(page.url)
    again.wait_for_selector("[data-testid=restored]")
    assert again.input_value("[name=body]") == "Words of the last moment."


def test_one_whose_session_ended_logs_in_again_in_place(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    write(page, "Words before the session ended.")
    page.wait_for_selector(STATE.format("kept"))
    Session.objects.all().delete()
    save(page)
    page.wait_for_selector("dialog[open]")
    assert "Your words are still here" in page.inner_text("dialog[open]")
    with page.context.expect_page() as opened:
        page.click("dialog [data-login]")
    window = opened.value
    window.fill("[name=login]", author.username)
    window.fill("[name=password]", "password")
    window.click("[type=submit]")
    window.wait_for_selector("text=You are logged in")
    window.close()
    page.wait_for_selector("text=Saved as version 2", timeout=20_000)
    article.refresh_from_db()
    assert article.body == "Words before the session ended."


def test_a_lost_network_is_told_and_nothing_is_lost(browser_page: Any, author: User) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    sign_in(page, author)
    open_article(page, article)
    page.wait_for_selector("#kept[data-ready]")
    page.context.set_offline(True)
    write(page, "Words without a network.")
    page.wait_for_selector(STATE.format("offline"))
    save(page)
    page.wait_for_selector("text=Not saved: no connection.")
    assert page.input_value("[name=body]") == "Words without a network."
    page.context.set_offline(False)
    page.wait_for_selector(STATE.format("kept"), timeout=20_000)
    assert WorkingCopy.objects.unsaved().get().form["body"] == ["Words without a network."]
    save(page)
    page.wait_for_selector("text=Saved as version 2")
    article.refresh_from_db()
    assert article.body == "Words without a network."


def grave(page: Any) -> list[str]:
    """What axe calls serious or critical on the whole page."""
    found = Axe().run(page).response["violations"]
    return [
        f"{row['id']}: {row['nodes'][0]['html'][:120]}" for row in found if row["impact"] in ("serious", "critical")
    ]


@pytest.mark.drawn(4)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_between_and_the_dialogue_are_accessible(
    width: int, scheme: str, browser_page: Any, author: User, editor: User
) -> None:
    page = browser_page
    page.emulate_media(reduced_motion="reduce", color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    article = factories.make_article(by=author, body="One. Two.")
    sign_in(page, author)
    open_article(page, article)
    write(page, "One. Mine.")
    factories.edit(article, by=editor, body="One. Theirs.")
    save(page)
    page.wait_for_selector("[data-testid=choice]")
    found = {"conflict": grave(page)}
    services.submit_for_review(article=article, by=author)
    open_article(page, article)
    page.wait_for_selector("[data-testid=restored]")
    found["restored"] = grave(page)
    page.click("text=Show the saved version")
    page.wait_for_url("**copy=saved")
    write(page, "One. Theirs. Three.")
    save(page)
    page.wait_for_selector("[data-testid=would-end]")
    found["would end"] = grave(page)
    Session.objects.all().delete()
    page.go_back()
    sign_in(page, author)
    open_article(page, article)
    write(page, "One. Theirs. Four.")
    Session.objects.all().delete()
    save(page)
    page.wait_for_selector("dialog[open]")
    found["dialogue"] = grave(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_who_else_has_the_article_open_is_shown(browser_page: Any, author: User, editor: User) -> None:
    page = browser_page
    article = factories.make_article(by=author)
    WorkingCopy.objects.create(article=article, person=editor, tab="another-page", form={"body": ["x"]})
    sign_in(page, author)
    open_article(page, article)
    assert "editor is writing" in page.inner_text("[data-testid=present]")
    Article.objects.filter(pk=article.pk).update(version=2, modified_by=editor)
    write(page, "Mine.")
    page.wait_for_selector(".kept-saved")
    assert "editor saved version 2" in page.inner_text(".kept-saved")
