"""What somebody typed is not lost when their session has ended or the form's token is no longer valid."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

SECRETS = ("password", "code", "csrfmiddlewaretoken", "credential")
"""Parts of the names of fields that are not shown again."""
SCRIPTS = tuple(
    f"newsroom:{name}" for name in ("preview", "upload", "cite-work", "as-typed", "rich-text", "keep", "keep-new")
)
"""Addresses that answer scripts, which have words of their own for it."""


class KeptForms:
    """Answers a form sent without a session with a page that holds all of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        match = request.resolver_match
        if request.method != "POST" or request.user.is_authenticated or match is None:
            return None
        if not {"admin", "newsroom"} & set(match.namespaces) or match.view_name in (*SCRIPTS, "admin:login"):
            return None
        return _page(request, signed_out=True)


def token_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """In the place of Django's bare page, where the token of a form is missing or old."""
    return _page(request, signed_out=not request.user.is_authenticated)


def _page(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if not any(secret in name.lower() for secret in SECRETS)
        for value in values
    ]
    context = {
        "signed_out": signed_out,
        "fields": fields,
        "shown": [(name, value) for name, value in fields if len(value) > LONG or "\n" in value],
        "files": [str(file) for file in request.FILES.values()],
        # Only a page of ours may be sent again with one press: another site could have sent it in somebody's name.
        "ours": is_ours(request),
        "login": f"{reverse('account_login')}?next={reverse('signed_in')}",
        "site_name": settings.SITE_NAME,
    }
    response = render(request, "accounts/kept_form.html", context, status=403)
    response["Cache-Control"] = "no-store"
    return response


LONG = 60


def is_ours(request: HttpRequest) -> bool:
    """Whether the form came from a page of this site, as the browser says."""
    came_from = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(came_from).netloc == request.get_host()
