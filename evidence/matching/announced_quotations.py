"""Quotations that a sentence with the source announces once: "All quotes here are from [Lee's page](…)."

Source: standards.md A3.2 (a quotation or an announced list): every block quotation up to the next heading is of that
source, however many stand there, and so is the author's own sentence that leads into one ("The gain is in the heart:")
or takes up what was quoted ("These effects grow with the dose.").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from evidence.language.lines import is_block_quoted
from evidence.language.patterns import lazily
from evidence.values import Document, How, Link

_QUOTE = r"(?:quot(?:e|es|ed|ing|ations?)|excerpt(?:s|ed)?|passages?|paragraphs?)"
_ANNOUNCES = lazily(
    rf"\b(?:i|we)(?:['’]m|['’]re|\s+am|\s+are|\s+will\s+be|['’]ll\s+be|\s+will|['’]ll|\s+have)?\s+(?:\w+\s+){{0,2}}?(?:quot(?:e|ed|ing)|excerpt(?:ed|ing)?)\b[^.;]{{0,60}}?\bfrom\b"
    rf"|\b(?:the|all|these|any|both|some|following|block|several|a\s+few|most)\s+(?:of\s+the\s+)?(?:[\w-]+\s+){{0,3}}?{_QUOTE}\s+(?:[\w-]+\s+){{0,6}}?(?:from|by)\b"
    rf"|\b{_QUOTE}\s+(?:below|here|that\s+follow|in\s+this\s+(?:section|post|article|page))\s+(?:\w+\s+){{0,4}}?(?:from|by)\b"
    r"|\b(?:what|everything)\s+(?:follows|is\s+quoted)\s+(?:below\s+|here\s+)?(?:is|comes)\s+(?:\w+\s+){0,3}?(?:from|by)\b"
    r"|\bthe\s+following\s+(?:is|are|was|were|comes?)\s+(?:(?:all|taken|quoted|copied|excerpted|lifted|straight|directly|an?|from|some|excerpts?|quotes?|extracts?|passages?|mostly|largely)\s+){1,5}",
    re.IGNORECASE,
)
_TAKES_UP = lazily(
    r"\W*(?:(?:and|so|thus|also|but),?\s+)?(?:(?:because|as\s+a\s+result)\s+of\s+)?(?:this|these|those|such|the\s+same)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:effects?|benefits?|results?|findings?|changes?|responses?|improvements?|reductions?|differences?|associations?|risks?|gains?|numbers|figures|drops?)\b",
    re.IGNORECASE,
)
"""What goes on from the words quoted right before it."""

_NEAR = 3
"""Sentences behind the announcement within which the first quotation stands [house]."""

_MOST = 60
"""Sentences that one announcement reaches over [house]."""

_BREAKS = ("heading", "title", "reference-list", "note")


def announced(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, tuple[Link, ...]]]:
    """Index and links of each sentence without links of its own that an announced source covers."""
    if ">" not in document.text and "<blockquote" not in document.text:
        return
    breaks = sorted(block.start for block in document.not_prose if block.kind in _BREAKS)
    for place, sentence in enumerate(document.sentences):
        if owned[place] and not sentence.place and _ANNOUNCES.search(sentence.text):
            links = owned[place]
            for at in _reached(document, owned, breaks, place):
                index = document.sentences[at].index
                yield index, tuple(Link(index, link.key, How.INHERITED, link.mention) for link in links)


def _reached(
    document: Document, owned: Sequence[Sequence[Link]], breaks: Sequence[int], announcement: int
) -> Iterator[int]:
    """Places of what is quoted below an announcement, and of the author's words that belong to a quotation."""
    sentences, text = document.sentences, document.text
    part = bisect_left(breaks, sentences[announcement].start)
    keys = {link.key for link in owned[announcement]}
    quoted = [False]
    for at in range(announcement + 1, min(len(sentences), announcement + 1 + _MOST)):
        sentence = sentences[at]
        if bisect_left(breaks, sentence.start) != part:
            return
        quoted.append(is_block_quoted(text, sentence.start))
        if not any(quoted) and at - announcement >= _NEAR:
            return
        if owned[at]:
            if not quoted[-1] and not keys.issuperset(link.key for link in owned[at]):
                return  # another source has the word
        elif quoted[-1] or (quoted[-2] and _TAKES_UP.match(sentence.text)) or _leads_in(document, at):
            yield at


def _leads_in(document: Document, at: int) -> bool:
    """Whether a sentence ends with a colon right above a quotation."""
    following = document.sentences[at + 1 : at + 2]
    ends = document.sentences[at].text.rstrip(" *_").endswith(":")
    return ends and bool(following) and is_block_quoted(document.text, following[0].start)
