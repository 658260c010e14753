"""The panel of facts on a work's page: who says what, since when, where they differ; and an editor's own answer."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from citations.admin import adding
from citations.models import Citation, kind_choices
from citations.services import corrections, editor_facts, facts, metadata_completion, questionable_journals
from citations.services.fact_comparison import Line, compare, disagreements

LONG = frozenset({"title", "families", "conflicts", "funding", "publication_types", "mesh", "abstract", "population"})
YES_NO = (("True", "Yes"), ("False", "No"))


class FactsAdmin:
    """Adds the panel, the addresses behind it and "Add works" to the admin of works."""

    change_form_template = "admin/citations/citation/change_form.html"
    change_list_template = "admin/citations/citation/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        staff = admin.site.admin_view
        own = [
            path("add-works/", staff(adding.add_works_view), name="citations_citation_add_works"),
            path("progress/", staff(adding.progress_view), name="citations_citation_progress"),
            path("<int:pk>/fact/", staff(set_fact_view), name="citations_citation_fact"),
            path("<int:pk>/ask/", staff(ask_view), name="citations_citation_ask"),
        ]
        rest: list[URLPattern] = super().get_urls()  # type: ignore[misc]
        return own + rest

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        citation = kwargs.get("obj")
        if citation is not None and citation.pk:
            context |= panel(request, citation)
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]


def panel(request: HttpRequest, citation: Citation) -> dict[str, Any]:
    """What the panel's template shows."""
    lines = compare(citation)
    return {
        "work": citation,
        "lines": [{"line": line, "input": _input(line)} for line in lines],
        "disagreements": disagreements(lines),
        "listed": questionable_journals.listed(citations=[citation], to=request.user),
        "may_set": corrections.may_correct(request.user),
        "may_ask": request.user.has_perm("citations.change_citation"),
        "lookups": metadata_completion.progress(citation),
        "progress_url": f"{reverse('admin:citations_citation_progress')}?id={citation.pk}",
    }


def _input(line: Line) -> dict[str, Any]:
    """How a fact is asked for."""
    if not line.settable:
        return {}
    if line.name == "published_as":
        return {"kind": "text", "value": "", "help": "DOI or PMID of the journal version, which is in the library."}
    field = Citation._meta.get_field(line.name)
    choices = list(getattr(field, "choices", None) or ())
    if line.name == "kind":
        choices = kind_choices(str(line.value or ""))
    elif line.name in ("peer_reviewed", "preprint", "seller_funded"):
        choices = [("", "Not recorded"), *YES_NO] if line.name == "peer_reviewed" else list(YES_NO)
    elif choices:
        choices = [("", "Not recorded"), *choices]
    if choices:
        return {"kind": "select", "value": "" if line.value is None else str(line.value), "choices": choices}
    value = "\n".join(map(str, line.value)) if isinstance(line.value, list) else line.value
    kind = "area" if line.name in LONG else "number" if isinstance(line.value, int) or _is_number(line.name) else "text"
    lists = "One on each line." if line.name in facts.LISTS else ""
    return {"kind": kind, "value": "" if value is None else value, "help": lists}


def _is_number(name: str) -> bool:
    return name in ("year", "sample_size", "risk_of_bias")


def set_fact_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Sets one fact with a reason, or takes an editor's answer back."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not corrections.may_correct(request.user):
        raise PermissionDenied
    citation = get_object_or_404(Citation, pk=pk)
    name = request.POST.get("name", "")
    try:
        if "drop" in request.POST:
            editor_facts.drop_fact(citation=citation, name=name, by=request.user)  # type: ignore[arg-type]
            messages.success(request, "The answer given by hand is taken back; what the services say counts again.")
        else:
            value, reason = request.POST.get("value", ""), request.POST.get("reason", "")
            editor_facts.set_fact(citation=citation, name=name, value=value, reason=reason, by=request.user)  # type: ignore[arg-type]
            messages.success(request, "The fact is set. Articles that use the work are read again.")
    except editor_facts.Refusal as refusal:
        messages.error(request, f"Nothing was changed. {refusal}")
    return redirect(f"{reverse('admin:citations_citation_change', args=[pk])}#facts")


def ask_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks the services anew."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not request.user.has_perm("citations.change_citation"):
        raise PermissionDenied
    adding.again(request, get_object_or_404(Citation, pk=pk))
    return redirect(f"{reverse('admin:citations_citation_change', args=[pk])}#facts")
