"""Which items of a reference list sell something: an advertisement under "Notes" or "Further reading" is still one.

In: the words of an item or a line. Out: whether it sells. A link to a shop alone sells nothing: books are cited so.
Source: standards.md C2 and C7; the signs are [house].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence.language.patterns import lazily
from evidence.reading.markdown_lines import Line
from evidence.reading.reference_items import AUTHOR, BULLET, NUMBER, YEAR, Item, starts_item
from evidence.reading.reference_looks import looks_like_reference
from evidence.selling.offers import OFFER, OURS, SHOP_URL, has_price
from evidence.selling.statements import by_rules

_LINK = lazily(
    r"\[([^\[\]]{0,300})\]\([^()\s]{0,1000}[^()]{0,200}\)|<a\b[^<>]{0,500}>([^<>]{0,300})</a>", re.IGNORECASE
)
_ADDRESS = lazily(r"https?://\S{1,1000}|www\.\S{1,500}")
_BUY = lazily(
    r"\b(?:buy|order|shop\s+for|get\s+(?:your|yours|it|some)|available\s+(?:now|in\s+(?:our|all|most|good))|in\s+stock|for\s+sale|on\s+sale)\b|^\W*(?:try|get|grab)\s+[A-Z]",
    re.IGNORECASE,
)
_SAYS_OUTRIGHT = lazily(
    r"^\W*(?:[A-Z][\w'’®™-]{0,40}\s+){1,3}(?:cures|treats|heals|relieves|prevents|eases|reverses|ends|stops|beats|fights|kills|soothes|clears|lowers|supports|boosts|improves|restores|helps|promotes)\b"
)
_DATED = lazily(
    r"\s*[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}(?:(?:\s&|\sand|,)\s[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}){0,3},?\s\(?(?:19|20)\d\d[a-z]?\)?[.,:]\s+(?=[*_“\"])"
)
"""A family name and a year in front of a title that is set off: "Moor, 2018. *The quiet mind*. (a shop's address)"."""
_MARKUP = lazily(r"[*_#>|]|</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_LONGEST = 2000
"""Letters of an item that are read for what it sells [house]."""


def sells(body: str) -> bool:
    """Whether an item offers goods, or claims something for goods beside a price or the address of a shop."""
    body = body[:_LONGEST]
    linked = SHOP_URL.search(body) is not None
    if not (linked or has_price(body) or OFFER.search(body) or OURS.search(body)):
        return False
    if looks_like_reference(body) or (AUTHOR.match(body.strip()) and YEAR.search(body)):
        return False
    if (dated := _DATED.match(body)) and not (has_price(body) or OFFER.search(body) or OURS.search(body)):
        title = body[dated.end() :]
        if not (_SAYS_OUTRIGHT.match(title) or _BUY.search(_LINK.sub(" ", title))):
            return False
    labels = [label for found in _LINK.finditer(body) if (label := found.group(1) or found.group(2))]
    words = _MARKUP.sub(" ", _ADDRESS.sub(" ", _LINK.sub(" ", body)))
    if any(_SAYS_OUTRIGHT.match(label) or (_BUY.search(label) and not YEAR.search(body)) for label in labels):
        return True
    if _BUY.search(words) or OFFER.search(words):
        return True
    return any(by_rules(part).claims for part in _SENTENCES.split(words) if len(part.split()) >= _FEWEST)


_SENTENCES = lazily(r"(?<=[.!?])\s+")
_FEWEST = 3
"""Words of a sentence that may claim something [house]."""


def offers(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The first line of each paragraph or item that sells goods, and the line behind it."""
    place = first
    while place < last:
        behind = place + 1
        while behind < last and not (lines[behind].blank or lines[behind - 1].blank or starts_item(lines[behind].body)):
            behind += 1
        if not lines[place].blank and "<" not in lines[place].body[:8]:
            body = " ".join(line.body for line in lines[place:behind])
            opened = NUMBER.match(body) or BULLET.match(body)
            if sells(body[opened.end() :] if opened else body):
                yield place, behind
        place = behind


def whole(lines: Sequence[Line], first: int, behind: int) -> Item:
    """Some lines as one item, without the number or the bullet in front."""
    line = lines[first]
    opened = NUMBER.match(line.body) or BULLET.match(line.body)
    return Item(line.content + (opened.end() if opened else 0), lines[behind - 1].end, 0, "")
