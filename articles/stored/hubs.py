"""Tells the hub of WebSub (W3C, 2018) which feeds changed, so that readers of feeds need not ask.

What the hub was told last stands with the feed as it is kept: whatever went wrong, the next run tells it again.
"""

from __future__ import annotations

import logging

import httpx
from django.conf import settings
from django.db import connection
from django.urls import reverse

from articles.rendering.addresses import absolute
from articles.stored import keeping, rows

logger = logging.getLogger(__name__)

FEEDS = ("articles:feed", "articles:feed_atom", "articles:feed_json")
SECONDS = 10.0

TOLD = "SELECT told = etag FROM articles_storedpage WHERE address = %s"
TELL = "UPDATE articles_storedpage SET told = %s WHERE address = %s"


def tell() -> int:
    """Tells of each feed that changed since; how many the hub took. Without WEBSUB_HUB nobody is told.

    A hub that does not answer, or refuses, is told again by the next run: raises nothing for it.
    """
    return sum(map(_tell, map(reverse, FEEDS))) if settings.WEBSUB_HUB else 0


def _tell(address: str) -> bool:
    page = rows.read(address) or keeping.keep(address)
    with connection.cursor() as cursor:
        cursor.execute(TOLD, [address])
        row = cursor.fetchone()
    if page is None or row is None or row[0]:
        return False
    # The form that hubs in use take: the standard leaves to publishers and hubs how they talk (section 6).
    said = {"hub.mode": "publish", "hub.url": absolute(address)}
    try:
        httpx.post(settings.WEBSUB_HUB, data=said, timeout=SECONDS).raise_for_status()
    except httpx.HTTPError as error:
        logger.warning("The hub at WEBSUB_HUB could not be told of %s: %s", address, error)
        return False
    with connection.cursor() as cursor:
        cursor.execute(TELL, [page.etag, address])
    return True
