"""Whether interests are asked for on a page where nobody has a form to fill in and nothing is sold.

Standard: ICMJE, the benchmark of JAMA on disclosure; standards.md C1. Silence is then worth a note, and where the
author's training is not told either, one flag asks for both: 15 of 29 such notes were called debatable by editors,
the flag on the author 6 of 33 [house].
"""

from __future__ import annotations

from evidence.flags.findings import Findings
from evidence.selling.offers import has_price
from evidence.selling.partner_links import discloses_commission
from evidence.selling.shop_links import links_to_goods, sells
from evidence.values import Document


def are_only_asked(findings: Findings) -> bool:
    """Whether interests are not answered, and neither a form nor a product nor goods on the page are at stake."""
    page = findings.page
    if page.interests_answered or page.has_form or findings.products or findings.mentions:
        return False
    return not deals_in_goods(findings.document)


def deals_in_goods(document: Document) -> bool:
    """Whether something is offered, priced or linked for money anywhere on the page."""
    text = document.text
    return sells(document) or links_to_goods(document) or has_price(text) or discloses_commission(text)
