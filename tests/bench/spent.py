"""How much of a processor a question costs: this process and the database's own for its connection.

Unlike the time that passes it is much the same on a machine that does other things beside. Parallel workers of the
database are not counted.
"""

from __future__ import annotations

import time
from pathlib import Path

from django.db import connection


def spent() -> tuple[float, float]:
    """Milliseconds of processor so far: here, and in the database's process (0 where Linux does not tell)."""
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    try:
        there = int(told.read_text().split()[0]) / 1e6
    except OSError:
        there = 0.0
    return time.process_time() * 1000, there
