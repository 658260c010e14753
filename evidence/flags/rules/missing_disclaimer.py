"""A supplement's claim on structure or function stands without the text that US law asks for.

Standard: 21 CFR 101.93(c)-(e); standards.md C6. Flagged at the first such claim of each product; a disease claim is
beyond a disclaimer's help and has a flag of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import is_supplement
from evidence.language.patterns import lazily
from evidence.values import Flag, Kind, ProductMention

CODE = "missing-disclaimer"

_DISCLAIMER = lazily(
    r"ha(?:s|ve)\s+not\s+been\s+evaluated\s+by\s+the\s+(?:U\.?S\.?\s+)?Food\s+and\s+Drug\s+Administration\.?\s+"
    r"(?:This|These)\s+products?\s+(?:is|are)\s+not\s+intended\s+to\s+diagnose,\s+treat,\s+cure,?\s+or\s+prevent\s+any\s+disease",
    re.IGNORECASE,
)


def check(findings: Findings) -> Iterator[Flag]:
    if findings.page.market != "US" or _DISCLAIMER.search(findings.document.text):
        return
    for mention in findings.mentions:
        if not is_supplement(findings, mention) or _promised(findings, mention):
            continue
        for index in mention.sentences:
            said = findings.said_of(index)
            if said.benefit and not said.disease and Kind.PRODUCT in findings.claims[index].kinds:
                yield raised(CODE, sentence=index, facts=[("product", mention.name)])
                break


def _promised(findings: Findings, mention: ProductMention) -> bool:
    disclosure = findings.disclosure_of(mention)
    return disclosure is not None and disclosure.disclaimer
