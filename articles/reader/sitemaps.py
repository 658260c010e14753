"""The sitemap: an index, and parts of at most 10,000 addresses with the day of their last published change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, sitemap, x_robots_tag
from django.db.models import F, Max
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.models import Article, Listed
from articles.models.policy import PolicyPage
from articles.rendering.addresses import absolute

PART = 10_000
"""Addresses in one part: the protocol allows 50,000 and 50 MB. Parts go by the number of the article, so that an
article stays in its part, and no part is counted off from the beginning."""
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
"""
OF_US = ("articles:how", "articles:figures", "articles:corrections", *PolicyPage.values)
"""Pages about the publication: names of addresses, and of policies."""


class _OwnAddress(Sitemap):  # type: ignore[type-arg]
    """Addresses as SITE_URL gives them, whatever host the request came to."""

    limit = 2 * PART

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme or "https"

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class ListSitemap(_OwnAddress):
    """Topics and people, with the day of the newest article of each."""

    ADDRESSES = {Listed.Kind.TOPIC: "articles:topic", Listed.Kind.PERSON: "articles:contributor"}

    def items(self) -> Sequence[tuple[str, str, datetime]]:
        rows = Listed.objects.order_by("kind", "key").filter(kind__in=list(self.ADDRESSES))
        return list(rows.values_list("kind", "key").annotate(at=Max("published_at"))[: 2 * PART])

    def location(self, item: tuple[str, str, datetime]) -> str:
        return reverse(self.ADDRESSES[Listed.Kind(item[0])], args=[item[1]])

    def lastmod(self, item: tuple[str, str, datetime]) -> datetime:
        return item[2]


class PageSitemap(_OwnAddress):
    def items(self) -> list[str]:
        lists = ("list", "topics", "people", "archive", "search", "claims", "grading")
        return [*(f"articles:{name}" for name in lists), *OF_US]

    def location(self, item: str) -> str:
        return reverse(item) if ":" in item else reverse("articles:policy", args=[item])


@cache_control(public=True, no_cache=True)
@require_safe
@x_robots_tag
def index(request: HttpRequest) -> HttpResponse:
    """The parts that hold something, each with the day of its last change, in one question."""
    parts = (
        Article.objects.published()
        .order_by()
        .annotate(part=F("pk") / PART)
        .values_list("part")
        .annotate(at=Max(Coalesce("updated_at", "published_at")))
        .order_by("part")
    )
    items = [SitemapIndexItem(absolute(reverse("articles:sitemap_pages")))]
    items += [SitemapIndexItem(absolute(reverse("articles:sitemap_articles", args=[part])), at) for part, at in parts]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


@cache_control(public=True, no_cache=True)
@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    response: HttpResponse = sitemap(request, {"pages": PageSitemap(), "lists": ListSitemap()})
    return response


@cache_control(public=True, no_cache=True)
@require_safe
@x_robots_tag
def articles(request: HttpRequest, part: int) -> HttpResponse:
    """The articles whose numbers are in one part, the first being 0. Written without a template, which takes a second
    for ten thousand."""
    if part > 2**40:
        raise Http404
    numbers = Article.objects.published().filter(pk__gte=part * PART, pk__lt=(part + 1) * PART).order_by("pk")
    rows = list(numbers.values_list("slug", Coalesce("updated_at", "published_at")))
    if not rows:
        raise Http404
    before, after = map(escape, absolute(reverse("articles:article", args=["-slug-"])).split("-slug-"))
    lines = [
        f"<url><loc>{before}{slug}{after}</loc>{f'<lastmod>{at:%Y-%m-%d}</lastmod>' if at else ''}</url>\n"
        for slug, at in rows
    ]
    response = HttpResponse(f"{HEAD}{''.join(lines)}</urlset>\n", content_type="application/xml")
    if changed := max((at for _, at in rows if at), default=None):
        response["Last-Modified"] = http_date(changed.timestamp())
    return response
