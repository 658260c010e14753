"""The feeds: what was published last, from live revisions alone."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape
from django.utils.http import http_date

from articles.models import Article
from articles.reader.pages import live
from articles.reader.validators import etag, unchanged
from articles.rendering.addresses import absolute

LENGTH = 30
CACHING = "public, max-age=300"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Rss(Rss201rev2Feed):
    """RSS, whose readers take a description for HTML: what is text is escaped as such first."""

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, {**item, "description": escape(item["description"] or "")})


class Atom(Atom1Feed):
    """Atom, in which a summary says that it is text."""

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, {**item, "description": None})
        if item["description"]:
            handler.addQuickElement("summary", item["description"], {"type": "text"})


def rss(request: HttpRequest) -> HttpResponseBase:
    return _respond(request, Rss, reverse("articles:feed"))


def atom(request: HttpRequest) -> HttpResponseBase:
    return _respond(request, Atom, reverse("articles:feed_atom"))


def _clean(text: str) -> str:
    """Characters that XML 1.0 forbids would make the whole feed unreadable."""
    return _NOT_XML.sub("", text)


def _respond(request: HttpRequest, kind: type[Rss201rev2Feed | Atom1Feed], path: str) -> HttpResponseBase:
    articles = list(Article.objects.published().newest_first().select_related("live_revision").only(*_FIELDS)[:LENGTH])
    days = [day for article in articles if (day := article.updated_at or article.published_at)]
    tag = etag(kind.__name__, *((row.pk, row.live_revision_id, row.slug, row.updated_at) for row in articles))
    if same := unchanged(request, tag=tag, caching=CACHING):
        return same
    feed = kind(
        title=_clean(settings.SITE_NAME),
        link=absolute(reverse("articles:list")),
        description=_clean(settings.SITE_TAGLINE),
        language="en",
        feed_url=absolute(path),
        subtitle=_clean(settings.SITE_TAGLINE),
    )
    for article in articles:
        feed.add_item(**_item(article))
    response = HttpResponse(content_type=kind.content_type)
    feed.write(response, "utf-8")
    response["ETag"] = tag
    if days:
        response["Last-Modified"] = http_date(max(days).timestamp())
    response["Cache-Control"] = CACHING
    return response


_FIELDS = (
    *("slug", "published_at", "updated_at", "status", "live_revision__title", "live_revision__standfirst"),
    *("live_revision__contributors", "live_revision__topics"),
)


def _item(article: Article) -> dict[str, Any]:
    revision = live(article)
    url = absolute(article.get_absolute_url())
    authors = [row["name"] for row in revision.contributors if row.get("role") == "author" and row.get("name")]
    return {
        "title": _clean(revision.title),
        "link": url,
        "unique_id": url,
        "description": _clean(revision.standfirst),
        "author_name": _clean(", ".join(authors)) or None,
        "pubdate": article.published_at,
        "updateddate": article.updated_at or article.published_at,
        "categories": tuple(_clean(row["name"]) for row in revision.topics if row.get("name")),
    }
