"""axe finds nothing serious or critical on the newsroom's main pages, with its menu, a filter and the keys open.

Half of these each day.
`make prove` walks every address, light and dark, wide and narrow.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from scripts.pictures.addresses import Page, click
from tests.browser.newsroom_pages import FADE, SETTLED, make_rows, named, walk
from tests.browser.serving import ADDRESS, Serving
from tests.drawing import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.mark.drawn(1)
def test_the_main_pages_pass_with_what_opens_on_them(chromium: Any) -> None:
    rows = make_rows()
    opened = [
        Page("menu of the person", "/admin/", "editor", click("[aria-controls=user-links]")),
        Page("drawer of filters", "/admin/citations/citation/", "editor", click("[aria-controls=changelist-filter]")),
        Page("menu of a filter", "/admin/articles/flag/", "editor", click("text=Severity")),
        Page("dialogue of keys", "/admin/articles/flag/", "editor", click("[data-help]")),
    ]
    assert walk(chromium, ["dark"], some(opened, 2), rows) == {}
    assert walk(chromium, ["light"], some(named("articles", "flag", "desk-figures", "log-in"), 2), rows) == {}


def test_an_open_page_turns_dark_with_the_system_and_keeps_a_chosen_look(
    chromium: Any, editor: User, client: Client
) -> None:
    client.force_login(editor)
    context = chromium.new_context(color_scheme="light")
    Serving(client, policy=False).attach(context)
    page = context.new_page()
    page.goto(f"{ADDRESS}/admin/articles/topic/")
    for scheme in ("dark", "light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(SETTLED, arg=scheme == "dark")
    assert page.evaluate("localStorage.adminTheme") in (None, '"auto"'), "following chooses nothing"
    page.click("[aria-controls=user-links]")
    page.click(".frame-theme:has-text('Light')")
    page.wait_for_function(SETTLED, arg=False)
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(FADE)
    assert page.evaluate(SETTLED, False), "whoever chose light has it at night too"
    context.close()
