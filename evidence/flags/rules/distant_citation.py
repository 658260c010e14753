"""A claim without a marker of its own stands on the source at the end of its passage.

Standard: standards.md A3.2; ICMJE: cite where the claim is. The end of a quotation is where its source belongs, so what
stands in one quotation with its mark is not asked for another.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.matching.coverage import in_one_quotation
from evidence.values import Flag, How, Link, Sentence

CODE = "distant-citation"


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, _ in findings.rows:
        links = findings.links_of(sentence.index)
        covering = [link for link in links if link.how is How.COVERED]
        if covering and len(covering) == len(links) and not _is_quoted(findings, sentence, covering[0]):
            yield raised(CODE, sentence=sentence.index, facts=[("covered by", link.key) for link in covering])


def _is_quoted(findings: Findings, sentence: Sentence, link: Link) -> bool:
    """Whether the sentence stands in one quotation with the next one that bears the mark itself."""
    document = findings.document
    for later in document.sentences[sentence.index + 1 :]:
        if later.paragraph != sentence.paragraph:
            return False
        if any(marker.sentence == later.index and link.mention in marker.text for marker in document.markers):
            block = _in_block(document.text, sentence) and _in_block(document.text, later)
            return block or in_one_quotation(document.text, sentence, later)
    return False


def _in_block(text: str, sentence: Sentence) -> bool:
    line = max(text.rfind("\n", 0, sentence.start), text.rfind("\r", 0, sentence.start)) + 1
    return text[line : sentence.start + 1].lstrip(" \t").startswith(">")
