"""The page on which a second person approves: what changed, what is said, what stands in the way, the checklist."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from articles.models import Article, ThreadEntry
from articles.models.article import Status
from articles.models.thread import EntryKind
from articles.newsroom.approve_form import ApproveForm
from articles.newsroom.comparison_rows import in_short, shown_decisions, shown_words, stretches
from articles.newsroom.said_words import as_html
from articles.services.comparing import changes_to_approve
from articles.services.gate import draft_obstacles
from articles.services.interests import interest_in
from articles.services.own_drafts import seen_by
from articles.services.separation_of_duties import share_in

PATIENCE = (
    "The engine is still reading this version. The marks below are of the version before; look again in a moment."
)


@require_GET
def approving(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what an approval would approve, to whoever sees the article."""
    if not request.user.has_perms(["articles.view_article", "articles.approve_article"]):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user).select_related("review_revision", "live_revision"), pk=pk)
    return page(request, article, ApproveForm(initial={"version": article.version}))


def page(
    request: HttpRequest,
    article: Article,
    form: ApproveForm,
    *,
    problem: str = "",
    hindrances: Sequence[Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with what was answered where an approval was refused."""
    before, found = changes_to_approve(article)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": f"Approve: {article.title}",
        "article": article,
        "before": before,
        "found": found,
        "stretches": stretches(found.prose),
        "in_short": in_short(found),
        "words": shown_words(found),
        "decisions": shown_decisions(found),
        "form": form,
        "problem": problem,
        "hindrances": draft_obstacles(article) if hindrances is None else hindrances,
        "barred": barred(article, request.user),
        "is_in_review": article.status == Status.IN_REVIEW,
        "note": _note(article),
        "waits": "" if article.is_assessed else PATIENCE,
    }
    return render(request, "newsroom/approve.html", context, status=status)


def barred(article: Article, person: Any) -> str:
    """Why this person may not approve it, as the end of a sentence that begins with "because"."""
    return share_in(article, person) or interest_in(article, person)


def _note(article: Article) -> dict[str, Any] | None:
    """The note of the last submission, for whom it was written."""
    rows = ThreadEntry.objects.filter(thread__article=article, kind=EntryKind.SUBMISSION).order_by("-pk")
    entry = rows.first()
    return {"entry": entry, "html": as_html(entry.text)} if entry else None
