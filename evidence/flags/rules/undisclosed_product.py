"""The text promotes a product, and no label and disclosure stand before it.

Standard: FTC 16 CFR 255.5 and 255.0(f), HON 8, NewsGuard 7; standards.md C2-C5. Flagged where each product is first
promoted, and once on the page. A disclosure lets the text name the product; what it claims for it is promotion all
the same, and stands in the labelled block outside the article (C5): in that block a disclosed product is where it
belongs. A text may disclose for itself, in words that say what is gained (C4), before the product is named or linked
(C3).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import promoted_sentences
from evidence.selling.disclosing import where_stated
from evidence.values import Flag, Kind, ProductMention

CODE = "undisclosed-product"


def check(findings: Findings) -> Iterator[Flag]:
    named = []
    for mention in findings.mentions:
        if not findings.is_of_concern(mention):
            continue
        promoted = promoted_sentences(findings, mention)
        if _disclosed(findings, mention):
            if mention.key and mention.key == findings.advertised:
                continue
            promoted = [index for index in promoted if Kind.PRODUCT in findings.claims[index].kinds]
        if promoted:
            named.append(("product", mention.name))
            facts = [("product", mention.name)]
            if where_stated(findings.document, mention) == "after":
                facts.append(("disclosed", "only after the product or its link"))
            yield raised(CODE, sentence=promoted[0], facts=facts)
    if named:
        yield raised(CODE, facts=named)


def _disclosed(findings: Findings, mention: ProductMention) -> bool:
    disclosure = findings.disclosure_of(mention)
    if disclosure is not None:
        return disclosure.answered and disclosure.placed_before
    return where_stated(findings.document, mention) == "before"
