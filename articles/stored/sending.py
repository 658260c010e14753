"""What is sent of a kept page: in the coding that the client takes, or that nothing has changed (RFC 9110, 13.2.2)."""

from __future__ import annotations

import re
import time
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from django.utils.http import http_date, parse_http_date_safe

from articles.stored.rows import Page

_GZIP = re.compile(r"(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?(?=,|$)", re.IGNORECASE)
_BROTLI = re.compile(r"(?:^|,)\s*br\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?(?=,|$)", re.IGNORECASE)
_TAG = re.compile(r'(?:W/)?"([0-9a-f]{32})(?:-gz|-br)?"')
_ENDING = {"gzip": "-gz", "br": "-br"}
_ALSO_UNCHANGED = frozenset(("Cache-Control", "Content-Security-Policy"))
OK, NOT_MODIFIED = 200, 304


class Asked(NamedTuple):
    """The headers of a request that decide about the answer."""

    method: str
    accepts: str = ""
    tags: str | None = None
    since: str = ""

    @classmethod
    def of(cls, environ: dict[str, str]) -> Asked:
        return cls(
            environ["REQUEST_METHOD"],
            environ.get("HTTP_ACCEPT_ENCODING", ""),
            environ.get("HTTP_IF_NONE_MATCH"),
            environ.get("HTTP_IF_MODIFIED_SINCE", ""),
        )

    @property
    def tag(self) -> str:
        """The first tag of ours that the client names."""
        found = _TAG.search(self.tags) if self.tags else None
        return found[1] if found else ""


def reply(asked: Asked, page: Page) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body."""
    packed = takes_brotli(asked.accepts) if page.coding == "br" else takes_gzip(asked.accepts)
    ending = _ENDING[page.coding] if packed else ""
    own = {"ETag": f'"{page.etag}{ending}"', "Vary": "Accept-Encoding"}
    modified = int(page.changed)
    if modified and modified < time.time():
        own["Last-Modified"] = _day(modified)
    unchanged = asked.tags == own["ETag"] or _has_it(asked, page, modified)  # mostly it is the very tag
    headers = {name: value for name, value in page.pairs if not unchanged or name in _ALSO_UNCHANGED}
    if settings.PURGE_URL and "no-cache" in headers.get("Cache-Control", ""):
        shared = f"s-maxage={settings.PAGE_CACHE_SECONDS}, stale-while-revalidate=60"
        headers["Cache-Control"] = f"public, max-age=0, {shared}"
    if unchanged:
        return NOT_MODIFIED, headers | own, b""
    body = page.body if packed else page.plain
    if packed:
        own["Content-Encoding"] = page.coding
    own["Content-Length"] = str(len(body))
    return OK, {**headers, **own}, b"" if asked.method == "HEAD" else body


def _has_it(asked: Asked, page: Page, modified: int) -> bool:
    """Tags decide where there are any; the same page in another coding is the same page."""
    if asked.tags is not None:
        return asked.tags.strip() == "*" or page.etag in _TAG.findall(asked.tags)
    since = parse_http_date_safe(asked.since) if asked.since else None
    return bool(since and modified and modified <= since)


@lru_cache(maxsize=1024)
def _day(moment: int) -> str:
    """A moment in seconds since 1970 as HTTP writes it: the same for each reader of a page."""
    return http_date(moment)


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    found = _GZIP.search(accepted)
    return found is not None and float(found[1] or 1) > 0


@lru_cache(maxsize=256)
def takes_brotli(accepted: str) -> bool:
    """Whether Brotli is named: unlike gzip, not by "*" alone."""
    found = _BROTLI.search(accepted)
    return found is not None and float(found[1] or 1) > 0


class _OverHttps(HttpRequest):
    def _get_scheme(self) -> str:
        return "https"


def headers_of_safety() -> dict[str, str]:
    """Those that every answer of the site bears: as SecurityMiddleware gives them over HTTPS, and no frames."""
    bare = HttpResponse()
    response = SecurityMiddleware(lambda _: bare).process_response(_OverHttps(), bare)
    del response["Content-Type"]
    return {**dict(response.items()), "X-Frame-Options": settings.X_FRAME_OPTIONS}
