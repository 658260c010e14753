"""A product is called safe or suitable for someone, without data on this very product.

Standard: FTC Health Products Compliance Guidance 2022, HealthNewsReview 3; standards.md C8.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import has_trial
from evidence.values import Flag, Kind

CODE = "safety-claim-unsupported"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        mention = findings.mention_of(sentence.index)
        words = findings.said_of(sentence.index).safety
        if mention is None or not words or Kind.PRODUCT not in claim.kinds or not findings.is_of_concern(mention):
            continue
        if not has_trial(findings, sentence.index, mention):
            facts = [("product", mention.name), ("words", words)]
            yield raised(CODE, sentence=sentence.index, facts=facts)
