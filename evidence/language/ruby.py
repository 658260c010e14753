"""Small readings above letters (`<ruby>can<rt>kan</rt>cer</ruby>`): readers read the letters below as one word.

HTML Standard, 4.5.10-12. A reading that is a word of effect or longer than a reading is, is a word of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.disguised_words import EFFECTS
from evidence.language.patterns import lazily

_LONGEST = 12
"""Letters of a reading [house]."""
_TAGS = lazily(
    r"</?(?:ruby|rb|rtc)\b[^<>]{0,200}>|<rp\b[^<>]{0,200}>[^<]{0,4}(?:</rp>)?|<rt\b[^<>]{0,200}>(?P<said>[^<]{0,12})</rt>"
)


def is_reading(words: str) -> bool:
    """Whether the words above some letters only say how these are read."""
    return len(words.strip()) <= _LONGEST and words.strip().lower() not in EFFECTS


def readings_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where tags of such readings, and the readings, stand in a text."""
    if "<ruby" not in text:
        return
    for match in paced(_TAGS.finditer(text)):
        if match["said"] is None or is_reading(match["said"]):
            yield match.span()
