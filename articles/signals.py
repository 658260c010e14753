"""When something an article stands on is changed in its own place, the article is read again.

Works, products and people are shared: an editor who records a work's design or a notice of retraction mends or breaks
every article that cites it.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone

from articles import tasks
from articles.models import Article
from citations.services import retraction_watch


def connect() -> None:
    """Listens to the records that articles share."""
    for sender, path in (
        ("citations.Citation", "article_citations__citation"),
        ("products.Product", "disclosures__product"),
        ("articles.Contributor", "credits__contributor"),
    ):
        post_save.connect(_Reread(path), sender=sender, weak=False, dispatch_uid=f"articles.reread.{sender}")


class _Reread:
    def __init__(self, path: str) -> None:
        self.path = path

    def __call__(self, instance: Any, created: bool, raw: bool = False, **_: Any) -> None:
        if created or raw:
            return  # nothing stands on it yet
        ids = list(Article.objects.filter(**{self.path: instance}).distinct().values_list("pk", flat=True))
        if ids:
            Article.objects.filter(pk__in=ids).update(assessed_version=None)
            transaction.on_commit(lambda: tasks.read_again(ids), robust=True)


def sweep_for(citation_ids: list[int], **_: Any) -> None:
    """A service told of notices about these works: they are swept at once, and what follows is left to the worker.

    Without a broker the next sweep by the clock does what follows.
    """
    if retraction_watch.sweep(today=timezone.localdate(), only=citation_ids):
        transaction.on_commit(lambda: tasks.watch_retractions.delay(), robust=True)
