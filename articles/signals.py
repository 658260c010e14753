"""When something an article stands on is changed in its own place, the article is read again.

Works, products, people and topics are shared: an editor who records a work's design or a notice of retraction mends or
breaks every article that cites it.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from articles import tasks
from articles.models import Article
from articles.services.shared_records import articles_on
from articles.stored import keeping
from citations.services import retraction_watch
from products.models import Product


def connect() -> None:
    """Listens to the records that articles share. Adding a product matters too: articles may name it already."""
    for sender in ("citations.Citation", "products.Product", "articles.Contributor", "articles.Topic"):
        for signal in (post_save, post_delete):
            signal.connect(
                _read_again, sender=sender, weak=False, dispatch_uid=f"articles.reread.{sender}.{id(signal)}"
            )

    for sender in ("articles.Article", "articles.Topic", "articles.Contributor", "citations.Citation"):
        post_save.connect(_render_anew, sender=sender, weak=False, dispatch_uid=f"articles.pages.{sender}")


def _render_anew(instance: Any, update_fields: Any = None, **_: Any) -> None:
    """The database has marked the pages that changed; the worker writes them as soon as the change is there."""
    if not settings.STORED_PAGES:
        return
    published = isinstance(instance, Article) and "live_revision" in (update_fields or ()) and instance.is_public
    addresses = [instance.get_absolute_url()] if published else []

    def ask() -> None:
        if addresses or keeping.waits():
            tasks.refresh_pages.delay(addresses=addresses)

    transaction.on_commit(ask, robust=True)


def _read_again(instance: Any, created: bool = False, **_: Any) -> None:
    if created and not isinstance(instance, Product):
        return  # nothing stands on it yet
    ids = list(articles_on(instance).values_list("pk", flat=True))
    if ids:
        Article.objects.filter(pk__in=ids).update(assessed_version=None)
        transaction.on_commit(lambda: tasks.read_again(ids), robust=True)


def send_notices(people: list[int], **_: Any) -> None:
    """Somebody is to be told something: the worker sends it once it stands. Without a broker a sweep does.

    A little later, so that nine questions asked one after another go in one mail.
    """
    for person in people:
        transaction.on_commit(partial(_send_soon, person), robust=True)


def _send_soon(person: int) -> None:
    tasks.send_notices.apply_async(kwargs={"person_id": person}, countdown=settings.NOTICE_DELAY_SECONDS)


def sweep_for(citation_ids: list[int], **_: Any) -> None:
    """A service told of notices about these works: they are swept at once, and what follows is left to the worker.

    Without a broker the next sweep by the clock does what follows.
    """
    if retraction_watch.sweep(today=timezone.localdate(), only=citation_ids):
        transaction.on_commit(lambda: tasks.watch_retractions.delay(), robust=True)
