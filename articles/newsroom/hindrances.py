"""What stands between an article and its readers, in short, for whoever publishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from articles import services
from articles.models import Article
from articles.models.article import Status
from articles.newsroom.cards import title_of
from evidence.flags.catalogue import FLAGS


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One kind of reason why the article cannot be published now, and how often it is met."""

    code: str
    text: str
    number: int


def hindrances(article: Article, user: Any) -> list[Hindrance]:
    """Flags of a kind are one line. Nothing where it can be published, and where nothing new waits to be."""
    waits = article.status != Status.PUBLISHED or article.is_changed_since
    if not waits or not user.has_perm("articles.publish_article"):
        return []
    found: dict[str, Hindrance] = {}
    for one in services.obstacles(article):
        text = title_of(one.code) if one.code in FLAGS else one.text
        found[one.code] = Hindrance(one.code, text, found[one.code].number + 1 if one.code in found else 1)
    return list(found.values())
