"""Gives readers what is kept, and keeps what they ask for."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from articles.stored.addresses import address_of
from articles.stored.keeping import keep
from articles.stored.rows import Page, read
from articles.stored.sending import Asked, reply, takes_brotli

logger = logging.getLogger(__name__)


class StoredPages:
    """Answers GET and HEAD of addresses that are kept; everything else goes on. Stands behind SecurityMiddleware.

    Readers' pages never look at sessions, so whoever asks gets the same bytes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.STORED_PAGES or request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        address = address_of(request.path_info, request.META.get("QUERY_STRING", ""))
        page = self._page(request, address) if address else None
        if page is None:
            return self.get_response(request)
        status, headers, body = reply(Asked.of(request.META), page)
        response = HttpResponse(body, status=status, headers={"Content-Type": "", **headers})
        response["X-Frame-Options"] = settings.X_FRAME_OPTIONS
        if not response["Content-Type"]:
            del response["Content-Type"]
        return response

    def _page(self, request: HttpRequest, address: str) -> Page | None:
        """None leaves the request to the view, which tells of what went wrong."""
        try:
            request.get_host()
            denser = takes_brotli(request.META.get("HTTP_ACCEPT_ENCODING", ""))
            return read(address, denser=denser) or keep(address)
        except DisallowedHost:
            return None
        except DatabaseError:
            logger.exception("The page of %s could not be read or kept.", address)
            return None
