"""Puts the products that an article names on record, each once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal

from products.models import Product

changed_by_hand = Signal()
"""Sent with `product`, `by` and `changes` (name: [before, after]) when a person records a product or changes one."""


@transaction.atomic
def save_product(*, product: Product, by: User, changed: Sequence[str]) -> None:
    """Saves a product, new or with the fields `changed`, and lets whoever keeps a log know. Raises PermissionDenied."""
    new = product.pk is None
    if not by.has_perm(f"products.{'add' if new else 'change'}_product"):
        raise PermissionDenied("You may not change products. Ask an editor.")
    stored = None if new else Product.objects.select_for_update().get(pk=product.pk)
    product.save()
    changes = {name: [_plain(getattr(stored, name, None)), _plain(getattr(product, name))] for name in changed}
    changed_by_hand.send(sender=Product, product=product, by=by, changes=changes)


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool) else str(value)[:500]


@transaction.atomic
def record_product(
    *,
    name: str,
    names: Sequence[str] = (),
    classes: Sequence[str] = (),
    maker: str = "",
    seller: str = "",
    sold_by_publisher: bool | None = None,
    supplement: bool = True,
    licensed: bool = False,
    trials: Sequence[str] = (),
    url: str = "",
    fill: bool = True,
) -> tuple[Product, bool]:
    """Finds the product by any of its names or makes it; says whether it is new.

    A product that is there gains what it lacked, unless `fill` says that whoever asks may not change products. Whether
    we sell it is answered once and not changed from here.
    """
    for product in Product.objects.filter(name__iexact=name) | Product.objects.filter(names__contains=[name]):
        if fill:
            _fill(product, {"maker": maker, "seller": seller, "url": url, "sold_by_publisher": sold_by_publisher})
        return product, False
    product = Product(
        name=name,
        names=list(names),
        classes=list(classes),
        maker=maker,
        seller=seller,
        sold_by_publisher=sold_by_publisher,
        supplement=supplement,
        licensed=licensed,
        trials=list(trials),
        url=url,
    )
    product.full_clean()
    product.save()
    return product, True


def _fill(product: Product, values: dict[str, Any]) -> None:
    gained = [
        name for name, value in values.items() if value not in ("", None) and getattr(product, name) in ("", None)
    ]
    for name in gained:
        setattr(product, name, values[name])
    if gained:
        product.full_clean()
        product.save(update_fields=gained)
