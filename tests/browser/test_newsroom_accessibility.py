"""axe finds nothing serious or critical on the newsroom's main pages, with its menu, a filter and the keys open.

`make prove` walks every address, light and dark, wide and narrow.
"""

from __future__ import annotations

from typing import Any

import pytest

from scripts.pictures.addresses import Page, click
from tests.browser.newsroom_pages import make_rows, named, walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_the_main_pages_pass_with_what_opens_on_them(chromium: Any) -> None:
    rows = make_rows()
    opened = [
        Page("menu of the person", "/admin/", "editor", click("[aria-controls=user-links]")),
        Page("drawer of filters", "/admin/citations/citation/", "editor", click("[aria-controls=changelist-filter]")),
        Page("menu of a filter", "/admin/articles/flag/", "editor", click("text=Severity")),
        Page("dialogue of keys", "/admin/articles/flag/", "editor", click("[data-help]")),
    ]
    assert walk(chromium, ["dark"], opened, rows) == {}
    assert walk(chromium, ["light"], named("articles", "flag", "desk-figures", "log-in"), rows) == {}
