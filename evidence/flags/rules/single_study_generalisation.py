"""One study is told as "studies show" or "research shows".

Standard: WP:MEDRS (a single study is described as one); standards.md A3.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.claims import study_cues
from evidence.flags.findings import Findings, raised
from evidence.grading.levels import is_secondary
from evidence.values import Flag

CODE = "single-study-generalisation"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, _ in findings.rows:
        sources = findings.graded(sentence.index)
        if len(sources) != 1 or len(findings.links_of(sentence.index)) != 1 or is_secondary(sources[0].design):
            continue
        words = study_cues.PLURAL_RESEARCH.search(sentence.text)
        if words:
            facts = [("words", words.group()), ("source", sources[0].key)]
            yield raised(CODE, sentence=sentence.index, facts=facts)
