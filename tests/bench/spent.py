"""How much of a processor a question costs: this process and the database's own for its connection.

Unlike the time that passes it is much the same on a machine that does other things beside. Parallel workers of the
database are not counted.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from django.db import connection
from django.template.base import Template
from django.test.utils import _TestState


def spent() -> tuple[float, float]:
    """Milliseconds of processor so far: here, and in the database's process (0 where Linux does not tell)."""
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    try:
        there = int(told.read_text().split()[0]) / 1e6
    except OSError:
        there = 0.0
    return time.process_time() * 1000, there


@contextmanager
def as_served() -> Iterator[None]:
    """Templates as a server draws them. Tests note each of them with a copy of all it was given, which takes time."""
    own = getattr(_TestState, "saved_data").template_render  # noqa: B009  a name of Django's own
    with patch.object(Template, "_render", own):
        yield
