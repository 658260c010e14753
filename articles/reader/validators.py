"""Answers to "has it changed since?": tags of what was sent, and 304 with the headers that RFC 9110 (15.4.5) asks."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

DESIGN = (
    "templates/*.html",
    "templates/articles/*.html",
    "static/*/*",
    "articles/reader/*.py",
    "articles/rendering/*.py",
)


def etag(*facts: object) -> str:
    """Changes with these facts, with the design of the site and with what it says of itself."""
    site = (settings.SITE_NAME, settings.SITE_TAGLINE, settings.SITE_URL, settings.PUBLISHER_NAME)
    words = "|".join(str(fact) for fact in (*facts, *site, design()))
    return quote_etag(hashlib.sha256(words.encode()).hexdigest()[:32])


def unchanged(request: HttpRequest, *, tag: str, caching: str, modified: int | None = None) -> HttpResponseBase | None:
    """The 304 (or 412) to answer with, where the client has what `tag` names; `modified` in seconds since 1970."""
    bare = HttpResponse(headers={"ETag": tag, "Cache-Control": caching})
    answer = get_conditional_response(request, etag=tag, last_modified=modified, response=bare)
    return None if answer is bare else answer


@cache
def design() -> str:
    """Identifies the templates and styles of this process, so that a new design reaches readers at once."""
    digest = hashlib.sha256()
    base = Path(settings.BASE_DIR)
    for path in sorted(path for pattern in DESIGN for path in base.glob(pattern)):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
