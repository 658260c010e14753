"""What readers are told of products: before the first paragraph, and in the advertisement outside the article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.rendering.markdown import safe_link

FDA_ONE = (
    "This statement has not been evaluated by the Food and Drug Administration. "
    "This product is not intended to diagnose, treat, cure, or prevent any disease."
)
"""21 CFR 101.93(c)(1); the plural is (c)(2)."""
FDA_SEVERAL = FDA_ONE.replace("This statement has", "These statements have", 1)


@dataclass(frozen=True, slots=True)
class Advertisement:
    product: str
    seller: str
    text: tuple[str, ...]
    url: str
    statement: str
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What stands before the first paragraph. `disclaimer` where no advertisement block will carry it."""

    title: str
    statement: str
    disclaimer: str = ""


def _several(text: str) -> bool:
    return len(re.findall(r"[.!?](?:\s|$)", text)) > 1


def advertisement_of(row: Mapping[str, Any]) -> Advertisement | None:
    """The block for a product that we gain from, or for which an advertisement was written."""
    text = str(row.get("advertisement") or "")
    tied = row.get("tie") in ("own", "affiliate", "sponsored")
    if not text and not (tied and (row.get("url") or row.get("disclaimer"))):
        return None
    return Advertisement(
        product=str(row.get("product") or ""),
        seller=str(row.get("seller") or row.get("maker") or ""),
        text=tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()),
        url=safe_link(str(row.get("url") or "")),
        statement=str(row.get("statement") or ""),
        disclaimer=(FDA_SEVERAL if _several(text) else FDA_ONE) if row.get("disclaimer") else "",
    )


def disclosed_of(row: Mapping[str, Any]) -> Disclosed:
    product = str(row.get("product") or "a product")
    title = str(row.get("title") or "") or {
        "own": f"We sell {product}.",
        "affiliate": f"We earn money from {product}.",
        "sponsored": f"The seller of {product} paid for this article.",
        "free-goods": f"We were given {product} free.",
    }.get(str(row.get("tie")), f"About {product}.")
    carried = advertisement_of(row) is not None
    return Disclosed(title, str(row["statement"]), FDA_ONE if row.get("disclaimer") and not carried else "")
