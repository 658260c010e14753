"""Finds the products a text names or promotes: those on record by name, others by how selling is worded.

Source: standards.md C2, C5, C6 and C8. A product is only ever *found* here; who sells it is asked (C1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from evidence.context import Product
from evidence.language import vocabulary
from evidence.language.patterns import Cue, lazily
from evidence.values import Document, ProductMention

_FORM = (
    r"(?:Supplements?|Probiotics?|Prebiotics?|Synbiotics?|Formulas?|Formulations?|Capsules?|Gummies|Powder|Blend|Drops|Oils?|Serum|"
    r"Cream|Balm|Tincture|Tablets?|Multivitamins?|Vitamins?|Complex|Softgels?|Tonic|Elixir|Shake|Bars?|Patch(?:es)?|Spray|Lozenges?|Kit|System)"
)
# No word of a name is longer, and the bound keeps "1-1-1-…", at each digit of which a word begins, linear.
_CAPITAL = r"(?:[A-Z][\w'’®™&+-]{0,80}+|\d[\w-]{0,80}+)"
_SELLS = (
    r"(?:promotes?|supports?|helps?|is|are|was|delivers?|provides?|contains?|offers?|combines?|features?|boosts?|works?|improves?|restores?|gives?|keeps?|"
    r"relieves?|fights?|reduces?|protects?|can|may|will|has|uses?|comes?)"
)
# The opening phrase before a selling verb, in which a brand is looked for; bounded, so that reading stays linear.
_APPOSITION = lazily(
    rf"\b(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL}){{0,3}}),\s+(?P<kind>{_CAPITAL}(?:[ ](?:{_CAPITAL}|of|for|and|&)){{0,7}}?[ ]{_FORM})\b,?\s+{_SELLS}\b"
)
_BRANDED = lazily(rf"\b(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL}){{1,6}}?[ ]{_FORM})\b,?\s+{_SELLS}\b")
_COINED = lazily(
    rf"\b(?P<name>(?!(?:Mc|Mac|PubMed|YouTube|LinkedIn|WhatsApp|TikTok|PayPal|GitHub|MedLine|PloS|BioMed|WebMD|HealthLine)[A-Za-z]*\b)"
    rf"[A-Z][a-z]+[A-Z][a-z]\w*\+?(?:[ ]{_CAPITAL}){{0,2}}?)\s+{_SELLS}\b"
)
_CALLED_PRODUCT = lazily(
    rf"\b(?P<name>{_CAPITAL}(?:[ ](?:{_CAPITAL}|[A-Z][a-z]*\+)){{1,3}})\s+(?:is|are)\s+an?\s+(?:[\w-]+\s+){{0,5}}?"
    r"(?:probiotic|synbiotic|prebiotic|supplement|multivitamin|formula|blend|suppository|softgel|gummy)\b"
)
_TRADEMARK = lazily(r"\b(?P<name>[A-Z][\w'’&+-]{0,80}+(?:[ ](?:[A-Z][\w'’&+-]{0,80}+|\d[\w-]{0,80}+)){0,3})\s?[®™]")
_OURS = Cue(
    r"\b(?P<name>our\s+(?:(?!(?:own|bodies|body|gut|skin|brain|health|lives|immune|diet|food|understanding)\b)[\w'’-]+\s+){0,4}?"
    r"(?:combination|formula|formulation|blend|products?|supplements?|probiotics?|capsules?|gummies|powder|serum|cream|tincture|tablets?|drops|"
    r"multivitamins?|(?:product|supplement)\s+(?:line|range)|starter\s+kit|herbal\s+tea))\b(?:\s+of\s+[\w-]+(?:\s+and\s+[\w-]+)?)?",
)
_OFFER = Cue(
    r"\b(?:shop\s+(?:now|our|the|here|all)|buy\s+(?:now|it|yours|online|here|from\s+us)|order\s+(?:now|yours|today|online)|add\s+to\s+cart|"
    r"(?:use|with|enter)\s+(?:the\s+|my\s+|our\s+|promo\s+|discount\s+|coupon\s+)*code\s+\w+|\d+\s?%\s+off|(?:discount|coupon|promo)\s+code|"
    r"(?:available|sold)\s+(?:in|at|on|through|from)\s+our|(?:in|from|at)\s+our\s+(?:online\s+)?(?:shop|store)|free\s+shipping|money[\s-]back)\b",
)
_SHOP_URL = lazily(
    r"(?:amazon\.[a-z.]+/|amzn\.to|/products?/|/shop(?:/|$|\?)|/store(?:/|$|\?)|/cart|[?&](?:tag|ref|aff|affiliate\w*|coupon|discount|utm_campaign=aff\w*)=|"
    r"shareasale|clickbank|iherb\.com|rstyle\.me|shopify|awin1|/go/|/recommends/|/checkout)",
    re.IGNORECASE,
)
_ON_GOING = lazily(
    r"^\W*(?:it|its|it['’]s|they|their|this\s+(?:\w+\s+)?(?:formula|blend|product|supplement|probiotic|combination)|each\s+(?:capsule|serving|dose)|made\s+with|contains?)\b",
    re.IGNORECASE,
)
_STARTERS = frozenset(
    "a all also an and best both but each every for her his how if in it its many most my no one our some that the their these they this those what when why with women's men's your".split()
)
_SUPPLEMENT = lazily(
    r"\b(?:supplements?|(?:pro|pre|syn|post)-?\s?(?:and\s+)?(?:biotics?|and\s+probiotics?)|vitamins?|multivitamins?|capsules?|gummies|softgels?|tinctures?|herbal|minerals?|collagen|cbd|omega|powders?|tablets?|lozenges?|drops|nutraceuticals?)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Found:
    """A product while it is collected."""

    name: str
    key: str = ""
    seller: str = ""
    own: bool = False


def mentions(document: Document, products: Sequence[Product] = ()) -> tuple[ProductMention, ...]:
    """Products in the order of their first sentence. A sentence that goes on about one belongs to it too."""
    known = _known_names(products)
    by_key = {product.key: product for product in products}
    found: dict[str, _Found] = {}
    places: dict[str, list[int]] = {}
    unnamed = _brands(document)
    current, context = "", (-1, "")
    for sentence in document.sentences:
        if (sentence.paragraph, sentence.place) != context:
            current, context = "", (sentence.paragraph, sentence.place)
        names = _named(sentence.text, known, by_key, unnamed)
        ours = _OURS.search(sentence.text)
        if not names and (ours or _OFFER.search(sentence.text)):
            names = [_unnamed(ours, current, found)]
        elif not names and current and _ON_GOING.match(sentence.text):
            names = [found[current]]
        for product in names:
            kept = found.setdefault(product.key or product.name.lower(), product)
            kept.own = kept.own or ours is not None
            kept.seller = kept.seller or product.seller
            places.setdefault(kept.key or kept.name.lower(), []).append(sentence.index)
            current = kept.key or kept.name.lower()
    return tuple(
        ProductMention(row.name, row.key, tuple(places[key]), row.seller, row.own) for key, row in found.items()
    )


def _unnamed(ours: re.Match[str] | None, current: str, found: Mapping[str, _Found]) -> _Found:
    """The product of a sentence that sells without a name: that of its paragraph, or what the text calls it."""
    if current:
        return found[current]
    name = ours.group() if ours else "an unnamed product"
    return _Found(name=" ".join(name.split()), own=ours is not None)


def _known_names(products: Sequence[Product]) -> re.Pattern[str] | None:
    names = {name for product in products for name in (product.name, *product.names) if name.strip()}
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return lazily(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


def _named(
    text: str,
    known: re.Pattern[str] | None,
    products: Mapping[str, Product],
    unnamed: Mapping[str, _Found],
) -> list[_Found]:
    found: dict[str, _Found] = {}
    for match in known.finditer(text) if known else ():
        called = match.group().lower()
        for product in products.values():
            if called in {name.lower() for name in (product.name, *product.names)}:
                own = product.sold_by_publisher is True
                found[product.key] = _Found(product.name, product.key, product.seller, own)
    if found:
        return list(found.values())
    return [replace(row) for name, row in unnamed.items() if name in text]


def _brands(document: Document) -> dict[str, _Found]:
    """Names of products nobody has recorded, found by how selling words follow a capitalised name."""
    brands: dict[str, _Found] = {}
    for sentence in document.sentences:
        if sentence.place:
            continue  # capital letters of a heading make no brand
        for found in _brands_in(sentence.text):
            if len(brands) < _MOST_BRANDS:
                brands.setdefault(found.name, found)
    return brands


def _brands_in(text: str) -> Iterator[_Found]:
    apposed = list(_APPOSITION.finditer(text))
    for match in apposed:
        name = _trimmed(match.group("name"))
        if name and not _is_generic(name):
            yield _Found(name=name, seller=_seller(match.group("kind")))
    for pattern in () if apposed else _NAMES:
        for match in pattern.finditer(text):
            name = _trimmed(match.group("name"))
            if name and not _is_generic(name):
                yield _Found(name=name)


_NAMES = (_BRANDED, _TRADEMARK, _COINED, _CALLED_PRODUCT)
_MOST_BRANDS = 30  # every sentence is tested for every brand: a bound keeps reading linear


def _trimmed(name: str) -> str:
    words = name.split()
    while words and words[0].lower() in _STARTERS:
        words.pop(0)
    return " ".join(words)


def _is_generic(name: str) -> bool:
    """Whether every word is a plain word of health prose ("Vitamin D Supplements"): no brand then."""
    return all(
        vocabulary.is_health(word.lower()) or len(word) < 2 or word[0].isdigit() or (word.isupper() and len(word) < 4)
        for word in name.split()
    )  # fmt: skip


def _seller(kind: str) -> str:
    """The leading words of "Maker Women's Health Probiotic Supplement" that are no plain health words."""
    maker: list[str] = []
    for word in kind.split():
        plain = word.lower().replace("’", "'").removesuffix("'s")
        if vocabulary.is_health(plain) or plain in _STARTERS or plain in {"daily", "advanced", "natural", "organic"}:
            break
        maker.append(word.removesuffix("'s").removesuffix("’s"))
    return " ".join(maker)


def is_commercial(url: str) -> bool:
    """Whether an address looks like a shop's or a partner's by its parts; never certain, so it only warns."""
    return _SHOP_URL.search(url) is not None


def sounds_like_supplement(text: str) -> bool:
    """Whether the words around an unrecorded product speak of a food supplement."""
    return _SUPPLEMENT.search(text) is not None
