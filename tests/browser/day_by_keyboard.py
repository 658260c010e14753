"""What people do on a day in the newsroom, by keyboard alone: from a pasted post to a correction that readers see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User

from articles import services
from articles.models import Article
from tests.browser.keyboard import Keyboard

POST = """Walking for sore knees
By Ann Doe, MD

Walking eased knee pain in one randomised trial of 180 adults.

Zinc lozenges cure the common cold.
"""


@pytest.fixture
def no_broker() -> Iterator[None]:
    """The worker has tests of its own; here the test itself plays the worker."""
    with (
        patch("articles.newsroom.review_desk.assess_article.delay"),
        patch("articles.tasks.send_notices.apply_async"),
    ):
        yield


@pytest.fixture
def sit_down(chromium: Any, live_server: Any, broker: str) -> Iterator[Any]:
    """Lets a person sit down at a browser of their own; the first logs in by keys as well."""
    sitting: list[Keyboard] = []

    def sit(user: User) -> Keyboard:
        sitting.append(Keyboard(chromium, live_server.url, user, signed_in=bool(sitting)))
        return sitting[-1]

    yield sit
    for one in sitting:
        one.context.close()


def import_a_post(writer: Keyboard) -> Article:
    writer.open("a", "Import an article")
    writer.go_to("[name=text]")
    writer.type(POST)
    writer.open("button", "Read it")
    writer.go_to("[name=author_interests]")
    writer.type("None")
    writer.open("button", "Save as a draft")
    return read(writer, Article.objects.get())


def read(writer: Keyboard, article: Article) -> Article:
    """The worker reads what was saved, and its flags come into the open page."""
    article.refresh_from_db()
    services.assess_article(article_id=article.pk)
    writer.page.wait_for_selector(f".findings[data-state=read][data-version='{article.version}']", state="attached")
    writer.page.wait_for_selector(".desk[data-typed=read]")
    return article


def mend_and_cite(writer: Keyboard, article: Article) -> None:
    writer.go_to(".cm-content")
    writer.press("F8")
    writer.press("Alt+Enter")
    assert "Walking eased" in writer.page.inner_text(".card-flag.is-active")
    writer.press("Escape")
    writer.press("End")
    writer.press("ArrowLeft")
    writer.type(" [@lindh")
    writer.page.wait_for_selector(".cite-list li:has-text('Walking for sore knees')")
    writer.press("Enter")
    writer.page.wait_for_function("citewellText.get().includes('[@lindholm2015].')")
    writer.press("F8")
    assert "Zinc" in writer.page.inner_text(".card-flag.is-active")
    writer.press("Shift+End")
    writer.type("Whether it helps people under 40 was not studied.")
    writer.page.locator(".cards > .card-flag:not(.is-gone)", has_text="Zinc").wait_for(state="detached")
    save(writer, article)


def save(writer: Keyboard, article: Article) -> None:
    with writer.page.expect_navigation():
        writer.press("Control+s")
    read(writer, article)


def submit(writer: Keyboard, note: str) -> None:
    writer.go_to("summary", "Submit for review")
    writer.press("Enter")
    writer.go_to("[name=note]")
    writer.type(note)
    writer.open(".act[open] button", "Submit for review")


def send_back(second: Keyboard) -> None:
    second.home()
    second.open("a", "Walking for sore knees")
    assert "Is the number right?" in second.page.inner_text("main")
    second.open("a", "← Walking for sore knees")
    second.go_to("summary", "Request changes")
    second.press("Enter")
    second.go_to(".act[open] [name=reason]")
    second.type("Say how long they walked.")
    second.open(".act[open] button", "Request changes")
    assert "Changes requested" in second.page.inner_text(".workflow-state")


def answer_and_submit(writer: Keyboard, article: Article) -> None:
    writer.home()
    writer.open("a", "Walking for sore knees")
    writer.go_to("[data-testid=last-word] summary")
    writer.press("Enter")
    assert "Say how long they walked." in writer.page.inner_text("[data-testid=last-word]")
    writer.open("a", "Answer in the conversation")
    writer.go_to(".say textarea")
    writer.type("Half an hour a day.")
    writer.open(".say button", "Say it")
    writer.open("a", "← Walking for sore knees")
    writer.page.wait_for_selector(".desk[data-typed=read]")
    writer.go_to(".cm-content")
    writer.press("Control+Home")
    writer.type("Half an hour a day was asked of all. ")
    save(writer, article)
    submit(writer, "It says so now.")


def approve(second: Keyboard, changed: str = "") -> None:
    """The comparison is read to its end before the checklist is answered."""
    second.home()
    second.open("a", "Walking for sore knees")
    if changed:
        second.read(".sides")
        assert any(changed in words for words in second.page.locator(".sides del").all_inner_texts())
    second.go_to("input[type=radio]")
    second.press("Space")
    second.open("button", "Approve this version")
    assert second.page.locator(".status-approved").count() == 1, second.page.inner_text("main")


def schedule_and_publish(desk: Keyboard, article: Article) -> None:
    desk.home()
    desk.open("a", "Walking for sore knees")
    desk.go_to("summary", "Schedule")
    desk.press("Enter")
    desk.go_to("[name=at]")
    desk.type("12242040")
    desk.press("ArrowRight")
    desk.type("0900AM")
    desk.open(".act[open] button", "Schedule")
    assert "Scheduled for 24 December 2040" in desk.page.inner_text(".workflow-state").replace("\n", " ")
    publish(desk, article)


def publish(desk: Keyboard, article: Article) -> None:
    desk.home()
    desk.open("a", "Walking for sore knees")
    desk.open("button", "Publish")
    article.refresh_from_db()
    assert article.status == Article.Status.PUBLISHED
    desk.page.goto(article.get_absolute_url())


def correct(writer: Keyboard, article: Article) -> None:
    writer.home()
    writer.open("a", "Articles")
    writer.open("a", "Walking for sore knees")
    writer.page.wait_for_selector(".desk[data-typed=read]")
    writer.go_to(".cm-content")
    writer.press("Control+f")
    writer.type("180")
    writer.press("Enter")
    writer.press("Escape")
    writer.type("80")
    save(writer, article)
    writer.go_to("summary", "Submit for review")
    writer.press("Enter")
    writer.go_to("[name=change_note]")
    writer.type("The trial was one of 80 adults.")
    writer.go_to("[name=was_wrong]")
    writer.type("It said 180 adults.")
    writer.open(".act[open] button", "Submit for review")
    read(writer, article)
