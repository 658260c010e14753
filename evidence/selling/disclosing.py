"""Whether a text itself says what its publisher gains, in words that tell it, and whether before or after the goods.

Source: standards.md C3 and C4; 16 CFR 255.0(f) and .com Disclosures, example 21 (at the end of a post, after the links, it is
not conspicuous). "Affiliate link" alone is too vague.
"""

from __future__ import annotations

import re

from evidence.language.patterns import any_of
from evidence.selling.offers import is_commercial
from evidence.values import Document, ProductMention

_STATED = any_of(
    r"(?:we|i)\s+(?:may\s+|will\s+)?(?:earn|get|receive|make)\s+(?:\w+\s+){0,3}?(?:commission|money|fee|percentage|cents|share)",
    r"(?:we|i)\s+(?:may\s+|can\s+|will\s+)?(?:earn|receive|get|make|profit|benefit)\s+(?:\w+\s+){0,3}?(?:from|on|through|for|by|via)\s+(?:\w+\s+){0,3}?(?:qualif\w+|eligible)\s+(?:purchases?|sales|orders)",
    r"(?:pays?|paid)\s+(?:us|me)\s+(?:\w+\s+){0,3}?(?:commission|for\s+this)",
    r"(?:makes|sells|owns|produces)\s+and\s+(?:makes|sells|owns|produces)",
    r"(?:we|i)\s+(?:make|sell|own|produce|distribute)\s+(?:and\s+(?:make|sell|own)\s+)?(?:it|this|these|the\s+products?)",
    r"(?:sponsored|paid\s+for|funded)\s+by",
    r"paid\s+(?:partnership|promotion|advertisement)|(?:this|the)\s+(?:post|article|page)\s+is\s+(?:an?\s+)?(?:advertisement|advert|ad|advertorial|sponsored)",
    r"(?:was|were)\s+(?:sent|given)\s+(?:\w+\s+){0,4}?(?:free|for\s+nothing|without\s+charge)",
    r"publishes\s+this\s+(?:page|site|blog)\s+(?:and|which)\s+(?:\w+\s+)?(?:makes|sells)",
)


def where_stated(document: Document, mention: ProductMention) -> str:
    """ "before" the first word on the product and the first link to a shop, "after" it, or "" where nothing is said."""
    stated = _first(document.text)
    if stated < 0:
        return ""
    starts = [document.sentences[index].start for index in mention.sentences[:1]]
    starts += [link.start for link in document.links if is_commercial(link.url)][:1]
    return "before" if stated < min(starts, default=0) else "after"


def _first(text: str) -> int:
    found: re.Match[str] | None = _STATED.search(text)
    return found.start() if found else -1
