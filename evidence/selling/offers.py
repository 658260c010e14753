"""Where a page sells: offers, prices, shop addresses, commissions. Never certain, so it asks and warns.

Source: standards.md C2, C3 and C10; 16 CFR 255.5.
"""

from __future__ import annotations

import re
from functools import lru_cache

from evidence.language.patterns import Cue, in_stretches, lazily, lowered

OURS = Cue(
    r"\b(?P<name>our\s+(?:(?!(?:own|bodies|body|gut|skin|brain|health|lives|immune|diet|food|understanding)\b)[\w'’-]+\s+){0,4}?"
    r"(?:combination|formula|formulation|blend|products?|supplements?|probiotics?|capsules?|gummies|powder|serum|cream|tincture|tablets?|drops|"
    r"multivitamins?|(?:product|supplement)\s+(?:line|range)|starter\s+kit|herbal\s+tea|softgels?|sachets?|lozenges|pastilles|pills|teas|bars|tonic|elixir|shakes?|gel|toothpaste|insoles|test\s+kits?|balm|lotion|ointment|syrup|essential\s+oils?|sprays?|patch(?:es)?))\b(?:\s+of\s+[\w-]+(?:\s+and\s+[\w-]+)?)?",
)
OFFER = Cue(
    r"\b(?:shop\s+(?:now|our|the|here|all)|buy\s+(?:now|it|yours|online|here|from\s+us)|order\s+(?:now|yours|today|online)|add\s+to\s+(?:cart|basket|bag)|"
    r"(?:use|with|enter)\s+(?:the\s+|my\s+|our\s+|promo\s+|discount\s+|coupon\s+)*code\s+\w+|\d+\s?%\s+off|(?:discount|coupon|promo)\s+code|"
    r"(?:available|sold)\s+(?:in|at|on|through|from)\s+our|(?:in|from|at)\s+our\s+(?:online\s+)?(?:shop|store)|free\s+shipping|money[\s-]back)\b",
)
_BOUGHT = lazily(r"buy\s+it$", re.IGNORECASE)
_TO_READER = lazily(
    r"(?:^|[.!?:;,(–—-]\s*|\byou\s+(?:can|may)\s+(?:also\s+)?|\b(?:please|and|or|then|just)\s+)[*_\[]*$",
    re.IGNORECASE,
)


def offers(text: str) -> bool:
    """Whether a sentence offers something for sale; "I did not buy it" tells of a purchase."""
    return any(
        not _BOUGHT.match(found.group()) or _TO_READER.search(text[max(0, found.start() - 24) : found.start()])
        for found in OFFER.finditer(text)
    )


SHOP_URL = lazily(
    r"(?:amazon\.[a-z.]+/|amzn\.to|/products?/|/shop(?:/|$|\?)|/store(?:/|$|\?)|/cart|[?&](?:tag|ref|aff|affiliate\w*|coupon|discount|utm_campaign=aff\w*)=|"
    r"shareasale|clickbank|iherb\.com|rstyle\.me|shopify|awin1|/go/|/recommends/|/checkout)",
    re.IGNORECASE,
)
_OF_SHOPS = (
    *("amazon.", "amzn.to", "/product", "/shop", "/store", "/cart", "tag=", "ref=", "aff", "coupon=", "discount="),
    *("shareasale", "clickbank", "iherb.com", "rstyle.me", "shopify", "awin1", "/go/", "/recommends/", "/checkout"),
)
"""One of these stands in every such address, in small letters: a quick look before the long one."""
_OFFERING = (
    ("oO", r"(?i:ur)\s+(?:(?:online|own|web)\s+)?(?:shop|store|webshop|bestseller|best\s+seller|range|customers|brand)"),
    ("aA", r"(?i:dd)\s+to\s+(?:cart|basket|bag)"),
    ("iI", r"(?i:n)\s+stock"),
    ("oO", r"(?i:ut\s+of)\s+stock"),
    ("fF", r"(?i:ree)\s+(?:shipping|delivery)"),
    ("oO", r"(?i:ur)\s+(?:(?:top|best|favou?rite|honest)\s+)?(?i:picks?|recommendations|selections|reviews?|verdict)"),
    ("wW", r"(?i:e\s+recommend\s+them)"),
    ("tT", r"(?i:op\s+pick)"),
    *((head, rf"(?i:{rest})\s+(?:[A-Z][\w'’-]*\s+){{1,4}}(?:now|here|today|online|from|at|on)")
      for head, rest in (("bB", "uy"), ("oO", "rder"), ("sS", "hop"), ("gG", "et|rab"))),
    ("aA", r"(?i:ffiliate)"),
    ("cC", r"(?i:ommission|heck\s+(?:the\s+)?(?:latest\s+|current\s+)?price|lick\s+here\s+to\s+(?:buy|order|see))"),
    *((head, rf"(?i:{rest})\s+(?:earn|get|receive|make)\s+(?:a\s+(?:small\s+)?commission|money|a\s+few\s+cents)")
      for head, rest in (("wW", "e"), ("iI", ""))),
    *((head, rf"(?i:{rest})\s+code") for head, rest in (("dD", "iscount"), ("cC", "oupon"), ("pP", "romo"))),
    ("mM", r"(?i:oney[\s-]back)"),
    ("bB", r"(?i:uy\s+now)"),
    ("oO", r"(?i:rder\s+now)"),
    ("sS", r"(?i:hop\s+now|ubscribe\s+and\s+save)"),
    ("B", r"est\s+for\s+(?=[A-Z])"),
)  # fmt: skip
"""What the words of an offer begin with, and how they go on."""
_HEADS = sorted({head for heads, _ in _OFFERING for head in heads})
_SELLS = lazily(
    # One branch for each letter, and no look at them where none of these begins a word.
    rf"\b(?=[{''.join(_HEADS)}\d])(?:"
    + "|".join(f"{head}(?:{'|'.join(rest for heads, rest in _OFFERING if head in heads)})" for head in _HEADS)
    + r"|\d+\s?%\s+off)\b"
)
_CHOSEN = lazily(r"\((?:Winner|Editor[’']s\s+[Cc]hoice)\)")
_OUR = lazily(r"[Oo][Uu][Rr](?<!\w[Oo][Uu][Rr])\s")
"""What `OURS` cannot do without: quickly looked for in a whole article, most of which have none."""
_SIGNED_PRICE = lazily(r"[$£€]\s?\d")
_NAMED_PRICE = lazily(r"\d\s?(?:dollars|euros?|pounds|USD|EUR|GBP)\b", re.I)
_MONEY = ("dollars", "euro", "pounds", "usd", "eur", "gbp")
"""One of these stands in every price without a sign."""


def is_commercial(url: str) -> bool:
    """Whether an address looks like a shop's or a partner's by its parts; never certain, so it only warns."""
    small = lowered(url)
    return any(map(small.__contains__, _OF_SHOPS)) and SHOP_URL.search(url) is not None


@lru_cache(maxsize=2)
def text_sells(text: str) -> bool:
    """Whether words alone offer something. A text is asked about when it is read and again when it is judged."""
    if _CHOSEN.search(text) or next(in_stretches(_SELLS, text, 0, len(text)), None):
        return True
    return _OUR.search(text) is not None and OURS.search(text) is not None


def has_price(text: str) -> bool:
    """Whether a price stands in the text."""
    if _SIGNED_PRICE.search(text):
        return True
    return any(map(lowered(text).__contains__, _MONEY)) and _NAMED_PRICE.search(text) is not None
