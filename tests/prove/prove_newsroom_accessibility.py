"""axe finds nothing serious or critical on the whole page of any newsroom address, light and dark, wide and narrow.

The rows are made once and each page is loaded once for a width; `-k` takes a part, such as `-k "390 and part2"`. What
stands between pages when words are kept (`KEPT`) is walked by tests/browser/test_newsroom_kept.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from scripts.pictures.addresses import NEWSROOM
from scripts.pictures.filling import fill
from tests.browser.newsroom_pages import walk

pytestmark = pytest.mark.django_db  # each part in a transaction of its own within that of the rows
PARTS = 4


@pytest.fixture(scope="module")
def rows(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Everything the pages show; it goes with the transaction when all parts are done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill()
        transaction.set_rollback(True)


@pytest.mark.parametrize("part", range(PARTS), ids=lambda number: f"part{number}")
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_passes(width: int, part: int, rows: dict[str, Any], chromium: Any) -> None:
    wrong = walk(chromium, ["light", "dark"], list(NEWSROOM[part::PARTS]), rows, width=width)
    assert not wrong, "\n".join(f"{name} {scheme}: {row}" for (name, scheme), found in wrong.items() for row in found)
