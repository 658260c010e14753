"""Whose drafts somebody sees: everybody's, or, for authors where the site says so, theirs and those that name them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from articles.models import Article
from articles.services.errors import NotAllowed


def sees_own_only(by: Any) -> bool:
    """Whether the person writes and does not review, on a site with AUTHORS_SEE_OWN_ONLY."""
    return bool(
        settings.AUTHORS_SEE_OWN_ONLY
        and by.has_perm("articles.change_article")
        and not by.has_perm("articles.review_article")
    )


def seen_by(by: Any) -> QuerySet[Article]:
    """The articles this person sees: begun by them, or naming them as author, reviewer or editor."""
    rows: QuerySet[Article] = Article.objects.all()
    if not sees_own_only(by):
        return rows
    own = Article.objects.filter(Q(created_by=by) | Q(credits__contributor__user=by))
    return rows.filter(pk__in=own.order_by().values("pk"))


def require_seen(article: Article, by: Any) -> None:
    """Raises NotAllowed for a draft of somebody else, where authors see their own alone."""
    if sees_own_only(by) and article.pk and not seen_by(by).filter(pk=article.pk).exists():
        raise NotAllowed("This is somebody else's draft. Ask an editor to name you on it.")
