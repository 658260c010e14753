"""Paragraphs that tell of a study in sentences behind its name: "**Bell et al. 2015 (*Heart*):** Forty men walked. …".

A run of them looks like a list of works, and what it says of their findings would pass unread.
"""

from __future__ import annotations

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading.reference_items import IDENTIFIED, PLACE

_LABEL = lazily(
    r"[ \t]*(?:\*\*)?[A-Z](?:[^*\n:]|\*(?!\*)){2,200}?(?<!\d)(?:19|20)\d\d(?:[^*\n:]|\*(?!\*)){0,100}"
    r"(?::\*\*|\*\*:|:)[ \t]+(?=\S)"
)
_TELLS = lazily(
    r"\b(?:is|are|was|were|has|had|showed|shows|found|rose|fell|raised|lowered|reduced|improved|increased|decreased"
    r"|confirmed|led|received|took|placebo|n\s?=\s?\d+)\b"
)
_LONGEST = 2000


def tells(body: str) -> bool:
    """Whether a line is such a paragraph. A title with its place in a journal or its address behind it is none."""
    label = _LABEL.match(body)
    told = body[label.end() :][:_LONGEST] if label else ""
    if not told.rstrip(' *_)"”').endswith((".", "!", "?")) or PLACE.search(told) or IDENTIFIED.search(told):
        return False
    return len(split(told)) > 1 and _TELLS.search(told) is not None
