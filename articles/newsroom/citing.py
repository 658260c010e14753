"""What the editor asks for when somebody cites: works as words are typed, and a work put on the article's list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

import apart
from articles import services
from articles.models import Article, ArticleCitation
from articles.newsroom.pasted_references import references_in
from articles.newsroom.post_files import tidy
from articles.newsroom.review_desk import assess_after_commit
from articles.services.citing import key_for, look_for_notices
from articles.services.own_drafts import seen_by
from citations.models import Citation, Status
from citations.services import Work, searching
from citations.services.adding import Fault
from citations.services.retraction_watch import status_of, watched_on
from evidence.deadline import TooIntricateError

SIGNED_OUT = "You are signed out, or may not see works. Sign in again in another tab; nothing you wrote is lost."
MAY_NOT = "You are signed out, or may not change articles. Sign in again in another tab; nothing you wrote is lost."
NOTHING = "Say which work: choose one of the library, or paste its DOI, PMID, address or whole reference."
NO_WORK = "Search for the work again: what was chosen is not one of the library."
SHOWN_AUTHORS = 3


@never_cache
@require_GET
def search_works(request: HttpRequest) -> JsonResponse:
    """At most ten works for the words typed so far, with the key that each has, or would get, in the article.

    Before anything is typed these are the works on the article's list, in its order.
    """
    if not admin.site.has_permission(request) or not request.user.has_perm("citations.view_citation"):
        return JsonResponse({"error": SIGNED_OUT}, status=403)
    number = request.GET.get("article", "")
    article = None
    if number:
        found = seen_by(request.user) if request.user.has_perm("articles.view_article") else Article.objects.none()
        article = get_object_or_404(found, pk=int(number) if number.isdecimal() and len(number) < 18 else 0)
    words = request.GET.get("q", "")
    rows = {row.citation_id: row for row in _listed(article, whole=not words.strip())} if article else {}
    works = searching.search(words=words) if words.strip() else [row.citation for row in rows.values()]
    return JsonResponse({"works": _told(works, rows)})


def _listed(article: Article, *, whole: bool) -> QuerySet[ArticleCitation]:
    """The rows of the article's list, with their works where those are told."""
    rows = article.article_citations.order_by("order", "pk")
    heavy = ("csl", "raw", "abstract", "conflicts", "facts_from")
    return rows.select_related("citation").defer(*(f"citation__{name}" for name in heavy)) if whole else rows


def _told(works: Sequence[Citation], rows: dict[int, ArticleCitation]) -> list[dict[str, Any]]:
    watched = watched_on()
    taken = [row.key for row in rows.values()]
    return [
        {
            "id": work.pk,
            "key": rows[work.pk].key if work.pk in rows else key_for(work, taken=taken),
            "cited": work.pk in rows,
            **_described(work, status_of(work, watched)[0]),
        }
        for work in works
    ]


def _described(work: Citation, status: str) -> dict[str, Any]:
    others = len(work.families) - SHOWN_AUTHORS
    authors = ", ".join(work.families[:SHOWN_AUTHORS]) + (f" and {others} others" if others > 1 else "")
    return {
        "label": str(work),
        "title": work.title,
        "year": work.year,
        "authors": ", ".join(work.families) if others == 1 else authors,
        "status": status,
        "status_label": Status(status).label,
    }


@never_cache
@require_POST
def cite_work(request: HttpRequest, pk: int) -> JsonResponse:
    """Puts works on the article's list and answers with their keys.

    `work` is the id of one of the library; `text` is read by the recogniser of the library. The first of `works` stands
    in the answer itself too. 409 says what adding it would end; sent again with `end=1` it is added all the same.
    """
    user: Any = request.user
    if not admin.site.has_permission(request) or not user.has_perm("articles.change_article"):
        return JsonResponse({"error": MAY_NOT}, status=403)
    article = get_object_or_404(seen_by(user), pk=pk)
    works, held, faults, problem = _asked_for(request)
    if problem:
        return JsonResponse({"error": problem}, status=422)
    may_end = request.POST.get("end") == "1"
    try:
        cited = services.cite(article=article, by=user, works=works, held=held, may_end_review=may_end)
    except services.EndsReview as refusal:
        return JsonResponse({"error": str(refusal), "ends": article.status}, status=409)
    except services.NotAllowed as refusal:
        return JsonResponse({"error": str(refusal)}, status=403)
    except services.ServiceError as refusal:
        return JsonResponse({"error": str(refusal)}, status=422)
    if any(one.added for one in cited):
        assess_after_commit(article.pk)
    told = _cited(article, cited)
    lines = [{"line": fault.line, "text": fault.text, "error": fault.reason} for fault in faults]
    return JsonResponse({**told[0], "works": told, "faults": lines})


def _asked_for(request: HttpRequest) -> tuple[list[Work], list[int], Sequence[Fault], str]:
    """The works, those held, what was not understood, and why nothing can be added, or ""."""
    number, text = request.POST.get("work", ""), tidy(request.POST.get("text", ""))
    if number:
        return ([], [int(number)], [], "") if number.isdecimal() and len(number) < 18 else ([], [], [], NO_WORK)
    if not text.strip():
        return [], [], [], NOTHING
    if len(text.encode()) > settings.IMPORT_MAX_KB * 1024:
        return [], [], [], f"This is larger than {settings.IMPORT_MAX_KB} KB. Paste it in parts."
    try:
        pasted, faults = references_in(text)
    except (TooIntricateError, apart.Busy) as error:
        return [], [], [], str(error)
    works = [Work(item.csl, item.source, "the pasted reference") for item in pasted]
    return works, [], faults, "" if works else faults[0].reason if faults else NOTHING


def _cited(article: Article, cited: Sequence[services.Cited]) -> list[dict[str, Any]]:
    """Each as the search tells it; a work that was retracted meanwhile says so at once."""
    look_for_notices(article.pk)
    works = Citation.objects.in_bulk([one.row.citation_id for one in cited])
    watched = watched_on()
    return [
        {
            "key": one.row.key,
            "work": one.row.citation_id,
            "added": one.added,
            **_described(works[one.row.citation_id], status_of(works[one.row.citation_id], watched)[0]),
        }
        for one in cited
    ]
