"""All that readers have seen of an article: the list of its versions, and each of them at an address that stays."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Amendment, Article, Revision
from articles.models.amendment import SHOWN
from articles.reader.amendments import entries_of
from articles.reader.pages import Snapshot
from articles.reader.public_record import Gone, gone, public_article, public_revisions
from articles.reader.responses import ASK_AGAIN, public
from articles.reader.views import article_context
from articles.reader.work_status import current_status
from articles.rendering.addresses import absolute


@require_safe
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """All that readers have seen of an article, and what was said of each change."""
    try:
        article = public_article(slug)
    except Gone as answer:
        return gone(request, answer.article)
    rows = list(public_revisions(article).only("number", "title", "published_at"))
    entries = entries_of(Amendment.objects.filter(article=article).newest_first().values(*SHOWN))
    told = {entry.after: entry for entry in entries if entry.compared}
    context = {
        "article": article,
        "title": article.live_revision.title if article.live_revision else "",
        "rows": [(row, told.get(row.number), older) for row, older in zip(rows, [*rows[1:], None], strict=True)],
        "live": article.live_revision_id,
        "canonical": absolute(request.path),
    }
    response = public(render(request, "articles/versions.html", context), ASK_AGAIN)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The article as readers saw it at one time, so that whoever cites it can be followed."""
    try:
        article = public_article(slug)
    except Gone as answer:
        return gone(request, answer.article)
    revision = get_object_or_404(public_revisions(article), number=number)
    statuses = current_status(Snapshot(revision).rows("citations"))
    context = article_context(revision, article=article, statuses=statuses) | {
        "version": revision,
        "until": _until(article, revision),
        "published": revision.published_at,
        "updated": None,
        "structured_data": "",
    }
    response = public(render(request, "articles/article.html", context), ASK_AGAIN)
    response["X-Robots-Tag"] = "noindex"
    return response


def _until(article: Article, revision: Revision) -> Any:
    """When something else took its place; None where readers see it now."""
    if revision.pk == article.live_revision_id:
        return None
    ended = Amendment.objects.filter(article=article, before=revision).exclude(after=revision).order_by("entry").first()
    return ended.at if ended else None
