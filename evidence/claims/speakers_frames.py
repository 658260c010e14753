"""Words by which writers speak up before they say something: "I promise you:", "As I said,", "As a rule of thumb:".

What stands behind them is what they say, and is judged by its own words; with the frame in front it looks like a word
about the writer. On labelled pages nine of eleven sentences that begin so are claims. Source: docs/labelling.md
(`opinion`: a fact is a claim whoever says it).
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_SAY = r"promise|swear|guarantee|tell|assure|understand|admit|repeat|say|stress|warn|emphasi[sz]e|remind"
_SAID = r"mentioned|said|wrote|noted|explained|discussed|saw|seen|stated|pointed\s+out|told\s+you"
_FRAME = lazily(
    r"\W*(?:(?:but|and|so|now|well|again|also|yes|no),?\s+)?(?:"
    rf"I\s+(?:can\s+|do\s+|must\s+|have\s+to\s+|will\s+|cannot\s+)?(?:{_SAY})\b[^:,.;]{{0,30}}:\s+"
    rf"|as\s+(?:I|we)(?:['’]ve|\s+have)?\s+(?:already\s+|just\s+)?(?:{_SAID})\b[^,:.;]{{0,30}},\s+"
    r"|I\s+(?:want|would\s+like|need)\s+to\s+(?:stress|add|point\s+out|emphasi[sz]e|note|mention|remind\s+you)\s+that\s+"
    r"|I\s+(?:should|must|can)\s+(?:add|mention|note|point\s+out)\s+that\s+"
    r"|(?:please\s+)?(?:remember|(?:keep|bear)\s+in\s+mind|note)(?:\s+that\s+|,\s+)"
    r"|as\s+a\s+rule\s+of\s+thumb[:,]\s+|(?:the\s+)?(?:fun\s+fact|truth|bottom\s+line|long\s+story\s+short|in\s+a\s+nutshell)\s*[:,]\s+"
    r")(?=\S+\s+\S+\s+\S)",
    re.IGNORECASE,
)


def parted(text: str) -> tuple[str, str]:
    """The frame in front of a sentence, "" where it has none, and the sentence that stands behind it."""
    found = _FRAME.match(text)
    if found is None:
        return "", text
    return found.group(), f"{text[found.end()].upper()}{text[found.end() + 1 :]}"
