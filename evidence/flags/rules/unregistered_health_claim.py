"""In the United Kingdom or the European Union, goods that are swallowed carry a health claim outside the register.

Standard: Regulation (EC) 1924/2006, articles 10 and 13, as kept in Great Britain; CAP 15; standards.md C9. The word
"probiotic" is itself held to be such a claim and warns. Article 12(c) and CAP 15.6.3 forbid what refers to the
recommendation of doctors and others of their trade; of their societies (article 11: national rules) it only warns
[house]. The market is chosen by article; disease claims have a flag of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import in_register, is_supplement
from evidence.selling.recommending import recommended
from evidence.selling.register import PROBIOTIC
from evidence.values import Flag, Kind, Severity

CODE = "unregistered-health-claim"


def check(findings: Findings) -> Iterator[Flag]:
    if findings.page.market == "US":
        return
    for mention in findings.mentions:
        if not is_supplement(findings, mention):
            continue
        for index in mention.sentences:
            said, text = findings.said_of(index), findings.visible[index].text
            facts = [("product", mention.name), ("market", findings.page.market)]
            claimed = said.benefit and not said.disease and Kind.PRODUCT in findings.claims[index].kinds
            advice, of_a_body = recommended(text)
            if advice:
                severity = Severity.WARNING if of_a_body else None
                facts += [("article", "12(c)"), ("words", advice)]
                yield raised(CODE, sentence=index, severity=severity, facts=facts)
            elif claimed and not in_register(findings, index, mention):
                yield raised(CODE, sentence=index, facts=[*facts, ("words", said.benefit)])
            elif not said.disease and (word := PROBIOTIC.search(text)):
                yield raised(CODE, sentence=index, severity=Severity.WARNING, facts=[*facts, ("words", word.group())])
