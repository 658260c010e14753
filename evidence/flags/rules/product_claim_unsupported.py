"""A benefit is claimed for a product without a randomised trial of this very product in people.

Standard: FTC Health Products Compliance Guidance 2022; standards.md A3.4. It takes the place of missing-citation.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import has_trial
from evidence.values import Flag, Kind

CODE = "product-claim-unsupported"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        mention = findings.mention_of(sentence.index)
        if mention is None or Kind.PRODUCT not in claim.kinds:
            continue
        if not has_trial(findings, sentence.index, mention):
            yield raised(CODE, sentence=sentence.index, facts=[("product", mention.name)])
