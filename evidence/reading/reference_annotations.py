"""What an author says of a work behind it in a list, or between the works: "[Bell](address) – kefir heals …".

Titles say what they like; words behind the last mark of a work are the author's own, and readers see them [house].
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.reading.reference_items import AUTHOR, BULLET, NUMBER, is_item, starts_item

_MARK = lazily(
    r"\]\([^()\s]{1,2000}\)|<?https?://[^\s<>]{4,2000}>?|(?<!\d)10\.\d{4,9}/\S{1,500}|\bPMID:?\s?\d{4,9}|\bPMC\d{4,9}"
    r"|\b\d{1,4}\s?(?:\([^()\s]{1,15}\))?\s?:\s?[eE]?\d{1,6}(?:\s?[–-]\s?[eE]?\d{1,6})?"
)
"""Where a work is: its address or identifier, or volume and pages."""
_LINE = lazily(r"[^\r\n\u2028\u2029]+")
_CLOSES = lazily(r"[\s.,;:)\]*_–—-]*")
_FEWEST = 3
"""Words of such a remark."""


def in_list(text: str) -> Iterator[tuple[int, int]]:
    """Where in the text of a list such words stand, line by line."""
    for line in paced(_LINE.finditer(text)):
        begin = _begin(text, line.start(), line.group())
        if len(line.group()[begin:].split()) >= _FEWEST:
            yield line.start() + begin, line.end()


def _begin(text: str, start: int, body: str) -> int:
    """Where on a line what may be an author's own words begins; its end where nothing may."""
    behind = max((mark.end() for mark in _MARK.finditer(body)), default=0)
    if behind:
        return _CLOSES.match(body, behind).end()  # type: ignore[union-attr]  # it matches nothing as well
    opened = NUMBER.match(body) or BULLET.match(body)
    words = body[opened.end() :] if opened else body
    if is_item(words) or AUTHOR.match(words.strip()):
        return len(body)
    alone = _ends(text, start + len(body)) if opened else _stands_alone(text, start, body)
    return len(body) - len(words) if alone else len(body)


def _ends(text: str, end: int) -> bool:
    """Whether an item ends with its line: the next one is blank or an item of its own."""
    following = _LINE.match(text, end + 1) if not text.startswith("\r\n", end) else _LINE.match(text, end + 2)
    return following is None or not following.group().strip() or starts_item(following.group())


def _stands_alone(text: str, start: int, body: str) -> bool:
    """Whether a line without a mark of a work is a paragraph of its own, rather than the rest of a title."""
    before = text[max(0, start - 40) : start]
    return before.count("\n") + before.count("\r") >= 2 and body.rstrip(" *_")[-1:] in (".", "!")
