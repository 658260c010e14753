"""Renders pages and keeps them, so that none is made of what was there before a change and kept after it.

Whoever changes what pages show takes a lock that all changes share (the triggers do). Whoever keeps a page takes it
alone, before rendering, and without waiting: where a change is under way, the page is rendered and not kept.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.utils import timezone

from articles.stored import rows
from articles.stored.rendering import match_of, render
from articles.stored.version import version
from articles.stored.watched import LOCK

logger = logging.getLogger(__name__)

BATCH = 200
"""Pages looked at per run of the worker, so that none holds it for long."""

WAITING = """
SELECT address FROM articles_storedpage WHERE stale OR until <= now() OR version <> %s
    OR epoch <> coalesce((SELECT epoch FROM articles_pageepoch), 0)
ORDER BY stale DESC, changed DESC LIMIT %s
"""
NEXT = """
SELECT address FROM articles_storedpage WHERE address > %s ORDER BY address LIMIT %s
"""


@dataclass(slots=True)
class Sweep:
    """What a sweep found: pages compared, and those that were not as they would be rendered now, by address."""

    compared: int = 0
    repaired: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def keep(address: str) -> rows.Page | None:
    """Renders the page of an address and keeps it where nothing changes meanwhile; the page, or None if there is none.

    Raises what the view raises.
    """
    if match_of(address) is None:
        return None
    with transaction.atomic():
        alone = _alone()
        rendered = render(address)
        if rendered is None:
            if alone:
                rows.forget([address])
            return None
        if rendered.unwatched:
            logger.warning("%s is not kept: nobody watches %s.", address, ", ".join(sorted(rendered.unwatched)))
        elif alone:
            return rows.write(rendered)
    return rendered.page


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def refresh(*, limit: int = BATCH) -> int:
    """Renders anew what changed since it was kept; the number of pages. One that fails is left to its readers."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [version(), limit])
        waiting = [address for (address,) in cursor.fetchall()]
    return sum(_kept(address) for address in waiting)


def waits() -> bool:
    """Whether a page changed and was not rendered since."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM articles_storedpage WHERE stale)")
        return bool(cursor.fetchone()[0])


def keep_all(addresses: list[str]) -> int:
    """Keeps these pages where they are not kept yet, or no longer hold; the number of pages."""
    return sum(_kept(address) for address in addresses if rows.read(address) is None)


def _kept(address: str) -> bool:
    try:
        return keep(address) is not None
    except Exception:  # one page must not keep the others from being made
        logger.exception("The page %s could not be rendered.", address)
        return False


def sweep(*, repair: bool = True) -> Sweep:
    """Compares every page that could be sent now with what would be rendered now, and mends those that differ.

    A difference is a fault of ours: a change that no trigger saw, or a row that was written past the site.
    """
    found = Sweep()
    for address in _addresses():
        with transaction.atomic():
            if repair and not _alone():
                continue
            held = rows.read(address)
            if held is None:
                continue
            now = render(address)
            found.compared += 1
            if now is not None and now.etag == held.etag and now.content == held.plain:
                continue
            (found.gone if now is None else found.repaired).append(address)
            if repair:
                _mark(address)
                if now is not None and not now.unwatched:
                    rows.write(now)
    for address in [*found.repaired, *found.gone]:
        logger.error("The page kept for %s was not what would be rendered (looked at %s).", address, timezone.now())
    return found


def _mark(address: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_storedpage SET stale = true, purge = true WHERE address = %s", [address])


def _addresses() -> Iterator[str]:
    last = ""
    while True:
        with connection.cursor() as cursor:
            cursor.execute(NEXT, [last, BATCH])
            found = [address for (address,) in cursor.fetchall()]
        if not found:
            return
        yield from found
        last = found[-1]


def faults() -> Iterator[str]:
    """Pages that readers would get and that are not what would be rendered now, in words, for `verify_log`."""
    found = sweep(repair=False)
    for address in found.repaired:
        yield f"The page kept for {address} is not what its records would show."
    for address in found.gone:
        yield f"A page is kept for {address}, where readers should find none."
