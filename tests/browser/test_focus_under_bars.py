"""What gets the focus by Tab, forwards and back, is never under the desk's bars (WCAG 2.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User

from articles import services
from tests.articles import factories
from tests.browser.keyboard import SEEN
from tests.browser.signing_in import sign_in
from tests.browser.test_newsroom_writing import open_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STOPS = 12


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    with (
        patch("articles.newsroom.review_desk.assess_article.delay"),
        patch("articles.tasks.send_notices.apply_async"),
    ):
        yield


@pytest.mark.drawn(3)
@pytest.mark.parametrize("size", [(1280, 900), (1280, 420), (390, 844)])
def test_the_way_back_to_what_was_said_last_is_never_under_a_bar(
    browser_page: Any, author: User, reviewer: User, size: tuple[int, int]
) -> None:
    page = browser_page
    body = "\n\n".join(f"Walking eases knee pain in {number} adults." for number in range(40))
    article = factories.assess_as(factories.make_article(by=author, body=body), flags={0: [factories.flag()]})
    services.submit_for_review(article=article, by=author)
    services.request_changes(article=article, by=reviewer, reason="Name the trial, and its dose. " * 6)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    sign_in(page, author)
    open_article(page, article)
    page.wait_for_selector(".desk[data-typed]")
    for down in (1, 40, 60, 90, 120, 160, 220, 400):
        page.focus("[name=standfirst]")
        page.evaluate("down => scrollTo(0, down)", down)
        said = page.locator("[data-testid=last-word] summary")
        for _ in range(STOPS):
            page.keyboard.press("Shift+Tab")
            assert page.evaluate(SEEN) == "", f"scrolled by {down}"
            if said.evaluate("one => one === document.activeElement"):
                break
        else:
            pytest.fail("Shift+Tab never came to it")


def test_what_sticks_to_the_window_takes_the_focus_without_a_move_of_the_page(browser_page: Any, author: User) -> None:
    page = browser_page
    body = "\n\n".join(f"Walking eases knee pain in {number} adults." for number in range(40))
    article = factories.assess_as(factories.make_article(by=author, body=body))
    sign_in(page, author)
    open_article(page, article)
    page.wait_for_selector(".desk[data-typed]")
    page.evaluate("scrollTo(0, 600)")
    for what in (".desk-bar [name=_save]", ".desk-tools .tool"):
        page.locator(what).first.focus()
        assert page.evaluate("scrollY") == 600
