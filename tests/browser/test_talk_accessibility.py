"""axe finds nothing grave on the pages of conversation, comparison, approval and log, and on the first page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.newsroom_pages import make_rows, named, walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
NAMES = (
    *("home-author", "home-editor", "talk", "talk-asking", "talk-of-page", "approve", "approve-barred", "compare"),
    *("log-of-article", "checklist"),
)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_grave_where_people_talk(chromium: Any, scheme: str, width: int) -> None:
    pages = named(*NAMES)
    assert len(pages) == len(NAMES)
    assert walk(chromium, scheme, pages, make_rows(), width=width) == {}
