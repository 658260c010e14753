"""In the United Kingdom or the European Union, goods that are swallowed carry a health claim outside the register.

Standard: Regulation (EC) 1924/2006, articles 10 and 13, as kept in Great Britain; CAP 15; standards.md C9. The word
"probiotic" is itself held to be such a claim and warns. The market is chosen by article; disease claims have a flag of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.flags.product_evidence import is_supplement
from evidence.selling.register import PROBIOTIC, is_allowed
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
            if claimed and not is_allowed(text):
                yield raised(CODE, sentence=index, facts=[*facts, ("words", said.benefit)])
            elif not said.disease and (word := PROBIOTIC.search(text)):
                yield raised(CODE, sentence=index, severity=Severity.WARNING, facts=[*facts, ("words", word.group())])
