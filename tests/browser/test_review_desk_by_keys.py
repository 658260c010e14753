"""An editor settles the flags of one article by keyboard alone: no page is loaded, and the time is printed."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from articles.models import Decision, Flag
from tests.articles import factories
from tests.browser.signing_in import sign_in
from tests.drawing import ALL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SETTLED = 24 if os.environ["DRAWN"] == ALL else 12


def chosen(page: Any) -> str:
    """The flag that the list marks, once its words stand beside it."""
    page.wait_for_function(
        "document.querySelector('.review-flag[aria-current]')?.dataset.flag === "
        "document.querySelector('.flag-detail')?.dataset.flag"
    )
    return str(page.evaluate("document.querySelector('.review-flag[aria-current]').dataset.flag"))


def settled(page: Any, number: int) -> None:
    """Waits until the list shows so many as decided: the answer came, and the script has gone on."""
    page.wait_for_function(
        "number => document.querySelectorAll('.review-flag[data-done]').length === number", arg=number
    )


@pytest.mark.drawn(1)
def test_flags_are_settled_by_keys_without_a_page_load(browser_page: Any, editor: User) -> None:
    page = browser_page
    lines = [f"Zinc cures cold number {number}." for number in range(SETTLED + 3)]
    article = factories.make_article(body="\n".join(lines))
    kinds = ("missing-citation", "overstated", "weak-evidence")
    factories.assess_as(article, flags={n: [factories.flag(kinds[n % 3], "warning")] for n in range(SETTLED + 3)})
    sign_in(page, editor)
    page.goto(f"/admin/articles/flag/?article={article.pk}")
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    page.evaluate("window.stillTheSamePage = true")
    verdicts = "asxw"
    began = time.monotonic()
    for number in range(SETTLED - 8):
        chosen(page)
        page.keyboard.press(verdicts[number % 4])
        page.keyboard.type(f"Reason number {number}.")
        page.keyboard.press("Control+Enter")
        settled(page, number + 1)
    # The last eight of one kind and more: ticked together, one reason.
    chosen(page)
    for _ in range(8):
        page.keyboard.press("m")
        page.keyboard.press("j")
        chosen(page)
    page.keyboard.press("e")
    page.keyboard.type("These eight want DOIs.")
    page.keyboard.press("Control+Enter")
    settled(page, SETTLED)
    seconds = time.monotonic() - began
    print(f"\n  {SETTLED} flags settled by keys in {seconds:.1f} s, {seconds / SETTLED:.2f} s each")  # noqa: T201
    assert page.evaluate("window.stillTheSamePage") is True
    assert [url.partition("#")[0] for url in loads if "flag-" not in url] == []
    assert Decision.objects.count() == SETTLED
    assert Flag.objects.filter(asked="note").count() == 8
    assert Decision.objects.filter(reason="These eight want DOIs.").count() == 8


def test_keys_go_to_the_ends_and_stop_and_say_so(browser_page: Any, editor: User) -> None:
    page = browser_page
    for _ in range(2):
        article = factories.make_article(body="Zinc cures colds.\nZinc prevents flu.")
        factories.assess_as(article, flags={0: [factories.flag()], 1: [factories.flag("overstated", "warning")]})
    order = [str(pk) for pk in Flag.objects.in_reading_order().values_list("pk", flat=True)]
    sign_in(page, editor)
    page.goto("/admin/articles/flag/")
    seen = [chosen(page)]
    for key in "jjjjkn":
        page.keyboard.press(key)
        seen.append(chosen(page))
    assert seen == [*order, order[3], order[2], order[2]]
    assert "last" in page.inner_text("#review-said")
    page.keyboard.press("p")
    assert chosen(page) == order[0]
    page.keyboard.press("?")
    page.wait_for_selector("#review-keys[open]")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "review-q"
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.type("short")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#review-said.review-problem")
    assert page.input_value(".flag-decide [name=reason]") == "short"
    assert not Decision.objects.exists()


def test_somebody_is_called_in_a_reason_and_escape_closes_the_list_alone(
    browser_page: Any, editor: User, reviewer: User
) -> None:
    page = browser_page
    article = factories.make_article(body="Zinc cures colds.")
    factories.assess_as(article, flags={0: [factories.flag("overstated", "warning")]})
    sign_in(page, editor)
    page.goto("/admin/articles/flag/")
    chosen(page)
    page.keyboard.press("e")
    page.keyboard.type("Is it so, @rev")
    page.wait_for_selector(".calling [aria-selected=true]:has-text('(@reviewer)')")
    page.keyboard.press("Escape")
    assert page.locator(".calling").count() == 0
    page.keyboard.type("i")
    page.wait_for_selector(".calling")
    page.keyboard.press("Enter")
    page.keyboard.type("or not?")
    page.keyboard.press("Control+Enter")
    settled(page, 1)
    assert Decision.objects.get().reason == "Is it so, @reviewer or not?"
    assert article.threads.get().asks.filter(person=reviewer).exists()


@pytest.fixture
def two(browser_page: Any, editor: User) -> Any:
    """The desk with two flags, the first of them chosen."""
    article = factories.make_article(body="Zinc cures colds.\nZinc prevents flu.")
    some = {n: [factories.flag("overstated", "warning")] for n in range(2)}
    factories.assess_as(article, flags=some)
    sign_in(browser_page, editor)
    browser_page.goto("/admin/articles/flag/")
    chosen(browser_page)
    return browser_page


def test_a_reason_that_is_begun_is_kept_while_one_looks_elsewhere_and_goes_once_it_is_recorded(two: Any) -> None:
    first = chosen(two)
    two.keyboard.press("w")
    two.keyboard.type("Begun and not recorded.")
    two.keyboard.press("Escape")
    two.keyboard.press("j")
    assert chosen(two) != first
    assert two.input_value(".flag-decide [name=reason]") == ""
    two.reload()
    two.goto("/admin/articles/flag/")
    assert chosen(two) == first
    assert two.input_value(".flag-decide [name=reason]") == "Begun and not recorded."
    two.focus(".flag-decide [name=reason]")
    two.keyboard.press("Control+Enter")
    settled(two, 1)
    assert (Decision.objects.get().verdict, Decision.objects.get().flag_id) == ("ask-wording", int(first))
    two.reload()
    two.keyboard.press("k")
    chosen(two)
    assert two.locator(".flag-decide [name=reason]").evaluate_all("all => all.map(one => one.value).join('')") == ""


def test_one_whose_session_ended_decides_on_after_logging_in_beside(two: Any, editor: User) -> None:
    two.keyboard.press("e")
    two.keyboard.type("Typed before the session ended.")
    Session.objects.all().delete()
    two.keyboard.press("Control+Enter")
    two.wait_for_selector("dialog[open]:has-text('Your words are still here')")
    assert not Decision.objects.exists()
    with two.context.expect_page() as opened:
        two.click("dialog [data-login]")
    window = opened.value
    window.fill("[name=login]", editor.username)
    window.fill("[name=password]", "password")
    window.click("[type=submit]")
    window.wait_for_selector("text=You are logged in")
    window.close()
    settled(two, 1)
    assert Decision.objects.get().reason == "Typed before the session ended."
    assert two.locator("dialog[open]").count() == 0
