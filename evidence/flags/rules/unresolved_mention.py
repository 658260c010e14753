"""A specific study is named or described, or a marker points to a work, and it is not among the sources.

Standard: JAMA attribution; standards.md A3.3. It takes the place of missing-citation.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag, How

CODE = "unresolved-mention"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence in sorted({*findings.lost, *findings.absent}):
        links = findings.links_of(sentence)
        if findings.is_lost(sentence):
            facts = [("mention", words) for words in _named(findings, sentence)]
            facts += [("not the study itself", link.key) for link in links]
            yield raised(CODE, sentence=sentence, facts=facts)
        elif sentence in findings.absent and not any(link.how is How.EDITOR for link in links):
            yield raised(CODE, sentence=sentence, facts=[("mention", words) for words in findings.absent[sentence]])


def _named(findings: Findings, sentence: int) -> list[str]:
    return list(dict.fromkeys((findings.lost[sentence], *findings.absent.get(sentence, ()))))
