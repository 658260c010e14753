"""Tells a cache in front of the site which pages changed, where the settings name one.

The database notes what has to be told in the same transaction as the change; it is told until the cache has answered.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

import httpx
from django.conf import settings
from django.db import connection

logger = logging.getLogger(__name__)

BATCH = 100
SECONDS = 10.0

# Rows are told of as they stand: one that changes again meanwhile is marked again, and told of again.
TAKE = """
UPDATE articles_storedpage SET purge = false WHERE address IN (
    SELECT address FROM articles_storedpage WHERE purge ORDER BY address LIMIT %s FOR UPDATE SKIP LOCKED
) RETURNING address
"""


def purge() -> int:
    """Tells of everything that waits; the number of addresses. Without PURGE_URL nobody is told.

    A cache that does not answer is told again by the next run: raises nothing for it.
    """
    if not settings.PURGE_URL:
        return 0
    told = 0
    while addresses := _take():
        if not _tell(addresses):
            _put_back(addresses)
            break
        told += len(addresses)
        if len(addresses) < BATCH:
            break
    return told


def _take() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [BATCH])
        return [address for (address,) in cursor.fetchall()]


def _put_back(addresses: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_storedpage SET purge = true WHERE address = ANY (%s)", [list(addresses)])


def _tell(addresses: Sequence[str]) -> bool:
    """POST of {"files": [addresses]}, as Cloudflare and small scripts before Varnish take it."""
    headers = {"Authorization": f"Bearer {settings.PURGE_TOKEN}"} if settings.PURGE_TOKEN else {}
    files = [f"{settings.SITE_URL}{address}" for address in addresses]
    try:
        httpx.post(settings.PURGE_URL, json={"files": files}, headers=headers, timeout=SECONDS).raise_for_status()
    except httpx.HTTPError as error:
        logger.warning("The cache at PURGE_URL could not be told of %s pages: %s", len(files), error)
        return False
    return True
