"""Leads readers from addresses that changed to where things stand now: once, for good (301), or says "gone" (410)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render

from articles.reader import views
from articles.reader.responses import policy
from articles.services import old_addresses

KEPT = "public, max-age=3600"
"""How long caches and browsers keep the way: an editor may change it."""


class OldAddresses:
    """Asks about an address only where nothing of ours stands there: pages that are found cost nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        # WordPress's short addresses are those of our front page, with a number.
        if request.path == "/" and any(name in request.GET for name in old_addresses.NUMBERS):
            return _answer(request) or self.get_response(request)
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        return _answer(request) or response


def _answer(request: HttpRequest) -> HttpResponseBase | None:
    way = old_addresses.follow(request.get_full_path())
    if way is None:
        return None
    if way.withdrawn:
        return views.article(request, way.withdrawn)
    if not way.target:
        response: HttpResponseBase = render(request, "articles/gone.html", status=410)
        response["Cache-Control"] = KEPT
        response["Content-Security-Policy"] = policy()
        return response
    response = HttpResponsePermanentRedirect(way.target)
    response["Cache-Control"] = KEPT
    return response
