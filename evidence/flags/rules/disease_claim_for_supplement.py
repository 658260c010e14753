"""A supplement is said to treat, cure, prevent or relieve a disease, an infection or a symptom.

Standard: 21 CFR 101.93(g)(2), CAP 12.1 and 15; standards.md C6. No disclaimer mends it.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import is_supplement
from evidence.language.diseases import disease_words
from evidence.values import Flag, Kind

CODE = "disease-claim-for-supplement"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        mention = findings.mention_of(sentence.index)
        if mention is None or Kind.PRODUCT not in claim.kinds or not is_supplement(findings, mention):
            continue
        words = disease_words(sentence.text)
        if words:
            facts = [("product", mention.name), ("words", words)]
            yield raised(CODE, sentence=sentence.index, facts=facts)
