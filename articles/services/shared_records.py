"""Puts changes of shared records on the log, once for each article that stands on them, so that its history tells it
and whoever made the change has a share in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model, Q

from articles.models import Article, Contributor, Topic
from articles.models.naming import named_in
from articles.services import log
from citations.models import Citation
from products.models import Product


def record_change(*, action: str, by: User | None, record: Model, data: Mapping[str, Any]) -> None:
    """One entry for each article that stands on the record, or one without an article where none does."""
    articles = list(articles_on(record).only("pk"))
    for article in articles or [None]:
        log.record(action=action, by=by, article=article, data=data)


def work_changed(citation: Citation, by: User, changes: Mapping[str, Any], reason: str, **_: Any) -> None:
    """Somebody corrected a work by hand."""
    data = {"work": citation.pk, "title": citation.title[:300], "changes": dict(changes), "reason": reason}
    record_change(action="work-changed", by=by, record=citation, data=data)


def product_changed(product: Product, by: User, changes: Mapping[str, Any], **_: Any) -> None:
    """Somebody recorded a product, or changed one."""
    data = {"product": product.pk, "name": product.name, "changes": dict(changes)}
    record_change(action="product-changed", by=by, record=product, data=data)


def articles_on(record: Model) -> Any:
    """The articles whose draft or live page names the record."""
    if isinstance(record, Citation):
        which = Q(citations=record) | Q(live_revision__citations__contains=[{"work": record.pk}])
    elif isinstance(record, Topic):
        which = Q(topics=record) | Q(live_revision__topics__contains=[{"slug": record.slug}])
    elif isinstance(record, Contributor):
        which = Q(contributors=record) | Q(live_revision__contributors__contains=[{"slug": record.slug}])
    elif isinstance(record, Product):
        return _on_product(record)
    else:
        which = Q(pk__in=[])
    return Article.objects.filter(pk__in=Article.objects.filter(which).order_by().values("pk")).order_by("pk")


def _on_product(product: Product) -> Any:
    """Each way of finding them through an index of its own: one condition for all would look at every draft."""
    names = named_in([product.name, *product.names, *(product.classes if product.sold_by_publisher else ())])
    found = Article.objects.filter(disclosures__product=product).order_by().values("pk")
    if names:
        found = found.union(*(Article.objects.naming(name).order_by().values("pk") for name in names))
    return Article.objects.filter(pk__in=found).order_by("pk")
