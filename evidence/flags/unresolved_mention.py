"""A specific study is named or described, and it is not among the sources.

Standard: JAMA attribution; standards.md A3.3. It takes the place of missing-citation.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.findings import Findings, raised
from evidence.values import Flag

CODE = "unresolved-mention"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, words in sorted(findings.lost.items()):
        if findings.is_lost(sentence):
            facts = [("mention", words)]
            facts += [("not the study itself", link.key) for link in findings.links_of(sentence)]
            yield raised(CODE, sentence=sentence, facts=facts)
