"""The text promotes a product, and no label and disclosure stand before it.

Standard: FTC 16 CFR 255.5 and 255.0(f), HON 8, NewsGuard 7; standards.md C2-C5. Flagged where each product is first
promoted, and once on the page. A disclosure lets the text name the product; what it claims for it is promotion all
the same, and stands in the labelled block outside the article (C5).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import promoted_sentences
from evidence.values import Flag, Kind, ProductMention

CODE = "undisclosed-product"


def check(findings: Findings) -> Iterator[Flag]:
    named = []
    for mention in findings.mentions:
        promoted = promoted_sentences(findings, mention)
        if _disclosed(findings, mention):
            promoted = [index for index in promoted if Kind.PRODUCT in findings.claims[index].kinds]
        if promoted:
            named.append(("product", mention.name))
            yield raised(CODE, sentence=promoted[0], facts=[("product", mention.name)])
    if named:
        yield raised(CODE, facts=named)


def _disclosed(findings: Findings, mention: ProductMention) -> bool:
    disclosure = findings.disclosure_of(mention)
    return disclosure is not None and disclosure.answered and disclosure.placed_before
