"""axe finds nothing grave on the pages of conversation, comparison, approval and log, and on the first page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.newsroom_pages import make_rows, named, walk
from tests.drawing import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
NAMES = {
    ("light", 1280): ("home-author", "talk", "talk-of-page", "approve-barred", "log-of-article"),
    ("dark", 390): ("home-editor", "talk-asking", "approve", "compare", "checklist"),
}
"""Each page in one of the two, half of them a day; `make prove` walks every page in all four."""


@pytest.mark.drawn(2)
@pytest.mark.parametrize(("scheme", "width"), NAMES)
def test_axe_finds_nothing_grave_where_people_talk(chromium: Any, scheme: str, width: int) -> None:
    names = NAMES[scheme, width]
    pages = named(*names)
    assert len(pages) == len(names)
    assert walk(chromium, [scheme], some(pages, 2), make_rows(), width=width) == {}
