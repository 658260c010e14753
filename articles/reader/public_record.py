"""The public record as pages: every correction of the publication, and what stands where an article was taken off."""

from __future__ import annotations

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Amendment, Article
from articles.models.amendment import SHOWN, TAKEN_OFF, UPKEEP, AmendmentKind
from articles.reader.amendments import entries_of, entry_of
from articles.reader.responses import ASK_AGAIN, public
from articles.rendering.addresses import absolute

PAGE = 20
"""Entries on one page of all corrections."""


# --- Everything that was corrected -------------------------------------------------------------------------


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Entries of the publication, newest first: of one kind where the address names it, else all but upkeep.

    Pages go by key: an address names the entry that the page before ended with.
    """
    kind, before = request.GET.get("kind", ""), request.GET.get("before", "")
    if (kind and kind not in AmendmentKind.values) or (before and not re.fullmatch(r"[1-9][0-9]{0,17}", before)):
        raise Http404
    rows = Amendment.objects.newest_first()
    rows = rows.filter(kind=kind) if kind else rows.exclude(kind__in=UPKEEP)
    rows = rows.filter(entry__lt=int(before)) if before else rows
    of_article = ("article__slug", "article__live_revision__title", "before__title", "after__title")
    found = list(rows.values(*SHOWN, *of_article)[: PAGE + 1])
    if before and not found:
        raise Http404
    more = found[PAGE - 1]["entry"] if len(found) > PAGE else None
    context = {
        "entries": [(entry_of(row), _title(row), _address(row)) for row in found[:PAGE]],
        "kinds": AmendmentKind.choices,
        "kind": kind,
        "kind_label": AmendmentKind(kind).label if kind else "",
        "more": _query(kind, more) if more else "",
        "later": bool(before),
        "canonical": absolute(request.path) + _query(kind, before),
    }
    return public(render(request, "articles/corrections.html", context), ASK_AGAIN)


def _query(kind: str, before: object) -> str:
    parts = [f"{name}={value}" for name, value in (("kind", kind), ("before", before)) if value]
    return f"?{'&'.join(parts)}" if parts else ""


def _title(row: dict[str, Any]) -> str:
    return str(row["article__live_revision__title"] or row["after__title"] or row["before__title"])


def _address(row: dict[str, Any]) -> str:
    """To the entry on the article's page; of an article that was taken off, to where it says so."""
    page = reverse("articles:article", args=[row["article__slug"]])
    return f"{page}#change-{row['entry']}" if row["article__live_revision__title"] else page


# --- An article that was taken off -------------------------------------------------------------------------


def gone(request: HttpRequest, article: Article) -> HttpResponse:
    """Why an article is no longer here, since when, and what to read instead: 410 (RFC 9110, 15.5.11)."""
    rows = Amendment.objects.filter(article=article).newest_first().select_related("before", "replacement")
    entry = rows.filter(kind__in=TAKEN_OFF).first()
    instead = next((row.replacement for row in rows if row.replacement and row.replacement.is_public), None)
    context = {
        "title": entry.before.title if entry and entry.before else "",
        "entry": entry,
        "since": article.published_at,
        "words": entry.before.title if entry and entry.before else "",
        "retracted": entry is not None and entry.kind == AmendmentKind.RETRACTION,
        "entries": entries_of(rows.values(*SHOWN)),
        "instead": instead and (instead.get_absolute_url(), instead.live_revision.title),  # type: ignore[union-attr]
    }
    return public(render(request, "articles/withdrawn.html", context, status=410), "no-store")


# --- What readers have seen --------------------------------------------------------------------------------


def public_article(slug: str) -> Article:
    """An article on the site. Raises Http404; `Gone` is for the caller to answer, who holds the request."""
    rows = Article.objects.select_related("live_revision").defer("body")
    article = get_object_or_404(rows, slug=slug)
    if not article.is_public:
        raise Gone(article) if article.status == Article.Status.WITHDRAWN and article.published_at else Http404
    return article


class Gone(Exception):
    """The article was taken off; its address and those of its versions say so."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.slug)
        self.article = article


def public_revisions(article: Article) -> Any:
    """What readers have seen of the article, newest first."""
    return article.revisions.filter(published_at__isnull=False).order_by("-published_at", "-pk")
