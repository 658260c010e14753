"""The public pages. Readers get live revisions and nothing of the working draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import unquote, urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.finding import changes, lists
from articles.finding.places import NoPlace, Part
from articles.models import Amendment, Article
from articles.reader import apart, page_citation, public_record, sharing, structured_data
from articles.reader.amendments import Entry, entries_of
from articles.reader.pages import Snapshot, live, page_of
from articles.reader.related import related_of, related_rows
from articles.reader.responses import ASK_AGAIN, public
from articles.reader.teasers import teasers
from articles.reader.validators import etag, unchanged
from articles.reader.work_status import WorkStatus, current_status
from articles.rendering.addresses import absolute
from citations.services import exporting

_WORD = re.compile(r"[^\W_]+")


# --- One article -------------------------------------------------------------------------------------------


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The article with its live revision and its public record in one query, how its works stand now in one or two."""
    rows = Article.objects.filter(slug=slug)
    rows = rows.annotate(related=related_rows(), record=Amendment.objects.beside_articles())
    found = rows.select_related("live_revision").defer("body").first()
    if found is None or not found.is_public:
        if found and found.status == Article.Status.WITHDRAWN and found.published_at:
            return public_record.gone(request, found)
        raise Http404
    revision = live(found)
    record = entries_of(getattr(found, "record", ()))
    said = record[0].at if record else None
    changed = max(filter(None, (revision.published_at, found.updated_at, found.published_at, said)), default=None)
    overdue = bool(revision.dates.get("next_review") and revision.dates["next_review"] < f"{_today()}")
    statuses = current_status(Snapshot(revision).rows("citations"))
    beside = (sorted(statuses.items()), getattr(found, "related", ()))
    tag = etag(revision.pk, revision.content_hash, found.status, changed, overdue, *beside)
    # What was said of the page since it was published has no day of its own: only the tag tells of it.
    settled = not overdue and not statuses and found.status != Article.Status.NEEDS_UPDATE
    modified = int(changed.timestamp()) if changed and settled else None
    if same := unchanged(request, tag=tag, caching=ASK_AGAIN, modified=modified):
        return same
    context = article_context(revision, article=found, statuses=statuses, record=record)
    context["page"] = apart.lightened(context["page"])
    response = render(request, "articles/article.html", context)
    response["ETag"] = tag
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    return public(response, ASK_AGAIN)


def article_context(
    revision: Any,
    *,
    article: Article | None = None,
    today: date | None = None,
    statuses: Mapping[int, WorkStatus] | None = None,
    record: Sequence[Entry] = (),
) -> dict[str, Any]:
    """What `articles/article.html` needs, from a revision or a mapping with its names (an unsaved snapshot).

    Without `article` the page is a preview: no address, no dates of publication, nothing for search engines. `record`
    are the entries of its public record, newest first.
    """
    page = page_of(revision, today or _today(), statuses)
    context: dict[str, Any] = {"page": page, "preview": article is None, "article": article}
    if article is not None:
        url = absolute(article.get_absolute_url())
        published, updated = article.published_at, article.updated_at
        context |= {
            "canonical": url,
            "revision_number": getattr(revision, "number", ""),
            "card": sharing.address_of_card(article.slug, revision.number),
            "embedding": sharing.address_of_embedding(url),
            "related": related_of(getattr(article, "related", ())),
            "cited_as": page_citation.styled(page_citation.of(revision, article)),
            "cite_files": exporting.NAMES.items(),
            "published": published,
            "updated": updated if updated and published and updated > published else None,
            "record": record,
            "needs_update": article.status == Article.Status.NEEDS_UPDATE,
            "structured_data": structured_data.as_script(
                structured_data.medical_web_page(
                    page,
                    url,
                    published.isoformat() if published else "",
                    updated.isoformat() if updated else "",
                    record=record,
                    version=revision.number,
                    image=sharing.address_of_card(article.slug, revision.number),
                )
            ),
        }
    return context


# --- Lists -------------------------------------------------------------------------------------------------


TOPICS_IN_FRONT, CHANGES_IN_FRONT = 40, 6


@require_safe
def article_list(request: HttpRequest) -> HttpResponseBase:
    """All articles, newest first; in front of them what changed, and what there is to read about."""
    if "page" in request.GET:
        return redirect(request.path, permanent=True)  # pages were numbered once
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    try:
        part = lists.newest(length=settings.ARTICLES_PER_PAGE, after=after, before=before)
    except NoPlace as error:
        raise Http404 from error
    if (after or before) and not part.rows:
        raise Http404
    first = not after and not before
    context: dict[str, Any] = {"first": first}
    if first:
        context |= {
            "changes": changes.newest(CHANGES_IN_FRONT),
            "topics": lists.names("topic", 1_000)[:TOPICS_IN_FRONT],
            "structured_data": structured_data.as_script(structured_data.front()),
        }
    return list_page(request, part, "articles/list.html", context)


def list_page(request: HttpRequest, part: Part[Article], template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A part of a list; its own address is the one that leads to it."""
    place = {name: request.GET[name] for name in ("after", "before") if request.GET.get(name)}
    canonical = absolute(request.path) + (f"?{urlencode(place)}" if place else "")
    shown = {**context, "part": part, "articles": teasers(part.rows), "canonical": canonical}
    return public(render(request, template, shown), ASK_AGAIN)


# --- Pages about us ----------------------------------------------------------------------------------------


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {absolute(reverse('articles:sitemap'))}",
    ]
    return _plain(lines)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole in the site (RFC 9116). Good for 360 days: it names a day within a year."""
    if not settings.CONTACT_EMAIL:
        raise Http404
    lines = [
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {_today() + timedelta(days=360)}T23:59:59Z",
        "Preferred-Languages: en",
        f"Canonical: {absolute(request.path)}",
    ]
    return _plain(lines)


def _plain(lines: Sequence[str]) -> HttpResponse:
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = ASK_AGAIN
    return response


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """With the words of the address ready to be searched for."""
    words = " ".join(_WORD.findall(unquote(request.path.rstrip("/").rsplit("/", 1)[-1])))[:80]
    return public(render(request, "404.html", {"words": words}, status=404), "no-store")


# --- Caching -----------------------------------------------------------------------------------------------


def _today() -> date:
    return timezone.now().date()


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers and feed readers ask for this address whatever the page says."""
    response = HttpResponseRedirect(static("img/favicon.ico"))
    response["Cache-Control"] = "public, max-age=86400"
    return response
