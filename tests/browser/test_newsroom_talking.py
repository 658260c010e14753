"""A reason for changes goes its whole way in a browser: to the author's first page, mail, answer, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core import mail

from articles import services, tasks
from articles.models import Article
from tests.articles import factories
from tests.browser.signing_in import sign_in
from tests.browser.test_newsroom_desk import serious

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    """The worker has tests of its own; here the test itself plays the worker."""
    with (
        patch("articles.newsroom.review_desk.assess_article.delay"),
        patch("articles.tasks.send_notices.apply_async"),
    ):
        yield


def test_a_reason_for_changes_reaches_the_author_and_an_answer_the_reviewer(
    browser_page: Any, author: User, reviewer: User
) -> None:
    page = browser_page
    article = factories.assess_as(factories.make_article(by=author, title="Walking and knees"))
    services.submit_for_review(article=article, by=author)
    sign_in(page, reviewer)
    page.goto("/admin/")
    page.click("[data-testid=waiting] >> text=Walking and knees")
    assert "Approve" in page.title()
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.click("summary:has-text('Request changes')")
    page.fill(".act[open] [name=reason]", "Name the trial, and its dose.")
    page.click(".act[open] button")
    page.wait_for_selector(".status-changes-requested")

    tasks.send_notices(person_id=author.pk)
    (sent,) = [one for one in mail.outbox if one.to == [author.email]]
    assert "Name the trial, and its dose." in sent.body

    sign_in(page, author)
    page.goto("/admin/")
    assert "Name the trial, and its dose." in page.inner_text("[data-testid=waiting]")
    page.click("[data-testid=waiting] >> text=Walking and knees")
    assert "Name the trial, and its dose." in page.inner_text("[data-testid=last-word]")
    page.click("[data-testid=last-word] summary")
    page.click("text=Answer in the conversation")
    page.fill(".say textarea", "@reviewer, 500 mg. May it stay?")
    page.click("text=Say it")
    page.wait_for_selector(".entry-question")

    sign_in(page, reviewer)
    page.goto("/admin/")
    page.click("[data-testid=waiting] >> text=Walking and knees")
    page.fill(".say textarea", "It may.")
    page.click("text=Say it")
    page.wait_for_selector(".entry-answer")
    assert Article.objects.get().threads.get().asks.filter(person=reviewer, done_at=None).count() == 0


def test_people_are_called_by_the_first_letters_of_their_name(browser_page: Any, author: User, reviewer: User) -> None:
    page = browser_page
    reviewer.first_name, reviewer.last_name = "Mara", "Quist"
    reviewer.save()
    article = factories.make_article(by=author)
    sign_in(page, author)
    page.goto(f"/admin/articles/article/{article.pk}/talk/")
    page.focus(".say textarea")
    page.keyboard.type("[@doe2019] and a@b.example call nobody. ")
    assert page.locator(".calling:visible").count() == 0
    page.keyboard.type("Is it so, @qui")
    page.wait_for_selector(".calling:visible [aria-selected=true]:has-text('Mara Quist (@reviewer)')")
    assert serious(page) == []
    page.keyboard.press("Escape")
    assert page.locator(".calling:visible").count() == 0
    page.keyboard.type("s")
    page.keyboard.press("Enter")
    page.keyboard.type("or 30 mg?")
    assert page.input_value(".say textarea").endswith("Is it so, @reviewer or 30 mg?")
    page.click("text=Say it")
    page.wait_for_selector(".entry-question")
    assert article.threads.get().asks.get().person == reviewer
