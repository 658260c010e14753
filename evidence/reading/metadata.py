"""What an article file says about itself in its front matter: its products and the page around its text.

Front matter is written by hand, so every value may be missing or of the wrong type. A value that is not
what it should be counts as not said: the rules then ask for it, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from evidence.context import Disclosure, Page, Product

MARKETS = ("US", "UK", "EU")


def products_of(meta: Mapping[str, Any]) -> tuple[Product, ...]:
    """The products declared in the front matter. An entry without a name is passed over."""
    return tuple(product for product, _ in _entries(meta))


def page_of(meta: Mapping[str, Any]) -> Page:
    """What the front matter says about author, reviewer, dates, notices and disclosures."""
    author = meta.get("author")
    market = _text(meta.get("market")).upper()
    return Page(
        credentials=bool(_text(author.get("credentials"))) if isinstance(author, Mapping) else None,
        # A name alone is no review: the day has to stand beside it.
        reviewer=_named(meta.get("reviewer")) and bool(meta.get("reviewed_on")),
        dated=bool(meta.get("published") or meta.get("updated")),
        advice_notice=meta.get("advice_notice") is True,
        harms_covered=_yes_or_no(meta.get("harms_covered")),
        interests_answered=isinstance(author, Mapping) and _answered(author.get("interests")),
        disclosures=tuple(disclosure for _, disclosure in _entries(meta) if disclosure),
        market=market if market in MARKETS else "US",
    )


def _entries(meta: Mapping[str, Any]) -> Iterator[tuple[Product, Disclosure | None]]:
    products = meta.get("products")
    for entry in products if isinstance(products, list) else ():
        if isinstance(entry, Mapping) and _text(entry.get("name")):
            product = _product(entry)
            yield product, _disclosure(product.key, entry.get("disclosure"))


def _product(entry: Mapping[str, Any]) -> Product:
    name = _text(entry.get("name"))
    return Product(
        key=_text(entry.get("key")) or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or name,
        name=name,
        names=_texts(entry.get("names")),
        classes=_texts(entry.get("classes")),
        maker=_text(entry.get("maker")),
        seller=_text(entry.get("seller")),
        sold_by_publisher=_yes_or_no(entry.get("sold_by_publisher")),
        supplement=entry.get("supplement") is not False,
        trials=_texts(entry.get("trials")),
        urls=_texts(entry.get("urls")) or _texts(entry.get("url")),
    )


def _disclosure(product: str, entry: Any) -> Disclosure | None:
    if not isinstance(entry, Mapping):
        return None
    wording = _text(entry.get("wording"))
    return Disclosure(
        product=product,
        answered=bool(wording),
        wording=wording,
        placed_before=entry.get("placed_before") is True,
        disclaimer=entry.get("disclaimer") is True,
    )


def _named(person: Any) -> bool:
    return bool(_text(person.get("name")) if isinstance(person, Mapping) else _text(person))


def _answered(interests: Any) -> bool:
    """Whether interests are stated; "none", an empty list and "no" are answers, silence is not."""
    return isinstance(interests, bool | list) or bool(_text(interests))


def _yes_or_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for text in map(_text, values) if text)
