"""A link that is paid for is not marked so.

Paid are links with a partner's tag, through a network that pays commissions, and to products on record; and where the
page says that it earns from its links, those to shops. A plain link to a shop is an ordinary link.
Standard: Google Search link attributes (rel=sponsored); standards.md C10.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.selling.offers import is_commercial
from evidence.selling.partner_links import discloses_commission, is_paid
from evidence.values import Flag

CODE = "unqualified-link"


def check(findings: Findings) -> Iterator[Flag]:
    document = findings.document
    shops = {url.rstrip("/").lower() for product in findings.products for url in product.urls if url}
    unmarked = [link for link in document.links if "sponsored" not in link.rel.lower().split()]
    earns = any(is_commercial(link.url) for link in unmarked) and discloses_commission(document.text)
    for link in unmarked:
        to_shop = link.url.rstrip("/").lower() in shops or (earns and is_commercial(link.url))
        if to_shop or is_paid(link.url):
            yield raised(CODE, sentence=link.sentence, facts=[("address", link.url)])
