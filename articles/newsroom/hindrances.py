"""What stands between an article and its readers, in short, for whoever publishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles import services
from articles.models import Article
from articles.models.article import Status
from articles.newsroom.cards import title_of
from articles.services.own_drafts import seen_by
from evidence.flags.catalogue import FLAGS


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One kind of reason why the article cannot be published now, and how often it is met."""

    code: str
    text: str
    number: int


def address_of(article: Article, user: Any) -> str:
    """Where this is asked, as the article's page does when its button is pressed; "" where nothing waits."""
    waits = article.status != Status.PUBLISHED or article.is_changed_since
    may = waits and user.has_perm("articles.publish_article")
    return reverse("newsroom:hindrances", args=[article.pk]) if may else ""


@require_GET
@never_cache
def in_the_way(request: HttpRequest, pk: int) -> HttpResponse:
    """The list for the article's page, or a page of its own for whoever has no script."""
    if not request.user.has_perms(["articles.view_article", "articles.publish_article"]):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user).select_related("live_revision", "review_revision"), pk=pk)
    context = {"article": article, "hindrances": hindrances(article, request.user)}
    if "X-Requested-With" in request.headers:
        return render(request, "newsroom/hindrances.html", context)
    page = {**admin.site.each_context(request), "title": f"Before publication: {article.title}", **context}
    return render(request, "newsroom/hindrances_page.html", page)


def hindrances(article: Article, user: Any) -> list[Hindrance]:
    """Flags of a kind are one line. Nothing where it can be published, and where nothing new waits to be."""
    if not address_of(article, user):
        return []
    found: dict[str, Hindrance] = {}
    for one in services.obstacles(article):
        text = title_of(one.code) if one.code in FLAGS else one.text
        found[one.code] = Hindrance(one.code, text, found[one.code].number + 1 if one.code in found else 1)
    return list(found.values())
