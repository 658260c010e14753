"""The sitemap: every public page, with the day of its last published change."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from articles.models import Article
from articles.models.policy import PolicyPage

OF_US = ("articles:how", "articles:figures", "articles:corrections", *PolicyPage.values)
"""Pages about the publication: names of addresses, and of policies."""


class _OwnAddress(Sitemap):  # type: ignore[type-arg]
    """Addresses as SITE_URL gives them, whatever host the request came to."""

    limit = 10_000

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme or "https"

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class ArticleSitemap(_OwnAddress):
    def items(self) -> Any:
        return Article.objects.published().newest_first().only("slug", "published_at", "updated_at")

    def lastmod(self, item: Article) -> datetime | None:
        return item.updated_at or item.published_at


class PageSitemap(_OwnAddress):
    def items(self) -> list[str]:
        return ["articles:list", "articles:topics", "articles:people", "articles:archive", "articles:grading", *OF_US]

    def location(self, item: str) -> str:
        return reverse(item) if ":" in item else reverse("articles:policy", args=[item])


SITEMAPS = {"articles": ArticleSitemap, "pages": PageSitemap}
