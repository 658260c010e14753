"""A claim without a marker of its own stands on the source at the end of its passage.

Standard: standards.md A3.2; ICMJE: cite where the claim is. The end of a quotation is where its source belongs, so what
stands in one quotation with its mark is not asked for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidence.flags.findings import Findings, raised
from evidence.language.lines import is_block_quoted
from evidence.matching.coverage import in_one_quotation
from evidence.values import Flag, How, Link, Sentence

CODE = "distant-citation"

_REACH = 12
"""Sentences behind one that are looked at for its mark [house]; a mark covers three before it, a quotation more."""


def check(findings: Findings) -> Iterator[Flag]:
    marks: dict[int | None, list[str]] = {}
    for marker in findings.document.markers:
        marks.setdefault(marker.sentence, []).append(marker.text)
    for sentence, _ in findings.rows:
        links = findings.links_of(sentence.index)
        covering = [link for link in links if link.how is How.COVERED]
        if covering and len(covering) == len(links) and not _is_quoted(findings, sentence, covering[0], marks):
            yield raised(CODE, sentence=sentence.index, facts=[("covered by", link.key) for link in covering])


def _is_quoted(findings: Findings, sentence: Sentence, link: Link, marks: Mapping[int | None, Sequence[str]]) -> bool:
    """Whether the sentence stands in one quotation with the next one that bears the mark itself.

    `marks` are those of the page, by their sentences.
    """
    document = findings.document
    for later in document.sentences[sentence.index + 1 : sentence.index + 1 + _REACH]:
        if later.paragraph != sentence.paragraph:
            return False
        if any(link.mention in mark for mark in marks.get(later.index, ())):
            block = all(is_block_quoted(document.text, one.start) for one in (sentence, later))
            return block or in_one_quotation(document.text, sentence, later)
    return False
