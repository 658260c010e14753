"""Where imported articles came from: the same post is known when it comes again, and when each was first out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User

from articles.models import Article, ArticleOrigin
from articles.services import old_addresses
from articles.services.recognising import Recognised


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record(
    *, article: Article, found: Recognised, text: str, filename: str, addresses: Sequence[str], by: User
) -> ArticleOrigin:
    """Keeps where a draft came from, and has its old addresses lead to it. Whoever calls has checked the permission."""
    known = [*addresses, *found.addresses]
    origin = ArticleOrigin.objects.create(
        article=article,
        file=filename[-300:],
        sha256=sha256(text),
        address=next(filter(None, map(old_addresses.normal, known)), ""),
        published=found.published,
        updated=found.updated,
    )
    if known:
        old_addresses.keep(article=article, addresses=known, by=by)
    return origin


def here_already(*, text: str, addresses: Sequence[str] = ()) -> tuple[Article | None, bool]:
    """The article that the same post became before, and whether it has the very words; None where there is none.

    Without the same words one is known by its old address.
    """
    same = ArticleOrigin.objects.select_related("article").filter(sha256=sha256(text)).order_by("pk").first()
    if same is not None:
        return same.article, True
    return here_before(addresses=addresses), False


def here_before(*, addresses: Sequence[str]) -> Article | None:
    """The article that a post from one of these addresses became before."""
    paths = [path for path in map(old_addresses.normal, addresses) if path]
    found = ArticleOrigin.objects.select_related("article").filter(address__in=paths).exclude(address="")
    origin = found.order_by("pk").first() if paths else None
    return origin.article if origin else None


def first_published(article: Article) -> datetime | None:
    """When the article was first published elsewhere, as the post itself said."""
    return ArticleOrigin.objects.filter(article=article).values_list("published", flat=True).first()
