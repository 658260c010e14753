"""A product is said to act on a disease, by any of the ten criteria of the rule on supplements.

Standard: 21 CFR 101.93(g)(2), CAP 12.1 and 15; standards.md C6. No disclaimer mends it. It holds for creams, devices,
teas and apps alike, since what is sold against a disease is sold as a medicine or a medical device (21 USC 321(g) and
(h)) [house]; a product that is on record as licensed may say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import is_licensed
from evidence.values import Flag

CODE = "disease-claim-for-supplement"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, _ in findings.rows:
        mention = findings.mention_of(sentence.index)
        said = findings.said_of(sentence.index)
        if mention is None or not said.disease or is_licensed(findings, mention):
            continue
        facts = [("product", mention.name), ("words", said.disease), ("criterion", f"(g)(2)({said.criterion})")]
        yield raised(CODE, sentence=sentence.index, facts=facts)
