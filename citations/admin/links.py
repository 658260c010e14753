"""The panel of a work's address: whether it answers, where it leads, since when it fails, and what to do about it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from citations.models import Citation, LinkCheck
from citations.services import corrections, link_checks, link_corrections
from citations.services.editor_facts import Refusal

ARCHIVE = "https://web.archive.org/web/*/"
"""Lists the copies that the Internet Archive has of an address. It is a link for people; nothing here asks it."""


class LinksAdmin:
    """Adds the panel and the addresses behind it to the admin of works."""

    def get_urls(self) -> list[URLPattern]:
        staff = admin.site.admin_view
        own = [
            path("<int:pk>/address/", staff(address_view), name="citations_citation_address"),
            path("<int:pk>/address/progress/", staff(progress_view), name="citations_citation_address_progress"),
        ]
        rest: list[URLPattern] = super().get_urls()  # type: ignore[misc]
        return own + rest

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        citation = kwargs.get("obj")
        if citation is not None and citation.pk and citation.url:
            context["address"] = panel(request, citation)
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]


def panel(request: HttpRequest, citation: Citation) -> dict[str, Any]:
    """What the panel's template shows; two queries."""
    check = LinkCheck.objects.filter(citation=citation, url=citation.url).first()
    word = link_checks.word_of(citation)
    return {
        "work": citation,
        "word": word,
        "came_dead": word is None and link_checks.came_dead(citation, check),
        "archive_url": ARCHIVE + quote(citation.url, safe="/:?&=%#~+,;@!$'()*"),
        "may_set": corrections.may_correct(request.user),
        "may_check": request.user.has_perm("citations.change_citation"),
        "on": settings.LINK_CHECKS,
        "progress_url": reverse("admin:citations_citation_address_progress", args=[citation.pk]),
        **link_checks.progress(check),
    }


def address_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Has the address looked at, takes a new one over, or records or takes back what an editor says of it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not request.user.has_perm("citations.change_citation"):
        raise PermissionDenied
    citation = get_object_or_404(Citation, pk=pk)
    try:
        _act(request, citation, request.POST.get("act", ""))
    except Refusal as refusal:
        messages.error(request, f"Nothing was changed. {refusal}")
    return redirect(f"{reverse('admin:citations_citation_change', args=[pk])}#address")


def _act(request: HttpRequest, citation: Citation, act: str) -> None:
    by: Any = request.user
    if act == "check":
        if link_checks.ask_now(citation=citation, by=by):
            messages.success(request, "The address is being looked at. This takes up to a minute.")
        else:
            messages.warning(request, "Looks at addresses are turned off on this site (LINK_CHECKS).")
    elif act == "take-over":
        link_corrections.take_over(citation=citation, by=by)
        messages.success(request, "The work has its new address. Articles that use it are read again.")
    elif act == "unsay":
        link_corrections.unsay(citation=citation, by=by)
        messages.success(request, "What the looks at the address find counts again.")
    elif act in ("dead", "not-dead"):
        link_corrections.say(citation=citation, dead=act == "dead", reason=request.POST.get("reason", ""), by=by)
        messages.success(request, "Recorded. It counts until it is taken back or the address is changed.")
    else:
        raise Refusal("Choose what is to be done.")


@never_cache
@require_GET
def progress_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether a task is at the address, and what is known of it, as a fragment for scripts."""
    if not request.user.has_perm("citations.view_citation"):
        return JsonResponse({"error": "You may not see works."}, status=403)
    shown = panel(request, get_object_or_404(Citation, pk=pk))
    html = render_to_string("newsroom/work_address_facts.html", {"address": shown}, request=request)
    return JsonResponse({"busy": shown["busy"], "html": html})
