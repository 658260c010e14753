"""The short way of readers: one question to the database between the web server and the page, and no Django around it.

Wrapped around the WSGI application. Whatever is not a plain read of a kept page goes the long way, where
`middleware.StoredPages` keeps what was asked for.
"""

from __future__ import annotations

import logging
import struct
import threading
import time
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import connection
from django.http.request import split_domain_port, validate_host
from psycopg.pq import DiagnosticField, ExecStatus

from articles.stored import rows
from articles.stored.addresses import address_of
from articles.stored.sending import Asked, headers_of_safety, reply, takes_brotli
from articles.stored.version import version

logger = logging.getLogger(__name__)

NAME = b"citewell_page_in_a_coding"
# As `rows.READ`; the body is left out where the client names the tag of what would be sent.
STATEMENT = b"""
SELECT headers, CASE WHEN etag = $3 THEN NULL WHEN d THEN denser ELSE body END, etag,
    extract(epoch FROM changed)::float8, CASE WHEN d THEN seal_denser ELSE seal END,
    CASE WHEN d THEN 'br' ELSE 'gzip' END
FROM articles_storedpage, LATERAL (SELECT $4 = 'br' AND denser IS NOT NULL AS d) AS coding
WHERE address = $1 AND version = $2 AND NOT stale AND until > now()
    AND epoch = coalesce((SELECT epoch FROM articles_pageepoch), 0)
"""
_held = threading.local()
"""The connection of this thread on which the question is prepared."""

_LINES = {status: f"{status} {HTTPStatus(status).phrase}" for status in (200, 304)}


class NotHere(Exception):
    """The question could not be asked this way; the long way asks it again."""


class ShortWay:
    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if settings.STORED_PAGES and (said := self._said(environ)):
            status, headers, body = said
            start(_LINES[status], list(headers.items()))
            return [body] if body else []
        return self.application(environ, start)

    def _said(self, environ: dict[str, Any]) -> tuple[int, dict[str, str], bytes] | None:
        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not path.isascii() or environ.get("SCRIPT_NAME"):
            return None
        address = address_of(path, environ.get("QUERY_STRING", ""))
        if address is None or not self._may_answer(environ):
            return None
        asked = Asked.of(environ)
        try:
            page = self._read(address, asked.tag, b"br" if takes_brotli(asked.accepts) else b"")
        except NotHere:
            return None
        except Exception:  # the long way meets it again
            logger.warning("The short way to %s is closed.", address, exc_info=True)
            return None
        if page is None:
            return None
        status, headers, body = reply(asked, page)
        return status, {**headers, **self._safety}, body

    def _may_answer(self, environ: dict[str, Any]) -> bool:
        """Only for hosts of ours and, where the site insists on HTTPS, over HTTPS: the long way tells the others."""
        if settings.SECURE_SSL_REDIRECT:
            header, value = settings.SECURE_PROXY_SSL_HEADER or ("wsgi.url_scheme", "https")
            if environ.get(header, "").split(",")[0].strip() != value:
                return False
        return _is_ours(environ.get("HTTP_HOST", ""))

    @cached_property
    def _safety(self) -> dict[str, str]:
        return headers_of_safety()

    @cached_property
    def _version(self) -> bytes:
        return version().encode()

    def _read(self, address: str, tag: str, coding: bytes) -> rows.Page | None:
        if connection.close_at is not None and time.monotonic() >= connection.close_at:
            connection.close_if_unusable_or_obsolete()
        connection.ensure_connection()
        held = connection.connection
        if getattr(_held, "connection", None) is not held:
            made = held.pgconn.prepare(NAME, STATEMENT)
            if made.status != ExecStatus.COMMAND_OK and made.error_field(DiagnosticField.SQLSTATE) != b"42P05":
                raise NotHere  # 42P05: it is prepared already
            _held.connection = held
        found = held.pgconn.exec_prepared(NAME, [address.encode(), self._version, tag.encode(), coding], None, 1)
        if found.status != ExecStatus.TUPLES_OK:  # a pool in between gave us another connection
            _held.connection = None
            raise NotHere
        if not found.ntuples:
            return None
        headers, body, etag, changed, seal, held_as = (found.get_value(0, column) for column in range(6))
        at = struct.unpack(">d", changed)[0]
        page = rows.Page(str(headers, "utf-8"), body or b"", str(etag, "ascii"), at, str(held_as, "ascii"))
        return page if body is None or rows.is_ours(address, page, str(seal, "ascii")) else None


@lru_cache(maxsize=256)
def _is_ours(host: str) -> bool:
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
