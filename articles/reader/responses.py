"""How public pages are sent: what caches may do with them, and what may run in them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse

ASK_AGAIN = "public, no-cache"
"""Caches may keep a page, and ask each time whether it still holds."""


def policy() -> str:
    """Content-Security-Policy of the public pages: no script but our own file, even if the sanitiser failed, and no
    picture but our own and those of hosts that the settings allow."""
    pictures = " ".join(["'self'", *(f"https://{host}" for host in settings.IMAGE_HOSTS)])
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; "
        f"img-src {pictures}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def public(response: HttpResponse, caching: str) -> HttpResponse:
    response["Cache-Control"] = caching
    response["Content-Security-Policy"] = policy()
    return response
