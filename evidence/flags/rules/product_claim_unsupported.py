"""A benefit is claimed for a product without a randomised trial of this very product in people.

Standard: FTC Health Products Compliance Guidance 2022; standards.md A3.4 and C9. It takes the place of
missing-citation. In the United Kingdom and the European Union the registers' own words for a nutrient rest on the
evidence that the register was shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import has_trial, in_register
from evidence.values import Flag, Kind, ProductMention

CODE = "product-claim-unsupported"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        mention = findings.mention_of(sentence.index)
        if mention is None or Kind.PRODUCT not in claim.kinds or not findings.is_of_concern(mention):
            continue
        if _is_in_register(findings, sentence.index, mention):
            continue
        if not has_trial(findings, sentence.index, mention):
            yield raised(CODE, sentence=sentence.index, facts=[("product", mention.name)])


def _is_in_register(findings: Findings, sentence: int, mention: ProductMention) -> bool:
    """Whether the sentence says no more than the register of the article's market allows for a nutrient."""
    said = findings.said_of(sentence)
    if findings.page.market == "US" or said.disease or said.safety or said.rank:
        return False
    return in_register(findings, sentence, mention)
