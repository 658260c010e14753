"""Pages of accounts that allauth does not have."""

from __future__ import annotations

from allauth.account import views
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render


def log_in(request: HttpRequest) -> HttpResponseBase:
    """allauth's log-in, and words for who is logged in without a part in the newsroom: it would lead in circles."""
    if request.user.is_authenticated and not request.user.is_staff:
        return render(request, "accounts/no_part.html", status=403)
    return views.login(request)  # type: ignore[no-any-return]


def signed_in(request: HttpRequest) -> HttpResponse:
    """Where the log-in leads that was opened beside a kept form."""
    if not request.user.is_authenticated:
        raise Http404
    return render(request, "accounts/signed_in.html")


def closed(request: HttpRequest) -> HttpResponse:
    """allauth wants an address for signing up; accounts are made by administrators."""
    raise Http404
