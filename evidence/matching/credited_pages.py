"""Pages without sections that say once where all of it is from: under "Source:" at the head, or in a sentence below.

Source: standards.md A3.2: "a section that names its source once covers its items"; a page without headings is one
section [house]. It has to say so of the whole ("This information was taken from …", not "based on"), to cite nothing
else, and to be short. What the author says of themselves or their goods there stands on nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from evidence.claims.beside_frames import tells_beside
from evidence.language.patterns import lazily
from evidence.matching.linked_titles import Reach
from evidence.values import Block, Document, How, Link, Sentence

_MOST = 30
"""Sentences of a page that one naming of its source covers [house]; longer ones have to cite."""

_HEAD = lazily(r"(?:the\s+|original\s+)?(?:source|reference|study|paper|article)(?:\s+article)?\W*", re.IGNORECASE)
_SAYS = lazily(
    r"[\W_]*(?:all\s+(?:of\s+)?)?(?:the|this)\s+(?:above\s+)?(?:information|content|text|article|post|page|material|advice|facts?|summary|overview|fact\s?sheet)\s+"
    r"(?:(?:on|in)\s+this\s+(?:page|article|post|section)\s+|above\s+|provided\s+(?:here|above)\s+)?(?:is|are|was|were|has\s+been|have\s+been)\s+(?:(?:all|\w+ly)\s+)?"
    r"(?:sourced|taken|adapted|reproduced|reprinted|republished|excerpted|summari[sz]ed|copied|condensed|obtained|courtesy)\s+(?:with\s+permission\s+)?(?:from|of)\b",
    re.IGNORECASE,
)
_OWN = lazily(
    r"\b(?:[Ww]e|[Oo]urs?|[Mm]y|us|I)\b|\b(?i:buy|shop|order\s+(?:now|here|yours)|discount|coupon|in\s+stock|checkout)\b"
)
_BREAKS = frozenset({"heading", "reference-list"})


def of_pages(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[Reach]:
    """How, places and source of a page that names one source for all of it."""
    starts = [sentence.start for sentence in document.sentences]
    for how, places, links in (*_under_heads(document, starts), *_said(document, owned)):
        keys = {key for key, _ in links}
        others = any(link.key not in keys for found in owned for link in found)
        bare = [place for place in places if not _OWN.search(document.sentences[place].text)]
        if not others and len(keys) == 1 and len(bare) <= _MOST:
            yield how, bare, links


def _under_heads(document: Document, starts: Sequence[int]) -> Iterator[Reach]:
    """The page below the one work that stands under "Source:" at its head."""
    blocks = [block for block in document.not_prose if block.kind in _BREAKS]
    if len(document.references) != 1 or len(blocks) < 2 or bisect_left(starts, blocks[0].start):
        return
    head, work = blocks[:2]
    named = head.kind == "heading" and _HEAD.fullmatch(head.text.strip("#*_ =-\n")) is not None
    if named and work.kind == "reference-list":
        reference = document.references[0]
        places = range(bisect_left(starts, work.end), bisect_left(starts, _next(blocks[2:], document)))
        yield How.INHERITED, places, [(reference.key, head.text.strip())]


def _said(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[Reach]:
    """What stands above a sentence that says where it is from, on a page without headings."""
    if any(block.kind in _BREAKS for block in document.not_prose):
        return
    for place, sentence in enumerate(document.sentences):
        if owned[place] and not sentence.place and says_where_from(sentence.text) and not _names_part(sentence):
            links = {link.key: link.mention for link in owned[place]}
            yield How.COVERED, range(place), list(links.items())


def says_where_from(text: str) -> bool:
    """Whether a sentence says where all that stands above it is from: "This information was taken from …"."""
    return _SAYS.match(text) is not None


def only_says_where_from(text: str) -> bool:
    """Whether that is all that a sentence says: no clause beside it tells of health."""
    found = _SAYS.match(text)
    return found is not None and not tells_beside(text, found.start(), found.end())


def _names_part(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a part of the page alone: "The advice on tea is taken from …"."""
    return re.search(r"\b(?:section|paragraph|table|list|figure|quote)\b", sentence.text, re.IGNORECASE) is not None


def _next(blocks: Sequence[Block], document: Document) -> int:
    return blocks[0].start if blocks else len(document.text)
