"""Works that stand on one line, a link for each: "Sources: [Title](address), [Title](address) and [Title](address)"."""

from __future__ import annotations

from evidence.language.patterns import lazily
from evidence.reading.reference_items import Item

_LINK = (
    r"\[[^\[\]\n]{2,300}\]\(\s?<?https?://[^\s()<>]{1,1000}(?:\([^\s()<>]{1,200}\)[^\s()<>]{0,300})?>?"
    r"(?:\s[\"'][^\"'\n]{0,200}[\"'])?\s?\)"
)
_ONE = rf"[*_]{{0,3}}{_LINK}[*_]{{0,3}}(?:,?\s?\([^()\[\]\n]{{1,120}}\))?"
_APART = r"\s{0,2}(?:[,;|/&•·–—]\s{0,2}(?:(?:and|&)\s)?|(?:and|&)\s|<br\s?/?>\s?)"
_ROW = lazily(rf"\s*{_ONE}(?:{_APART}{_ONE}){{1,40}}[\s.*_]*")
_EACH = lazily(_ONE)


def items_in(text: str, start: int, end: int) -> tuple[Item, ...]:
    """The links between two places as items, where two or more stand there and nothing but signs between them."""
    if not _ROW.fullmatch(text, start, end):
        return ()
    return tuple(Item(found.start(), found.end(), 0, "") for found in _EACH.finditer(text, start, end))
