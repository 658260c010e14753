"""An editor hides the flags that are less sure, in a browser: style sheets alone do it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from evidence.values import Band, Certainty
from tests.articles import factories
from tests.browser.signing_in import sign_in
from tests.browser.test_newsroom_writing import open_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_flags_that_are_less_sure_are_hidden_and_come_back(browser_page: Any, editor: User) -> None:
    likely = factories.flag(severity="warning", certainty=Certainty(0.75, Band.LIKELY))
    query = factories.flag(severity="note", certainty=Certainty(0.4, Band.QUERY), reader="")
    article = factories.make_article(body="Walking cures the flu.\n\nSwimming eases pain.\n\nRowing helps.")
    factories.assess_as(article, flags={0: [factories.flag()], 1: [likely], 2: [query]})
    browser_page.route("**/as-typed/", lambda route: route.abort())  # flags of our own making: the engine has others
    sign_in(browser_page, editor)
    open_article(browser_page, article)
    browser_page.click(".findings-show summary")
    for band, number in (("sure", 1), ("likely", 2), ("query", 3)):
        browser_page.check(f'[name="findings-band"][value="{band}"]')
        assert browser_page.locator(".finding:visible").count() == number
