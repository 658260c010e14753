"""Any two states of an article side by side, and what a revision holds put back into the draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from articles import services
from articles.comparison import Snapshot, compare
from articles.models import Article, Revision
from articles.newsroom.comparison_rows import in_short, shown_decisions, shown_words, stretches
from articles.newsroom.review_desk import assess_after_commit
from articles.services.comparing import draft_snapshot
from articles.services.own_drafts import seen_by
from articles.services.restoring import Part, PutBack, restore

DRAFT = "draft"
LISTED = 200
"""Revisions offered to choose from, the newest."""


@dataclass(frozen=True, slots=True)
class State:
    """A state to choose: its name in the address, and for people."""

    value: str
    label: str


@require_GET
def comparing(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what differs between two revisions, or a revision and the draft."""
    if not request.user.has_perms(["articles.view_article", "articles.view_revision"]):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user).select_related("live_revision"), pk=pk)
    rows = list(
        article.revisions.only("number", "created_at", "published_at", "article_id").order_by("-number")[:LISTED]
    )
    states = [State(DRAFT, f"The draft, version {article.version}"), *(_state(row, article) for row in rows)]
    names = {state.value for state in states}
    after = request.GET.get("after", DRAFT)
    before = request.GET.get("before", "") or _before(rows, article)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": f"Compare: {article.title}",
        "article": article,
        "states": states,
        "before": before,
        "after": after,
        "may_restore": request.user.has_perm("articles.change_article"),
        "parts": Part.choices,
    }
    if not {before, after} <= names:
        context["problem"] = "Choose two states from the lists." if rows else ""
        return render(request, "newsroom/compare.html", context, status=404 if rows else 200)
    found = compare(_snapshot(article, before), _snapshot(article, after))
    context |= {"found": found, "stretches": stretches(found.prose), "in_short": in_short(found)}
    context["words"] = shown_words(found)
    context["decisions"] = shown_decisions(found)
    return render(request, "newsroom/compare.html", context)


def _state(row: Revision, article: Article) -> State:
    live = ", readers see it" if article.live_revision_id == row.pk else ""
    return State(str(row.number), f"Revision {row.number}{live}")


def _before(rows: list[Revision], article: Article) -> str:
    live = next((row for row in rows if row.pk == article.live_revision_id), None)
    first = live or (rows[0] if rows else None)
    return str(first.number) if first else ""


def _snapshot(article: Article, state: str) -> Snapshot:
    if state == DRAFT:
        return draft_snapshot(article)
    return Snapshot.of(get_object_or_404(Revision, article=article, number=int(state)))


@require_POST
def restoring(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts the parts of a revision that were chosen back into the draft."""
    if not request.user.has_perms(["articles.view_article", "articles.view_revision"]):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user), pk=pk)
    number, version = request.POST.get("number", ""), request.POST.get("version", "")
    if not (number.isdecimal() and version.isdecimal() and len(number + version) < 18):
        return _told(request, article, "Choose the revision that is to come back.", 400)
    revision = get_object_or_404(Revision, article=article, number=int(number))
    parts = [part for part in Part.values if part in request.POST.getlist("part")]
    try:
        back = restore(article=article, revision=revision, by=request.user, version=int(version), parts=parts)  # type: ignore[arg-type]
    except services.EditConflict:
        return _told(request, article, "Somebody saved the draft meanwhile. Look at it again, then restore.", 409)
    except services.NotAllowed as refusal:
        return _told(request, article, str(refusal), 403)
    except services.ServiceError as refusal:
        return _told(request, article, str(refusal), 409)
    except ValidationError as refusal:
        return _told(request, article, " ".join(refusal.messages), 409)
    assess_after_commit(article.pk)
    messages.success(request, _said(revision, parts, back))
    return redirect("admin:articles_article_change", article.pk)


def _said(revision: Revision, parts: Sequence[str], back: PutBack) -> str:
    names = ", ".join(str(Part(part).label).lower() for part in parts)
    works = f" Back on the list of works: {', '.join(back.keys)}." if back.keys else ""
    gone = f" No longer on record, so not brought back: {', '.join(back.missing)}." if back.missing else ""
    return f"In the draft again as in revision {revision.number}: {names}.{works}{gone}"


def _told(request: HttpRequest, article: Article, problem: str, status: int) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": f"Compare: {article.title}",
        "article": article,
        "problem": problem,
        "states": [],
    }
    return render(request, "newsroom/compare.html", context, status=status)
