"""Links whose words run over several sentences: "[One thing is so. Another follows from it](address)" cites for both.

Source: standards.md A3.2 (an explicit marker in the sentence): each of these sentences is part of what is linked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from evidence.language.patterns import lazily
from evidence.values import Document, How, Link

_ENDS = lazily(r"[.!?][”\"’')\]*_]{0,3}\s")
_MOST = 6
"""Sentences that the words of one link run over at most [house]: more are a block that is linked as a whole."""


def spanning(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, Link]]:
    """Place and link for each further sentence that the words of a link reach into."""
    sentences = document.sentences
    starts = [sentence.start for sentence in sentences]
    for start, end in _long_ones(document):
        place = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        if not 0 <= place < last <= place + _MOST or sentences[place].paragraph != sentences[last].paragraph:
            continue
        links = [link for link in owned[place] if link.how is How.LINK]
        for at in range(place + 1, last + 1):
            yield from ((at, Link(sentences[at].index, link.key, How.LINK, link.mention)) for link in links[-1:])


def _long_ones(document: Document) -> Iterator[tuple[int, int]]:
    """Where the words of each link begin and end that might hold more than one sentence."""
    yield from ((link.start, link.start + len(link.text)) for link in document.links if _ENDS.search(link.text))
    for marker in document.markers:
        words = marker.text.rpartition("](")[0]
        if marker.how is How.LINK and _ENDS.search(words):
            yield marker.start, marker.start + len(words)
