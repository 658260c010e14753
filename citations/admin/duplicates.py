"""Records that may be one work, on the list and on a work's page: both lead to the two beside each other."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from citations.models import Citation, DuplicatePair
from citations.services.duplicates import may_merge
from citations.services.merging import held_as

SHOWN = 5


def compare_two(modeladmin: Any, request: HttpRequest, queryset: QuerySet[Citation]) -> HttpResponse | None:
    """Leads to the page that compares the two works chosen."""
    chosen = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
    if len(chosen) != 2:
        messages.error(request, "Choose two works to compare them, no more and no fewer.")
        return None
    # The page is the newsroom's, beside this list.
    return HttpResponseRedirect(f"../duplicates/compare/?one={chosen[0]}&other={chosen[1]}")


class DuplicatesAdmin:
    """Offers to compare two works, and shows on a work's page which records look like it."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)  # type: ignore[misc]
        if may_merge(request.user):  # type: ignore[arg-type]
            actions["compare_two"] = (compare_two, "compare_two", "Compare two works, to make them one")
        return actions

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        """The address of a record that was merged leads to the work that was kept."""
        gone = int(object_id) if object_id.isascii() and object_id.isdigit() and len(object_id) < 19 else 0
        if kept := held_as([gone]).get(gone):
            messages.info(request, f"Number {gone} was merged into this work.")
            return redirect("admin:citations_citation_change", kept)
        answer: HttpResponse = super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[misc]
        return answer

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        citation = kwargs.get("obj")
        if citation is not None and citation.pk:
            context["alike"] = likely_duplicates(citation)
            context["may_merge"] = may_merge(request.user)  # type: ignore[arg-type]
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]


def likely_duplicates(citation: Citation) -> list[Citation]:
    """Records of pairs with this one that nobody has decided, the likest first; one query."""
    pairs = DuplicatePair.objects.filter(Q(first=citation) | Q(second=citation), state=DuplicatePair.State.OPEN)
    rows = pairs.select_related("first", "second").order_by("-similarity", "pk")[:SHOWN]
    return [row.second if row.first_id == citation.pk else row.first for row in rows]
