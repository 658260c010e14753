"""A supplement's claim on structure or function stands without the text that US law asks for, or beside a wrong one.

Standard: 21 CFR 101.93(c)-(e); standards.md C6. Flagged at the first such claim of each product; a disease claim is
beyond a disclaimer's help and has a flag of its own. Number and type only warn [house].
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.disclaimers import NUMBER, TYPE, disclaimers, faults
from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import is_supplement
from evidence.values import Flag, Kind, ProductMention, Severity

CODE = "missing-disclaimer"


def check(findings: Findings) -> Iterator[Flag]:
    if findings.page.market != "US":
        return
    told = disclaimers(findings.document)
    asked = {mention: _claims(findings, mention) for mention in findings.mentions if _is_asked(findings, mention)}
    every = [
        findings.document.sentences[index] for index in sorted({one for claims in asked.values() for one in claims})
    ]
    wrong = faults(findings.document, told, every)
    for mention, claims in asked.items():
        faulty = next((index for index in claims if wrong[index] != ()), None)
        if faulty is None:
            continue
        said = wrong[faulty] or ()
        severity = Severity.WARNING if said and {*said} <= {NUMBER, TYPE} else None
        facts = [("product", mention.name), *(("wrong with it", fault) for fault in said)]
        yield raised(CODE, sentence=faulty, severity=severity, facts=facts)


def _is_asked(findings: Findings, mention: ProductMention) -> bool:
    disclosure = findings.disclosure_of(mention)
    return is_supplement(findings, mention) and not (disclosure is not None and disclosure.disclaimer)


def _claims(findings: Findings, mention: ProductMention) -> list[int]:
    """The sentences that claim structure or function for a product."""
    said = ((index, findings.said_of(index)) for index in mention.sentences)
    return [
        index for index, one in said if one.benefit and not one.disease and Kind.PRODUCT in findings.claims[index].kinds
    ]
