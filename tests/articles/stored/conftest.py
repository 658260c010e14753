from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _pages_are_kept(settings: Any) -> None:
    settings.STORED_PAGES = True
