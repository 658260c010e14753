"""axe finds nothing serious or critical on the whole page of any newsroom address, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.pictures.addresses import NEWSROOM
from scripts.pictures.filling import fill
from tests.browser.newsroom_pages import walk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_passes(scheme: str, width: int, chromium: Any) -> None:
    wrong = walk(chromium, scheme, list(NEWSROOM), fill(), width=width)
    assert not wrong, "\n".join(f"{name}: {fault}" for name, found in wrong.items() for fault in found)
