"""The lead picture of an article: the figure that its text begins with.

It is no record of its own, so others are never told another picture than the text shows. The writing desk
asks of every picture what it shows and whose it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from articles.rendering.addresses import absolute

_FIGURE = re.compile(r"\s*<figure>(<img [^>]*>)(?:<figcaption>([^<]*)</figcaption>)?</figure>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """`address` is absolute; `width` and `height` are pixels, 0 where nobody knows (a picture of another host)."""

    address: str
    alt: str
    credit: str
    width: int
    height: int

    def as_data(self) -> dict[str, Any]:
        """schema.org ImageObject."""
        data = {
            "@type": "ImageObject",
            "url": self.address,
            "width": self.width,
            "height": self.height,
            "caption": self.alt,
            "creditText": self.credit,
        }
        return {name: value for name, value in data.items() if value}


def lead_of(html: str) -> LeadPicture | None:
    """The picture that the HTML of a revision begins with, where it has words for those who cannot see it."""
    found = _FIGURE.match(html)
    facts = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found[1])} if found else {}
    if not found or not facts.get("src") or not facts.get("alt", "").strip():
        return None
    width, height = (int(facts[name]) if facts.get(name, "").isdecimal() else 0 for name in ("width", "height"))
    return LeadPicture(absolute(facts["src"]), facts["alt"].strip(), unescape(found[2] or "").strip(), width, height)


def shown_at_once(html: str) -> str:
    """The HTML in which the picture that it begins with is loaded first, as it is seen first; the others wait."""
    if not (found := _FIGURE.match(html)):
        return html
    return html[: found.end(1)].replace(' loading="lazy"', ' fetchpriority="high"') + html[found.end(1) :]
