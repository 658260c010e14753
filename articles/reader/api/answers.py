"""How the API answers: JSON with a tag, for every origin, and not more often than agreed."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import urlencode

from django.core.cache import caches
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from ninja.throttling import AnonRateThrottle

from articles.rendering.addresses import absolute

CACHING = "public, max-age=60"
MOST = 100
"""Rows on one page."""


class Rate(AnonRateThrottle):
    """By address, counted in the memory of each web process: an answer takes no query for it, and nothing is kept."""

    scope = "api"
    cache = caches["api"]


RATE = Rate("240/m")


def answer(request: HttpRequest, data: Any, *, status: int = 200, media_type: str = "application/json") -> HttpResponse:
    """The data as JSON; 304 where the client has it."""
    body = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":")).encode()
    response = HttpResponse(body, status=status, content_type=media_type)
    if status == 200:
        response["ETag"] = quote_etag(hashlib.sha256(body).hexdigest()[:32])
        response["Cache-Control"] = CACHING
        response = get_conditional_response(request, etag=response["ETag"], response=response) or response
    # CORS for reading (Fetch standard): nothing here depends on who asks, so any page may ask.
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    return response


def next_page(request: HttpRequest, cursor: str | None) -> str | None:
    """The address of the page that begins after `cursor`, with everything else that was asked."""
    if cursor is None:
        return None
    asked = {name: value for name, value in request.GET.items() if name != "cursor"}
    return absolute(f"{request.path}?{urlencode({**asked, 'cursor': cursor})}")
