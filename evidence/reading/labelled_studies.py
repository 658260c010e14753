"""Paragraphs that tell of a study in sentences behind its name: "**Bell et al. 2015 (*Heart*):** Forty men walked. …".

A run of them looks like a list of works, and what it says of their findings would pass unread.
"""

from __future__ import annotations

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading.outright_claims import promises
from evidence.reading.reference_items import IDENTIFIED, PLACE, speaks
from evidence.reading.reference_looks import looks_like_reference

_LABEL = lazily(
    r"[ \t]*(?:\*\*)?[A-Z](?:[^*\n:]|\*(?!\*)){2,200}?(?<!\d)(?:19|20)\d\d(?:[^*\n:]|\*(?!\*)){0,100}"
    r"(?::\*\*|\*\*:|:)[ \t]+(?=\S)"
)
_TELLS = lazily(
    r"\b(?:is|are|was|were|has|had|showed|shows|found|rose|fell|raised|lowered|reduced|improved|increased|decreased"
    r"|confirmed|led|received|took|placebo|n\s?=\s?\d+)\b"
)
_LONGEST = 2000
_STANDS_FOR = lazily(
    r"[ \t]*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)?(?:\*\*|__)(?P<what>[^*_\n]{2,120}?)(?:\*\*|__)[ \t]?:?[ \t]*"
)
"""What a work stands for, in front of it: "**Naps and the heart:** Bell A. …"."""


def is_work_alone(body: str) -> bool:
    """Whether an item is a work and nothing is told of it, but for a label in front of it that promises nothing."""
    label = _STANDS_FOR.match(body)
    if (label and promises(label["what"])) or tells(body):
        return False
    named = body[label.end() :] if label else body
    return looks_like_reference(named) and not speaks(named[:600])


def tells(body: str) -> bool:
    """Whether a line is such a paragraph. A title with its place in a journal or its address behind it is none."""
    label = _LABEL.match(body)
    told = body[label.end() :][:_LONGEST] if label else ""
    if not told.rstrip(' *_)"”').endswith((".", "!", "?")) or PLACE.search(told) or IDENTIFIED.search(told):
        return False
    return len(split(told)) > 1 and _TELLS.search(told) is not None
