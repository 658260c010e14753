"""The panel of a work's verdict: what services say of the reference as written, and what to take over by a click."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from citations.models import Citation, Verification
from citations.services import corrections, foreseen_verdicts, verifying
from citations.services.editor_facts import Refusal
from citations.verification.asking import in_words


class VerificationAdmin:
    """Adds the panel and the addresses behind it to the admin of works."""

    def get_urls(self) -> list[URLPattern]:
        staff = admin.site.admin_view
        own = [
            path("verdicts/", staff(verdicts_view), name="citations_citation_verdicts"),
            path("<int:pk>/verdict/", staff(verdict_view), name="citations_citation_verdict"),
            path("<int:pk>/verdict/progress/", staff(progress_view), name="citations_citation_verdict_progress"),
        ]
        rest: list[URLPattern] = super().get_urls()  # type: ignore[misc]
        return own + rest

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        citation = kwargs.get("obj")
        if citation is not None and citation.pk:
            context["verdict"] = panel(request, citation)
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]


def panel(request: HttpRequest, citation: Citation) -> dict[str, Any]:
    """What the panel's template shows; one query."""
    row = Verification.objects.filter(citation=citation).first()
    kind, _, value = row.proposal.partition(":") if row else ("", "", "")
    return {
        "work": citation,
        "row": row,
        "busy": bool(row and row.state == Verification.State.WAITING),
        "asked": in_words(row.services) if row else "",
        "silent": in_words(row.silent) if row else "",
        "proposal": {"kind": kind.upper(), "value": value},
        "proposal_url": _address(kind, value),
        "about_url": _address(*row.identifier.split(":", 1)) if row and ":" in row.identifier else "",
        "may_set": request.user.has_perm("citations.change_citation"),
        "may_change": corrections.may_change(citation, request.user),
        "may_correct": corrections.may_correct(request.user),
        "progress_url": reverse("admin:citations_citation_verdict_progress", args=[citation.pk]),
    }


def _address(kind: str, value: str) -> str:
    """Where an identifier leads, for people."""
    places = {
        "doi": "https://doi.org/",
        "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
        "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
        "nct": "https://clinicaltrials.gov/study/",
        "arxiv": "https://arxiv.org/abs/",
        "isbn": "https://openlibrary.org/isbn/",
    }
    return f"{places[kind]}{value}" if kind in places else ""


def verdict_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks anew, or takes over what the verdict proposes."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not request.user.has_perm("citations.change_citation"):
        raise PermissionDenied
    citation = get_object_or_404(Citation, pk=pk)
    try:
        _act(request, citation, request.POST.get("act", ""))
    except Refusal as refusal:
        messages.error(request, f"Nothing was changed. {refusal}")
    return redirect(f"{reverse('admin:citations_citation_change', args=[pk])}#verdict")


def _act(request: HttpRequest, citation: Citation, act: str) -> None:
    by: Any = request.user
    if act == "ask":
        if verifying.ask_again(citation=citation, by=by):
            messages.success(request, "The services are being asked about the work.")
        else:
            messages.warning(request, "Look-ups are turned off on this site (LOOKUPS).")
    elif act == "take-over":
        taken = verifying.take_over(citation=citation, by=by)
        messages.success(request, f"Taken over from the record: {', '.join(taken) or 'the identifier'}.")
    elif act == "identifier":
        used = verifying.use_identifier(citation=citation, by=by)
        messages.success(request, f"The work has the identifier {used} now. The services are being asked again.")
    else:
        raise Refusal("This cannot be done here.")


@never_cache
@require_GET
def progress_view(request: HttpRequest, pk: int) -> JsonResponse:
    """Whether services are being asked, and what they said, as a fragment for scripts."""
    if not request.user.has_perm("citations.view_citation"):
        return JsonResponse({"error": "You may not see works."}, status=403)
    citation = get_object_or_404(Citation, pk=pk)
    told = panel(request, citation)
    html = render_to_string("newsroom/work_verdict_facts.html", {"verdict": told}, request)
    return JsonResponse({"html": html, "busy": told["busy"]})


@never_cache
@require_GET
def verdicts_view(request: HttpRequest) -> JsonResponse:
    """The verdicts on works of a screen that nobody has saved yet, by key, as far as services have answered."""
    if not request.user.has_perm("citations.view_citation"):
        return JsonResponse({"error": "You may not see works."}, status=403)
    return JsonResponse({"verdicts": foreseen_verdicts.told_of(request.GET.getlist("key"))})
