"""Content-Security-Policy of the newsroom."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

BASE = (
    "default-src 'none'; connect-src 'self'; font-src 'self'; style-src 'self' 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; object-src 'none'; manifest-src 'self'; "
)
PICTURES = "img-src 'self' data: blob:; "
ACCOUNTS = BASE + PICTURES + "script-src 'self'"
NEWSROOM = BASE + PICTURES + "script-src 'self' 'unsafe-eval'"
"""No inline script runs anywhere, so there is none that a nonce would have to name. Unfold's menus are written in
Alpine, which makes functions out of attributes: that needs 'unsafe-eval', and styles in attributes 'unsafe-inline'."""


class NewsroomPolicy:
    """Sets the policy on every answer under /admin/ that has none of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            accounts = request.path.startswith(("/admin/account/", "/admin/login/", "/admin/logout/"))
            hosts = "".join(f" https://{host}" for host in settings.IMAGE_HOSTS)  # the preview shows what pages show
            policy = ACCOUNTS if accounts else NEWSROOM.replace("img-src 'self'", f"img-src 'self'{hosts}")
            response.setdefault("Content-Security-Policy", policy)
            response.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        return response
