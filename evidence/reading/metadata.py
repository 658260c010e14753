"""What an article file says about itself in its front matter: its products and the page around its text.

Front matter is written by hand, so every value may be missing or of the wrong type. A value that is not
what it should be counts as not said: the rules then ask for it, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from evidence.context import Disclosure, Page, Product
from evidence.reading.declared_dates import is_dated
from evidence.reading.declared_people import people_of

_ITEM = re.compile(r"^[-*+•]\s+")
"""The mark of a list in a text of several lines."""
MARKETS = ("US", "UK", "EU")


def products_of(meta: Mapping[str, Any]) -> tuple[Product, ...]:
    """The products declared in the front matter. An entry without a name is passed over."""
    return tuple(product for product, _ in _entries(meta))


def page_of(meta: Mapping[str, Any]) -> Page:
    """What the front matter says about author, reviewer, dates, notices and disclosures."""
    authors = _entries_of_authors(meta)
    market = _text(meta.get("market")).upper()
    return Page(
        credentials=all(credentials for credentials, _ in authors) if authors else _named(meta, _CREDENTIALS) or None,
        # A name alone is no review: the day has to stand beside it.
        reviewer=bool(people_of(meta, "reviewer") or _named(meta, _REVIEWERS)) and _named(meta, _REVIEWED),
        dated=bool(meta.get("published") or meta.get("updated")) or is_dated(meta),
        advice_notice=meta.get("advice_notice") is True,
        harms_covered=_yes_or_no(meta.get("harms_covered")),
        interests_answered=bool(authors) and all(_answered(interests) for _, interests in authors),
        disclosures=tuple(disclosure for _, disclosure in _entries(meta) if disclosure),
        market=market if market in MARKETS else "US",
    )


_CREDENTIALS = frozenset(
    {
        *("authorcredentials", "authorcredential", "authorqualifications", "authordegrees", "writtenbycredentials"),
        *("writercredentials", "bylinecredentials"),
    }
)
_REVIEWERS = frozenset(
    {
        *("reviewer", "reviewers", "reviewername", "reviewedby", "reviewedbyname", "medicalreviewer"),
        *("medicalreviewers", "medicallyreviewedby", "medicalreviewedby", "medreviewer", "clinicalreviewer"),
        *("clinicallyreviewedby", "expertreviewer", "factcheckedby"),
    }
)
_REVIEWED = frozenset(
    {
        *("reviewedon", "reviewed", "reviewdate", "revieweddate", "reviewedat", "datereviewed", "lastreviewed"),
        *("lastreviewedon", "lastrevieweddate", "medicallyreviewedon", "medicalreviewdate", "medicallyrevieweddate"),
    }
)


def _named(meta: Mapping[str, Any], names: frozenset[str]) -> bool:
    """Whether a field of one of these names says something; its words may be parted ("reviewed_by") or not."""
    return any(
        value is not True and bool(value) and re.sub(r"[\W_]+", "", str(name).lower()) in names
        for name, value in meta.items()
    )


def topics_of(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """The topics of the front matter, each once: a list, or a text with commas between them. A number is a topic."""
    found: dict[str, str] = {}
    for topic in _topics(meta.get("topics"), 0):
        found.setdefault(topic.casefold(), topic)
    return tuple(found.values())


def _topics(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(
            None,
            (
                _ITEM.sub("", " ".join(part.split())).strip("#[]{}'\" ")
                for part in re.split(r"[,;\n]|\s\|\s|\s(?=#)", value)
            ),
        )
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and depth < 3:
        for one in value:
            # In a list a comma is part of the name.
            yield from (
                _topics(one, depth + 1)
                if not isinstance(one, str)
                else filter(None, [one.strip().strip("#[]").strip()])
            )
    elif isinstance(value, Mapping):
        yield from _topics(value.get("name") or value.get("title") or value.get("label"), depth + 1)


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
        licensed=entry.get("licensed") is True,
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


def _entries_of_authors(meta: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Credentials and interests of each author; [] where names are all that is said: then the byline is asked."""
    people = people_of(meta, "author", "authors")
    if any(person.said for person in people):
        return [(person.credentials, person.said.get("interests")) for person in people]
    author = meta.get("author")
    return [(_text(author.get("credentials")), author.get("interests"))] if isinstance(author, Mapping) else []


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
