"""What is listed below a study: under a heading "Key findings", or further in under an item that only names it.

Source: standards.md A3.2: "a list or section that names its source once (heading, lead-in …) covers its items".
"""

from __future__ import annotations

import re

from evidence.claims.asserting_words import ASSERTS
from evidence.claims.cues import has_verb
from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.values import Block, Document, Sentence

_FINDINGS = lazily(
    r"(?:the\s+|their\s+|its\s+)?(?:(?:key|main|chief|study)\s+)(?:findings|results|outcomes|take-?aways)|what\s+(?:they|the\s+(?:researchers|authors|study|trial|review))\s+found"
    r"|(?:findings|results)\s+of\s+the\s+(?:study|trial|review)",
    re.IGNORECASE,
)
_ITEM = lazily(r"(?P<inset>[ \t]*)(?:[-*+•]|\(?\d{1,3}[.)])[ \t]+")
_BELOW = lazily(r"[^\S\n]*\r?\n(?:[ \t]*\r?\n)?(?P<inset>[ \t]*)(?:[-*+•]|\(?\d{1,3}[.)])[ \t]+\S")
_MARKS = lazily(r"\(?\[[^\[\]]{1,200}\](?:\([^()\s]{0,1000}\))?\)?|<[^<>]{0,1000}>")
_LONGEST = 8
"""Words up to which an item that has others below it is a bare name [house]."""


def announces_findings(block: Block) -> bool:
    """Whether a heading only announces what the study told of right above it found: "### Key findings"."""
    return block.kind == "heading" and _FINDINGS.fullmatch(block.text.strip("#*_ :=-\n📊🔑")) is not None


def heads_items(document: Document, sentence: Sentence) -> bool:
    """Whether an item that is no more than a name with its source has items of its own: "1. **Ginger** [4]"."""
    item = _ITEM.match(document.text, line_start(document.text, sentence.start))
    below = _BELOW.match(document.text, sentence.end) if item else None
    if item is None or below is None or len(below["inset"]) <= len(item["inset"]):
        return False
    text = _MARKS.sub(" ", sentence.text)
    return len(text.split()) <= _LONGEST and not has_verb(text) and ASSERTS.search(text) is None
