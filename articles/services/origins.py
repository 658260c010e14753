"""Where imported articles came from: the same post is known when it comes again, and when each was first out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.contrib.auth.models import User

from articles.models import Article, ArticleOrigin
from articles.services import old_addresses
from articles.services.import_choices import Finished, sha256


def record(made: Sequence[tuple[Article, Finished]], *, by: User) -> None:
    """Keeps where drafts came from, and has old addresses lead to them. Whoever calls has checked the permission."""
    ArticleOrigin.objects.bulk_create(
        ArticleOrigin(
            article=article,
            file=post.filename[-300:],
            sha256=sha256(post.text),
            address=next(iter(paths(post.all_addresses)), ""),
            published=post.found.published,
            updated=post.found.updated,
        )
        for article, post in made
    )
    old_addresses.keep_all([(article, post.all_addresses) for article, post in made], by=by)


def paths(addresses: Iterable[str]) -> list[str]:
    """Old addresses as they are compared; those that are none left out."""
    return [path for path in map(old_addresses.normal, addresses) if path]


def here_already(*, text: str, addresses: Sequence[str] = ()) -> tuple[Article | None, bool]:
    """The article that the same post became before, and whether it has the very words; None where there is none.

    Without the same words one is known by its old address.
    """
    name, known = sha256(text), paths(addresses)
    if same := by_words([name]).get(name):
        return same, True
    there = by_address(known)
    return next((there[path] for path in known if path in there), None), False


def by_words(names: Collection[str]) -> dict[str, Article]:
    """The articles that posts of these words (`sha256`) became, the first of each."""
    rows = ArticleOrigin.objects.select_related("article").filter(sha256__in=names).order_by("-pk")
    return {row.sha256: row.article for row in rows} if names else {}


def by_address(known: Collection[str]) -> dict[str, Article]:
    """The articles that posts from these addresses (`paths`) became, the first of each."""
    rows = ArticleOrigin.objects.select_related("article").filter(address__in=known).exclude(address="").order_by("-pk")
    return {row.address: row.article for row in rows} if known else {}


def first_published(article: Article) -> datetime | None:
    """When the article was first published elsewhere, as the post itself said."""
    return ArticleOrigin.objects.filter(article=article).values_list("published", flat=True).first()
