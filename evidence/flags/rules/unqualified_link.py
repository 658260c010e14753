"""A link to a shop or partner is not marked as paid.

Standard: Google Search link attributes (rel=sponsored); standards.md C10.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.selling.offers import is_commercial
from evidence.values import Flag

CODE = "unqualified-link"


def check(findings: Findings) -> Iterator[Flag]:
    shops = {url.rstrip("/").lower() for product in findings.products for url in product.urls if url}
    for link in findings.document.links:
        sells = link.url.rstrip("/").lower() in shops or is_commercial(link.url)
        if sells and "sponsored" not in link.rel.lower().split():
            yield raised(CODE, sentence=link.sentence, facts=[("address", link.url)])
