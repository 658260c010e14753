"""HTML into tags and text, in one pass whose time is linear in the length of the page, whatever it holds.

Tags are told from text as in the HTML Standard, section 13.2.5 (tokenization), with two differences that only broken
pages notice: a tag or comment that never ends is text, so that a page cut short keeps its words.
docs/decisions/0005 says why this is not left to a library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from evidence.language.patterns import lazily

_MARK = lazily(r"<(?=[A-Za-z]|/[A-Za-z]|[!?])")
_NAME = lazily(r"[A-Za-z][^\s/>]{0,60}")
_QUOTE_OR_END = lazily(r"=\s*+([\"'])|>")
_ATTRIBUTE = lazily(r"([^\s\"'<>/=][^\s\"'<>/=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is text up to their end tag (13.2.5.2 to 13.2.5.4)."""

_MOST_ATTRIBUTES = 200


@dataclass(frozen=True, slots=True)
class Token:
    """A tag or a stretch of text. `name` is "" for text, in lower case for a tag; `text` is as written.

    `start` is a code point of the page. The raw content of a script or title comes as the `text` of its start tag.
    """

    name: str
    start: int
    text: str = ""
    closing: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


def tokens(page: str) -> Iterator[Token]:
    """The tags and texts of a page in order; comments, doctypes and processing instructions are left out."""
    ends = _Ends(page)
    begin = place = 0  # `begin` is where the text before the next tag begins
    while True:
        mark = _MARK.search(page, place)
        start = mark.start() if mark else len(page)
        closing = mark is not None and page[start + 1] == "/"
        name = _NAME.match(page, start + 1 + closing)
        end = ends.of_tag(name.end()) if mark and name else -1
        if mark and page[start + 1] not in "!?" and end < 0:
            place = start + 1
            continue
        if start > begin:
            yield Token("", begin, page[begin:start])
        if mark is None:
            return
        if name is None or page[start + 1] in "!?":
            begin = place = ends.of_comment(start)
            continue
        lower = name.group().lower()
        begin = place = end + 1
        attributes = {} if closing else _attributes(page[name.end() : end])
        if lower == "ref" and page[end - 1] == "/":
            attributes = {**attributes, "/": ""}  # MediaWiki's <ref name="a" />: no other element closes itself
        if lower in _RAW and not closing:
            begin = ends.of_raw(lower, place)
            yield Token(lower, start, page[place:begin], False, attributes)
            place = begin
        else:
            yield Token(lower, start, "", closing, attributes)


class _Ends:
    """Where things end. What was searched for in vain once is never searched for again: that keeps the time linear."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._absent: set[str] = set()
        self._quotes = True
        """Whether quotes around attribute values are heeded: until a tag would have run to the end of the page."""

    def _find(self, sought: str, place: int) -> int:
        if sought in self._absent:
            return -1
        found = self._page.find(sought, place)
        if found < 0:
            self._absent.add(sought)
        return found

    def of_comment(self, start: int) -> int:
        """The place behind a comment, doctype or instruction."""
        if self._page.startswith("<!--", start):
            end = self._find("-->", start + 2)
            return end + 3 if end >= 0 else start + 4
        end = self._find(">", start)
        return end + 1 if end >= 0 else start + 2

    def of_tag(self, place: int) -> int:
        """The place of the ">" that ends a tag, or -1."""
        at = place
        while self._quotes:
            found = _QUOTE_OR_END.search(self._page, at)
            if found is None:
                break
            if not found[1]:
                return found.start()
            close = self._find(found[1], found.end())
            if close < 0:
                break
            at = close + 1
        self._quotes = False
        return self._find(">", place)

    def of_raw(self, name: str, place: int) -> int:
        """The place of the end tag of an element whose content is text; the end of the page where there is none."""
        if f"</{name}" in self._absent:
            return len(self._page)
        found = lazily(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._page, place)
        if found is None:
            self._absent.add(f"</{name}")
            return len(self._page)
        return found.start()


def _attributes(text: str) -> Mapping[str, str]:
    values: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(text):
        if len(values) >= _MOST_ATTRIBUTES:
            break
        value = found[2] or found[3] or found[4] or ""
        values.setdefault(found[1].lower(), unescape(value) if "&" in value else value)
    return values
