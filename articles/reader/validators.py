"""Answers to "has it changed since?": tags of what was sent, and 304 with the headers that RFC 9110 (15.4.5) asks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import SimpleTemplateResponse
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


def tagged(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view with a tag of what it sends where it gives none itself, and 304 for who has that already."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if not isinstance(response, HttpResponse) or response.status_code != 200 or response.has_header("ETag"):
            return response
        if "no-store" in response.get("Cache-Control", ""):
            return response
        if isinstance(response, SimpleTemplateResponse):
            response.render()
        response["ETag"] = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
        return get_conditional_response(request, etag=response["ETag"], response=response) or response

    return answered


@cache
def design() -> str:
    """Identifies the templates and styles of this process, so that a new design reaches readers at once."""
    digest = hashlib.sha256()
    base = Path(settings.BASE_DIR)
    for path in sorted(path for pattern in DESIGN for path in base.glob(pattern)):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
