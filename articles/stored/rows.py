"""Reads and writes the rows of pages in plain SQL, and seals them.

A row goes to readers as it lies, so a statement smuggled in through the application's account could otherwise put words
on the site past the gate. Each row bears an HMAC-SHA-256 of all that is sent, made with a key that comes of
`SECRET_KEY`; one that does not fit is not sent, and the page is rendered anew.
"""

from __future__ import annotations

import gzip
import hashlib
import hmac
import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

import brotli
from django.conf import settings
from django.db import connection

from articles.stored.version import version

logger = logging.getLogger(__name__)

DENSER = 10
"""Of 11 levels of Brotli: a page of 60 claims takes half the time of the densest, for 3 % more bytes; the level below
takes a fifth less time, for 10 % more."""
DENSEST, LONG = 11, 40_000
"""For articles of so many bytes and more, which readers with a slow line wait for: 3 % less, for 40 to 90 ms more
each time that such a page is rendered."""

READ = """
SELECT headers, CASE WHEN d THEN denser ELSE body END, etag, extract(epoch FROM changed)::float8,
    CASE WHEN d THEN seal_denser ELSE seal END, d
FROM articles_storedpage, LATERAL (SELECT %s AND denser IS NOT NULL AS d) AS coding
WHERE address = %s AND version = %s AND NOT stale AND until > now()
    AND epoch = coalesce((SELECT epoch FROM articles_pageepoch), 0)
"""
# A page whose bytes are the same keeps its day. One whose bytes are others gets another second, since `Last-Modified`
# knows no parts of it.
WRITE = """
INSERT INTO articles_storedpage AS p
    (address, kind, headers, body, denser, etag, changed, version, epoch, until, depends, revision_id, stale, purge,
    seal, seal_denser)
VALUES (%(address)s, %(kind)s, %(headers)s, %(body)s, %(denser)s, %(etag)s, now(), %(version)s,
    coalesce((SELECT epoch FROM articles_pageepoch), 0), %(until)s, %(depends)s, %(revision)s, false, false, %(seal)s,
    %(seal_denser)s)
ON CONFLICT (address) DO UPDATE SET kind = EXCLUDED.kind, headers = EXCLUDED.headers, body = EXCLUDED.body,
    denser = EXCLUDED.denser, seal_denser = EXCLUDED.seal_denser,
    etag = EXCLUDED.etag, version = EXCLUDED.version, epoch = EXCLUDED.epoch, until = EXCLUDED.until,
    depends = EXCLUDED.depends, revision_id = EXCLUDED.revision_id, stale = false, seal = EXCLUDED.seal,
    changed = CASE WHEN p.etag = EXCLUDED.etag THEN p.changed
        ELSE greatest(EXCLUDED.changed, p.changed + interval '1 second') END
RETURNING extract(epoch FROM changed)::float8
"""


class Page(NamedTuple):
    """An answer as it is sent: `headers` as pairs, `body` compressed by `coding` ("gzip" or "br"), `changed` in seconds
    since 1970. One is made for each request, and a tuple is made in a fifth of the time of a dataclass."""

    headers: str
    body: bytes
    etag: str
    changed: float
    coding: str = "gzip"

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        return _pairs(self.headers)

    @property
    def plain(self) -> bytes:
        return gzip.decompress(self.body) if self.coding == "gzip" else brotli.decompress(self.body)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as its view gave it, with what it depends on and when it has to be rendered anew."""

    address: str
    kind: str
    headers: tuple[tuple[str, str], ...]
    content: bytes
    depends: frozenset[str]
    until: datetime
    revision: int | None = None
    unwatched: frozenset[str] = frozenset()
    """Tables it was made of whose changes nobody watches: with one of these it is not kept."""

    @property
    def head(self) -> str:
        return json.dumps(self.headers)

    @property
    def etag(self) -> str:
        return hashlib.sha256(self.head.encode() + b"\0" + self.content).hexdigest()[:32]

    @property
    def page(self) -> Page:
        return Page(self.head, _compressed(self.content), self.etag, 0.0)

    @property
    def denser(self) -> Page | None:
        """The same by Brotli; None for a picture, which is compressed in itself."""
        if dict(self.headers).get("Content-Type", "").startswith("image/"):
            return None
        return Page(
            self.head, brotli.compress(self.content, quality=density(self.kind, self.content)), self.etag, 0.0, "br"
        )


def density(kind: str, content: bytes) -> int:
    """The level of Brotli for a page of this kind."""
    return DENSEST if kind == "article" and len(content) >= LONG else DENSER


def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


@lru_cache(maxsize=64)
def _pairs(headers: str) -> tuple[tuple[str, str], ...]:
    """Pages of one kind have the same headers."""
    return tuple((name, value) for name, value in json.loads(headers))


@lru_cache(maxsize=4)
def _key(secret: str) -> bytes:
    return hmac.new(secret.encode(), b"citewell pages", hashlib.sha256).digest()


def seal(address: str, page: Page) -> str:
    """Of the address and all that is sent from it."""
    coding = "" if page.coding == "gzip" else page.coding
    text = "\0".join((address, page.headers, page.etag, coding)).encode()
    return hmac.digest(_key(settings.SECRET_KEY), text + page.body, "sha256").hex()


def is_ours(address: str, page: Page, given: str) -> bool:
    """Whether this site wrote the row. It is told where not: somebody else did."""
    if hmac.compare_digest(seal(address, page), given):
        return True
    logger.error("The page kept for %s bears no seal of this site: it was written past it. Not sent.", address)
    return False


def read(address: str, *, denser: bool = False) -> Page | None:
    """The page that may be sent now, by Brotli where `denser` is asked and held; None where none is kept, or what is
    kept no longer holds."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [denser, address, version()])
        row = cursor.fetchone()
    if row is None:
        return None
    page = Page(row[0], bytes(row[1]), row[2], row[3], "br" if row[5] else "gzip")
    return page if is_ours(address, page, row[4]) else None


def write(rendered: Rendered) -> Page:
    """Keeps a page. The caller holds the lock, and has rendered it under the lock."""
    page, denser = rendered.page, rendered.denser
    values: dict[str, Any] = {
        "address": rendered.address,
        "kind": rendered.kind,
        "headers": page.headers,
        "body": page.body,
        "denser": denser and denser.body,
        "etag": page.etag,
        "version": version(),
        "until": rendered.until,
        "depends": sorted(rendered.depends),
        "revision": rendered.revision,
        "seal": seal(rendered.address, page),
        "seal_denser": seal(rendered.address, denser) if denser else "",
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, values)
        (changed,) = cursor.fetchone()
    return Page(page.headers, page.body, page.etag, changed)


def forget(addresses: Iterable[str]) -> None:
    """Takes pages away for which there is nothing to render any more, unless caches in front must still be told."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM articles_storedpage WHERE address = ANY (%s) AND stale AND (NOT purge OR NOT %s)",
            [list(addresses), bool(settings.PURGE_URL)],
        )
