"""A claim without a marker of its own stands on the source at the end of its passage.

Standard: standards.md A3.2; ICMJE: cite where the claim is.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag, How

CODE = "distant-citation"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, _ in findings.rows:
        links = findings.links_of(sentence.index)
        covering = [link for link in links if link.how is How.COVERED]
        if covering and len(covering) == len(links):
            yield raised(CODE, sentence=sentence.index, facts=[("covered by", link.key) for link in covering])
