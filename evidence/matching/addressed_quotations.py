"""Block quotations with nothing but an address on the line below them: "> Naps help." and under it "<https://…>".

Source: standards.md A3.2: what is quoted is cited as a whole. The line stands outside the quotation, or in one that it
is quoted within; an address below a paragraph of the author's own may lead on and cites nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.matching.linked_titles import Reach
from evidence.values import Document, How, Link, Sentence

_ADDRESS = lazily(
    r"[\s>*_(]{0,12}(?:\[\s?<?https?://[^\[\]\s]{4,1000}>?\s?\]\(\s?<?https?://[^\s<>()]{4,1000}(?:\([^\s()<>]{1,200}\)[^\s()<>]{0,300})?>?\s?\)|<?https?://[^\s<>\[\]]{4,1000}>?)[\s*_).]{0,6}"
)
_LONGEST = 3000
_MARKS = lazily(r"[ \t>]*")
_MOST = 12
"""Sentences of a quotation that one address covers [house]."""


def is_address(text: str) -> bool:
    """Whether a sentence is an address and nothing else, plain or linked to itself."""
    return "http" in text and len(text) < _LONGEST and _ADDRESS.fullmatch(text) is not None


def above_addresses(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[Reach]:
    """How, places and sources of quotations that stand right above an address which is among the sources."""
    for place, sentence in enumerate(document.sentences):
        if place and owned[place] and is_address(sentence.text):
            first = _top(document, owned, place)
            if place - first <= _MOST:
                yield How.COVERED, range(first, place), [(link.key, link.mention) for link in owned[place]]


def _top(document: Document, owned: Sequence[Sequence[Link]], place: int) -> int:
    """The first sentence of the quotation right above a line; the line itself where none is."""
    sentences = document.sentences
    inside = _depth(document, sentences[place - 1])
    if inside <= _depth(document, sentences[place]):
        return place
    first = place
    while first:
        before = sentences[first - 1]
        if owned[first - 1] or before.place or _depth(document, before) < inside:
            break
        if first < place and _are_apart(document, before, sentences[first]):
            break
        first -= 1
    return first


def _are_apart(document: Document, before: Sentence, later: Sentence) -> bool:
    """Whether a line that is not quoted, or an empty one, stands between two sentences that are."""
    between = document.text[before.end : later.start]
    return any(">" not in line for line in between.split("\n")[1:])


def _depth(document: Document, sentence: Sentence) -> int:
    """How many block quotations the line of a sentence stands in."""
    marks = _MARKS.match(document.text, line_start(document.text, sentence.start))
    return marks.group().count(">") if marks else 0
