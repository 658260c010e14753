"""Items of a list that only name what the passage below them tells: "- *Weight*", then a paragraph that is set in.

Such a name is a heading: what it names is told below it. A name with a verb or a number says something itself and
stays prose, and so does an item below which nothing is set in [house].
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.claims import cues
from evidence.claims.beside_frames import says
from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Stretch

_SET_APART = lazily(r"(?P<mark>\*{1,3}|_{1,3})(?![*_\s])(?P<words>[^*_\n]{2,60})(?<!\s)(?P=mark)[ \t]*")
_OF = lazily(r"^\w+\s+(?:of|in|and|or|to\s+the)\s+")
"""A noun with what it belongs to: "Loss of", "Changes in" are no verbs."""
_MOST_WORDS = 6
_FEWEST_LETTERS = 30
"""Letters from which what is set in below tells something."""
_INDENT = 2


def find(text: str, stretches: Sequence[Stretch]) -> set[int]:
    """Which stretches are such names."""
    return {
        number
        for number, stretch in enumerate(stretches[:-1])
        if stretch.item and _names(text, stretch) and _goes_on(text, stretch, stretches[number + 1])
    }


def _names(text: str, stretch: Stretch) -> bool:
    """Whether an item is a name set apart: few words, no verb, no number, no end."""
    start, end = stretch.spans[0]
    found = _SET_APART.fullmatch(text, start, end) if len(stretch.spans) == 1 else None
    if found is None or not markdown_lines.looks_like_heading(found["words"]):
        return False
    words = found["words"]
    if len(words.split()) > _MOST_WORDS or any(sign.isdigit() for sign in words):
        return False
    return not (says(words) or cues.has_verb(_OF.sub("", words, count=1)) or cues.IMPERATIVE.search(words))


def _goes_on(text: str, stretch: Stretch, below: Stretch) -> bool:
    """Whether the paragraph below is set in further than the item's bullet, and ends like a sentence."""
    start, end = below.spans[0][0], below.spans[-1][1]
    body = text[start:end]
    if below.item or not markdown_lines.ends_sentence(body) or len(body.strip()) < _FEWEST_LETTERS:
        return False
    line = text.rfind("\n", 0, stretch.spans[0][0]) + 1
    lead = text[line : stretch.spans[0][0]]
    bullet = len(lead) - len(lead.lstrip(" \t"))
    return len(body) - len(body.lstrip(" \t")) >= bullet + _INDENT
