"""What is read off a figure or chart whose caption names its source: "As the chart shows, naps are rare."

Source: standards.md A3.2: a figure, like a list or table, names its source once, in its caption, and what the text
reads off it stands on that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from evidence.context import Source
from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.matching.headed_sections import heading_works
from evidence.matching.linked_titles import Reach
from evidence.values import Document, How, Link

_FIGURE = r"(?:figure|chart|graph|plot|diagram|infographic)"
_READ_OFF = lazily(
    r"\W*(?:as|from|in)\s+(?:you\s+can\s+see\s+(?:in|from)\s+)?(?:the|this|that)\s+(?:\w+\s+)?(?:figure|chart|graph|plot|diagram|infographic)\b"
    r"|\W*(?:the|this|that)\s+(?:figure|chart|graph|plot|diagram|infographic)\s+(?:above\s+|below\s+)?(?:also\s+|clearly\s+)?(?:shows?|illustrates?|compares?|tells?|suggests?)\b",
    re.IGNORECASE,
)
"""What is read off a figure whose caption names its source: "As the chart shows"."""
_CAPTION = lazily(r"[\W_]*(?:fig(?:ure)?s?|chart|graph|plot)\b[\W_]*\d{0,3}", re.IGNORECASE)


def below_captions(
    document: Document, owned: Sequence[Sequence[Link]], resolve: Callable[[str], Source | None]
) -> Iterator[Reach]:
    """How, place and sources of each sentence that is read off the figure right above its paragraph."""
    for place, sentence in enumerate(document.sentences):
        if owned[place] or sentence.place or not _READ_OFF.match(sentence.text):
            continue
        first = place
        while first and document.sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        if links := _of_caption(document, owned, first, resolve):
            yield How.INHERITED, [place], links


def _of_caption(
    document: Document, owned: Sequence[Sequence[Link]], first: int, resolve: Callable[[str], Source | None]
) -> list[tuple[str, str]]:
    """Key and words of what the caption right above a paragraph names, be it read as a sentence or not."""
    start = document.sentences[first].start
    above = document.sentences[first - 1] if first else None
    end = above.end if above else 0
    for block in reversed(document.not_prose):
        if (
            block.kind == "caption"
            and end <= block.start < start
            and (named := list(heading_works(document, block, resolve)))
        ):
            return named
    if above and owned[first - 1] and _CAPTION.match(document.text, line_start(document.text, above.start)):
        return [(link.key, link.mention) for link in owned[first - 1]]
    return []
