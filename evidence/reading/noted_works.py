"""Which notes hold a work, and which say something of their author's own."""

from __future__ import annotations

from evidence.language.patterns import lazily
from evidence.reading.reference_items import is_remark
from evidence.reading.reference_looks import looks_like_reference, names_a_source

_TITLED = lazily(
    r"\s*(?:[A-Z][\w'’-]{1,30},?\s(?:[A-Z][\w.'’-]{0,30},?\s){0,4})?[“\"][^“”\"\n]{3,250}[.,?!][”\"]\s(?=[*_]{0,2}[A-Z])"
    r"(?=[^\n]{3,300}(?<!\d)(?:19|20)\d\d(?!\d))[^\n]{3,500}$"
)
"""A note in the style of the MLA: “Title.” Container, by whom, publisher, year, pages."""

_LONG = 20
"""A note of so many words that speaks in sentences tells something, whatever it links to [house]."""

_ADDRESSED = lazily(r"10\.\d{4,9}/|pubmed|\bPMC\d|\bPMID|https?://")


def is_work(raw: str) -> bool:
    """Whether the words of a note are those of a reference, or little more than the address of a work."""
    return bool(looks_like_reference(raw) or _only_an_address(raw) or _TITLED.match(raw) or names_a_source(raw))


def _only_an_address(raw: str) -> bool:
    if len(raw.split()) >= _LONG and is_remark(raw):
        return False
    return len(raw) <= 600 and _ADDRESSED.search(raw) is not None
