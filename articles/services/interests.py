"""Whether somebody who judges an article gains by it: their declared interests against its products and makers.

ICMJE (2024), "Disclosure of financial and non-financial relationships": reviewers recuse themselves from manuscripts
where a conflict of interest exists. What is declared is matched by name; what is not declared cannot be known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from django.contrib.auth.models import User

from articles.models import Article, Contributor
from articles.models.article import Interests
from articles.services.errors import NotAllowed
from products.models import Product

_FORMS = (
    *(
        "inc",
        "incorporated",
        "llc",
        "ltd",
        "limited",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "gmbh",
        "ag",
        "kg",
    ),
    *("sa", "sas", "srl", "spa", "nv", "bv", "ab", "oy", "as", "aps", "pty", "group", "holding", "holdings"),
)
"""Forms of companies, which a declaration leaves out or writes otherwise."""
SHORTEST = 3
"""Letters that a name needs at least to be looked for [house]: "AG" alone is in many words."""


def interest_in(article: Article, person: User) -> str:
    """Which declared interest of the person names a product, maker or seller of the article, in words; "" for none."""
    contributor = Contributor.objects.filter(user=person, interests=Interests.DECLARED).first()
    if contributor is None:
        return ""
    declared = _plain(contributor.interests_text)
    for product in products_of(article):
        for name in _names(product):
            if _stands_in(name, declared):
                return (
                    f"you declared an interest that names “{name}” (“{_short(contributor.interests_text)}”), "
                    f"and the article is about {product.name}"
                )
    return ""


def need_no_interest(article: Article, person: User, act: str) -> None:
    """Raises NotAllowed for who gains by the article; `act` completes "You cannot …"."""
    if interest := interest_in(article, person):
        raise NotAllowed(f"You cannot {act}, because {interest}. Somebody without that interest has to.")


def products_of(article: Article) -> Iterator[Product]:
    """The products that the article answers for, and those it names."""
    answered = list(Product.objects.filter(disclosures__article=article).distinct())
    yield from answered
    text = _plain(" ".join([article.title, article.standfirst, article.body]))
    known = {product.pk for product in answered}
    for product in Product.objects.exclude(pk__in=known).iterator(chunk_size=500):
        if any(_stands_in(name, text) for name in (product.name, *product.names)):
            yield product


def _names(product: Product) -> Iterator[str]:
    yield from dict.fromkeys(name for name in (product.name, *product.names, product.maker, product.seller) if name)


def _stands_in(name: str, text: str) -> bool:
    words = _plain(name).split()
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    wanted = " ".join(words)
    return len(wanted.replace(" ", "")) >= SHORTEST and f" {wanted} " in f" {text} "


def _plain(text: str) -> str:
    """Words alone, in small letters, without accents, marks of ownership, and what stands for "and"."""
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", text)  # "S.A." is "SA"
    text = re.sub(r"['’]s\b", "", text).replace("&", " and ")
    return " ".join(re.findall(r"\w+", text))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else words[:117].rstrip() + "…"
