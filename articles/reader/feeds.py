"""The feeds: what was published last, in full, and what was changed, retracted or withdrawn since; from live revisions
and the public record alone."""

from __future__ import annotations

import json
import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.models import Amendment, Article
from articles.models.amendment import SHOWN, UPKEEP, AmendmentKind
from articles.reader.amendments import entry_of
from articles.reader.feed_texts import readable
from articles.reader.lead_picture import lead_of
from articles.reader.pages import live
from articles.reader.validators import etag, unchanged
from articles.rendering.addresses import absolute

LENGTH = 30
CACHING = "public, max-age=300"
NO_NEWS = (AmendmentKind.OUT_OF_DATE, *UPKEEP)
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


RSS_MODULES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


class Rss(Rss201rev2Feed):
    """RSS, whose readers take a description for HTML: what is text is escaped as such first."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if settings.WEBSUB_HUB:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": settings.WEBSUB_HUB})

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, {**item, "description": escape(item["description"] or "")})
        if item["content"]:
            handler.addQuickElement("content:encoded", item["content"])
        if item["image"]:
            handler.addQuickElement("media:content", None, {"url": item["image"], "medium": "image"})

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **RSS_MODULES}


class Atom(Atom1Feed):
    """Atom, in which a summary says that it is text."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if settings.WEBSUB_HUB:
            handler.addQuickElement("link", None, {"rel": "hub", "href": settings.WEBSUB_HUB})

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, {**item, "description": None})
        if item["description"]:
            handler.addQuickElement("summary", item["description"], {"type": "text"})
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})


def rss(request: HttpRequest) -> HttpResponseBase:
    return _respond(request, Rss, reverse("articles:feed"))


def atom(request: HttpRequest) -> HttpResponseBase:
    return _respond(request, Atom, reverse("articles:feed_atom"))


@require_safe
def json_feed(request: HttpRequest) -> HttpResponseBase:
    """The same as JSON Feed 1.1 (jsonfeed.org)."""
    items = _items()
    tag = etag("json", *((row["unique_id"], row["updateddate"], row["link"]) for row in items))
    if same := unchanged(request, tag=tag, caching=CACHING):
        return same
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.SITE_NAME,
        "description": settings.SITE_TAGLINE,
        "home_page_url": absolute(reverse("articles:list")),
        "feed_url": absolute(reverse("articles:feed_json")),
        "language": "en",
        "items": [_as_json(item) for item in items],
    }
    if settings.WEBSUB_HUB:
        feed["hubs"] = [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
    response = HttpResponse(json.dumps(feed, ensure_ascii=False), content_type="application/feed+json; charset=utf-8")
    return _sent(response, tag, reverse("articles:feed_json"))


def _sent(response: HttpResponse, tag: str, path: str) -> HttpResponse:
    """With its tag, and with its own address and that of its hub, as WebSub (section 4) finds them."""
    response["ETag"] = tag
    response["Cache-Control"] = CACHING
    if settings.WEBSUB_HUB:
        response["Link"] = f'<{settings.WEBSUB_HUB}>; rel="hub", <{absolute(path)}>; rel="self"'
    return response


def _as_json(item: dict[str, Any]) -> dict[str, Any]:
    told = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "summary": item["description"],
        "date_published": item["pubdate"].isoformat(),
        "date_modified": item["updateddate"].isoformat(),
        "tags": list(item["categories"]),
    }
    authors = {"authors": [{"name": item["author_name"]}]} if item["author_name"] else {}
    text = {"content_html": item["content"]} if item["content"] else {"content_text": item["description"]}
    picture = {"image": item["image"]} if item["image"] else {}
    return {**told, **authors, **text, **picture}


def _clean(text: str) -> str:
    """Characters that XML 1.0 forbids would make the whole feed unreadable."""
    return _NOT_XML.sub("", text)


def _respond(request: HttpRequest, kind: type[Rss201rev2Feed | Atom1Feed], path: str) -> HttpResponseBase:
    items = _items()
    tag = etag(kind.__name__, *((row["unique_id"], row["updateddate"], row["link"]) for row in items))
    if same := unchanged(request, tag=tag, caching=CACHING):
        return same
    feed = kind(
        title=_clean(settings.SITE_NAME),
        link=absolute(reverse("articles:list")),
        description=_clean(settings.SITE_TAGLINE),
        language="en",
        feed_url=absolute(path),
        author_name=_clean(
            settings.PUBLISHER_NAME
        ),  # entries without a person of their own have this one (RFC 4287, 4.1.1)
        subtitle=_clean(settings.SITE_TAGLINE),
    )
    for item in items:
        feed.add_item(**item)
    response = HttpResponse(content_type=kind.content_type)
    feed.write(response, "utf-8")
    if items:
        response["Last-Modified"] = http_date(max(item["updateddate"] for item in items).timestamp())
    return _sent(response, tag, path)


_FIELDS = (
    *("slug", "published_at", "updated_at", "status", "live_revision__title", "live_revision__standfirst"),
    *("live_revision__contributors", "live_revision__topics", "live_revision__html", "live_revision__number"),
)


def _items() -> list[dict[str, Any]]:
    """Articles and entries of the public record, newest first, in two queries whatever their number."""
    articles = Article.objects.published().newest_first().select_related("live_revision").only(*_FIELDS)[:LENGTH]
    titles = ("article__slug", "article__live_revision__title", "after__title", "before__title")
    entries = Amendment.objects.newest_first().exclude(kind__in=NO_NEWS).values(*SHOWN, *titles)
    items = [*map(_item, articles), *map(_change, entries[:LENGTH])]
    return sorted(items, key=lambda item: item["pubdate"], reverse=True)[:LENGTH]


def _change(row: dict[str, Any]) -> dict[str, Any]:
    """A correction, update, retraction or withdrawal as an item of its own, so that readers of feeds learn of it."""
    entry = entry_of(row)
    title = row["article__live_revision__title"] or row["after__title"] or row["before__title"]
    url = absolute(reverse("articles:article", args=[row["article__slug"]]))
    return {
        "title": _clean(f"{entry.label}: {title}"),
        "link": f"{url}#{entry.anchor}",
        "unique_id": f"{url}#{entry.anchor}",
        "description": _clean(entry.text),
        "content": "",
        "image": "",
        "author_name": None,
        "pubdate": entry.at,
        "updateddate": entry.at,
        "categories": (entry.label,),
    }


def _item(article: Article) -> dict[str, Any]:
    revision = live(article)
    url = absolute(article.get_absolute_url())
    authors = [row["name"] for row in revision.contributors if row.get("role") == "author" and row.get("name")]
    return {
        "title": _clean(revision.title),
        "link": url,
        "unique_id": url,
        "description": _clean(revision.standfirst),
        "content": _clean(readable(revision.html, url, settings.SITE_URL)),
        "image": lead.address if (lead := lead_of(revision.html)) else "",
        "author_name": _clean(", ".join(authors)) or None,
        "pubdate": article.published_at,
        "updateddate": article.updated_at or article.published_at,
        "categories": tuple(_clean(row["name"]) for row in revision.topics if row.get("name")),
    }
