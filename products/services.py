"""Puts the products that an article names on record, each once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from products.models import Product


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
    trials: Sequence[str] = (),
    url: str = "",
) -> tuple[Product, bool]:
    """Finds the product by any of its names or makes it; says whether it is new.

    A product that is there gains what it lacked. Whether we sell it is answered once and not changed from here.
    """
    for product in Product.objects.filter(name__iexact=name) | Product.objects.filter(names__contains=[name]):
        _fill(
            product,
            {"maker": maker, "seller": seller, "url": url, "sold_by_publisher": sold_by_publisher},
        )
        return product, False
    product = Product(
        name=name,
        names=list(names),
        classes=list(classes),
        maker=maker,
        seller=seller,
        sold_by_publisher=sold_by_publisher,
        supplement=supplement,
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
