"""Those who make the same thing take turns until their transactions end: the next one sees what is there then."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

WHAT = 1
"""Second number of the advisory locks for names; 0 is for the words of posts."""


def in_turn(names: Iterable[str], *, kind: int = WHAT) -> None:
    """Waits for whoever is at one of these names. All take them in one order, so that no two wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(name, %s)) FROM unnest(%s::text[]) AS t(name)",
            [kind, sorted(set(names))],
        )
