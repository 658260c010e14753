"""What the article's page tells its script and its reader about words that are not saved, and who else is here."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from articles.models import Article
from articles.newsroom.restoring import standing_copies
from articles.services import draft_states, working_copies
from articles.services.ended_reviews import what_would_end


def page_context(request: HttpRequest, article: Article | None) -> dict[str, Any]:
    """For newsroom/kept.html, with the state that the form began with; a form that was sent says so itself."""
    stored = article
    if article is not None and request.method == "POST":  # the form has put its words into it
        stored = Article.objects.get(pk=article.pk)
    restored = getattr(request, "restored", None)
    began = getattr(request, "began_with", "")
    if request.method == "POST":  # a form shown again: what came in meanwhile is in it by now
        standing = draft_states.remember(stored) if stored else ""
        began = request.POST.get("began_with") or began or standing
    copies = standing_copies(request, stored) if stored else None
    pages = copies.pages if copies else working_copies.pages(None, request.user)  # type: ignore[arg-type]
    shown = restored.pk if restored else None
    address = reverse("newsroom:keep", args=[stored.pk]) if stored else reverse("newsroom:keep-new")
    return {
        "article": stored,
        "person": request.user.pk,
        "name": request.user.get_username(),
        "address": address,
        "session": reverse("newsroom:session"),
        "began_with": began,
        "rows_began_with": request.POST.get("rows_began_with", "") if request.method == "POST" else "",
        "restored": restored,
        "others": [copy for copy in pages if copy.kept_at and copy.pk != shown],
        "known": [[copy.tab, copy.serial] for copy in pages],
        "present": copies.present if copies else [],
        "ending": what_would_end(stored) if stored else None,
    }
