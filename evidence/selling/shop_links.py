"""Whether a page sells: by its words, by links that are paid, lead to its own shop or call to buy.

In: a document. Out: yes or no. A plain link to somebody's shop shows what a page speaks of, not that it sells, and a
book is read. Source: standards.md C2 and C3; 16 CFR 255.5; ISO 2108 for the numbers of books.
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily
from evidence.selling.offers import is_commercial, text_sells
from evidence.selling.partner_links import is_paid
from evidence.values import Document

_CALLS = lazily(
    r"\b(?:buy|order|shop|purchase|get\s+(?:it|yours|one|them)|add\s+to|check\s+(?:the\s+)?(?:latest\s+|current\s+)?price|see\s+(?:the\s+)?price|subscribe|try\s+it|available\s+(?:at|from|on|here)|in\s+our|our)\b",
    re.IGNORECASE,
)
_OF_BOOKS = lazily(
    r"(?:/e?books?(?:/|$)|[-/]e-?book\b|kindle|audible|goodreads|bookshop\.org|barnesandnoble|/isbn|\.pdf(?:$|[?#]))",
    re.IGNORECASE,
)
_NUMBER = lazily(r"(?:/dp/|/gp/product/|/gp/aw/d/|/exec/obidos/\w{4}/|/product/)(\d{9}[\dXx])(?!\w)")
_TEN = 10
_CHECKED = 11


def sells(document: Document) -> bool:
    """Whether a page shows any sign of selling: an offer, a price, its own shop, a commission, "our products"."""
    if document.meta.get("products"):
        return True
    if any(is_offer(link.text, link.url) for link in document.links):
        return True
    return text_sells(document.text)


def links_to_goods(document: Document) -> bool:
    """Whether a page links to any shop, its own or another's, for something else than a book."""
    return any(is_commercial(link.url) and not is_of_book(link.url) for link in document.links)


def is_offer(text: str, url: str) -> bool:
    """Whether a link offers something: it is paid, leads to a shop of the page's own, or its words call to buy."""
    if is_of_book(url) or not (is_commercial(url) or is_paid(url)):
        return False
    return is_paid(url) or "//" not in url or _CALLS.search(text) is not None


def is_of_book(url: str) -> bool:
    """Whether a shop's address is that of something to read: by its path, or by a number that is an ISBN."""
    if _OF_BOOKS.search(url):
        return True
    number = _NUMBER.search(url)
    return number is not None and _is_isbn(number.group(1).upper())


def _is_isbn(digits: str) -> bool:
    """Whether ten digits are a book's: an ISBN of ten digits, whose last one checks the others."""
    total = sum((_TEN - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
    return total % _CHECKED == 0
