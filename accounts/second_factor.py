"""Whoever may publish, or give others rights, proves who they are by a second factor."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

WEIGHTY = ("articles.publish_article", "auth.change_user", "auth.change_group")
"""Rights that ask for a second factor."""
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
OPEN = ("account_", "mfa_", "usersessions_")
"""Names of the addresses at which somebody gets a second factor, changes the password or leaves."""
WORDS = (
    "Your account may publish or give rights, so it needs a second factor. Set up an authenticator app or a passkey "
    "here; then you go on."
)


class SecondFactor:
    """Leads those who need a second factor and have none to the page where they get it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponseBase | None:
        if not settings.SECOND_FACTOR_REQUIRED or not request.path.startswith("/admin/"):
            return None
        match = request.resolver_match
        if match and (match.view_name.startswith(OPEN) or match.view_name == "admin:jsi18n"):
            return None
        if not needs_one(request) or is_mfa_enabled(request.user, FACTORS):
            return None
        messages.warning(request, WORDS)
        return redirect("mfa_index")


def needs_one(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and user.is_active and any(user.has_perm(right) for right in WEIGHTY)
