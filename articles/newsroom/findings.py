"""What the engine found in a draft, as the desk shows it beside the text, and as that page asks for it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles.models import Article, Flag
from articles.newsroom.cards import title_of
from articles.newsroom.drawer_lines import lines_of_rows
from articles.newsroom.drawn_cards import all_drawn
from articles.services.own_drafts import seen_by

__all__ = ["assessment_status", "panel", "sentence_of", "state_of", "title_of"]


def sentence_of(flag: Flag) -> str:
    """What the flag is about: a sentence, a work on the list, or the whole page."""
    if flag.claim is not None:
        return flag.claim.text
    if flag.article_citation is not None:
        return f"Reference {flag.article_citation.order}: {flag.article_citation.citation}"
    return "The page as a whole"


def panel(article: Article, user: Any) -> dict[str, Any]:
    """The context of `newsroom/findings.html`."""
    may_decide, may_write = (user.has_perm(f"articles.{name}") for name in ("decide_flag", "change_article"))
    cards = all_drawn(article, may_decide=may_decide, may_write=may_write)
    return {
        "article": article,
        "cards": cards,
        "counts": [(Flag.Severity(name), cards.still_open.get(name, 0)) for name in Flag.Severity.values],
        "open_count": sum(cards.still_open.values()),
        "state": state_of(article),
        "status_url": reverse("newsroom:assessment-status", args=[article.pk]),
    }


def state_of(article: Article) -> str:
    """ "read", "failed" or "reading"."""
    if article.is_assessed:
        return "read"
    return "failed" if article.assessment_error else "reading"


@require_GET
@never_cache
def assessment_status(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether the engine has read the saved words, and once it has the panel and the lines of the drawers."""
    if not admin.site.has_permission(request) or not request.user.has_perm("articles.view_article"):
        return JsonResponse({"error": "You are signed out, or may not see articles."}, status=403)
    article = get_object_or_404(seen_by(request.user), pk=pk)
    state = state_of(article)
    answer: dict[str, Any] = {"state": state, "version": article.version}
    if state != "reading":
        answer["html"] = render_to_string("newsroom/findings.html", panel(article, request.user), request)
        answer["lines"] = lines_of_rows(article)
    return JsonResponse(answer)
