from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet(db: None) -> Iterator[None]:
    """Attempts are counted in the database, which each test begins anew."""
    cache.clear()
    yield
    cache.clear()
