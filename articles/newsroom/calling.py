"""Whom "@" in a note can call: the people of the newsroom, for the list that opens beside the note."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, JsonResponse
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from unfold.widgets import UnfoldAdminTextareaWidget

from articles.services import conversation
from articles.services.conversation.people import name_of

MOST = 200
"""People told of at once; more are called by their whole name [house]."""
SIGNED_OUT = "You are signed out, or may not see who works here. Whoever you call by name is asked all the same."


class NoteInput(UnfoldAdminTextareaWidget):  # type: ignore[misc]
    """A note in which "@" opens the list of people."""

    def __init__(self, rows: int) -> None:
        super().__init__({"rows": rows, "data-calls": reverse_lazy("newsroom:people")})


@never_cache
@require_GET
def people(request: HttpRequest) -> JsonResponse:
    """Names and log-in names of those who can be asked, for whoever reads articles and their conversations."""
    allowed = request.user.has_perms(["articles.view_article", "articles.view_thread"])
    if not admin.site.has_permission(request) or not allowed:
        return JsonResponse({"error": SIGNED_OUT}, status=403)
    rows = conversation.people_to_ask().exclude(pk=request.user.pk or 0)[:MOST]
    return JsonResponse(
        {"people": [{"name": row.username, "words": f"{name_of(row)} (@{row.username})"} for row in rows]}
    )
