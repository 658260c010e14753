"""The running text of an element as Markdown: words, emphasis, links and the marks of citations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import quote

from evidence.deadline import check
from evidence.language.patterns import lazily
from evidence.opening.html import citation_marks, own_numbers, web_links
from evidence.opening.html.anchors import Notes
from evidence.opening.html.tree import Node

_SPACE = lazily(r"[ \t\n\r\f\v\u00a0\u2007\u202f]+")
_NOTHING = lazily(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_TAG_LIKE = lazily(r"<(?=[A-Za-z/!?])")
_EMPHASIS = {"em": "*", "strong": "**", "b": "**"}

Piece = tuple[str, int]
"""A stretch of text and the place in the page that it comes from."""


@dataclass(slots=True)
class RunningText:
    """The text of one paragraph in the making, with single white space.

    `plain` leaves out emphasis and writes addresses behind their words. `last` is the letter before what comes next.
    """

    plain: bool
    last: str = ""
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, place: int) -> None:
        """Adds text in which white space is already single."""
        if text.startswith(" ") and (not self.last or self.last.isspace()):
            text = text[1:]
        if text:
            self.pieces.append((text, place))
            self.last = text[-1]

    def add_words(self, node: Node) -> None:
        """Adds a text of the page, line by line so that places stay near the mark."""
        place = node.start
        for line in node.text.splitlines(keepends=True) or [""]:
            bare = line.lstrip()
            if bare != line:
                self.add(" ", place)
            words = unescape(bare) if "&" in bare else bare
            words = _SPACE.sub(" ", _NOTHING.sub("", words))
            self.add(_TAG_LIKE.sub("&lt;", words), place + len(line) - len(bare))
            place += len(line)

    def add_as_is(self, pieces: list[Piece]) -> None:
        """Adds pieces of another text that began where this one ends."""
        for text, place in pieces:
            self.pieces.append((text, place))
            self.last = text[-1]

    def add_between(self, before: str, pieces: list[Piece], after: str, place: int) -> None:
        """Adds pieces between marks that stand close to their words."""
        words = _joined(pieces)
        if words[:1].isspace():
            self.add(" ", place)
        self.pieces.append((before, place))
        self.last = before[-1]
        end = len(words.rstrip())
        self.pieces += _trimmed(pieces, len(words) - len(words.lstrip()), end)
        self.pieces.append((after, place))
        self.last = after[-1]
        if words[end:]:
            self.add(" ", place)

    def in_brackets(self) -> bool:
        """Whether what comes next stands within the brackets of a citation."""
        return self.last in ("[", "(", "") or citation_marks.is_begun(_joined(self.pieces[-8:]))


@dataclass(frozen=True, slots=True)
class Inline:
    """Writes the inline elements of one page into running texts, without those that are `dropped` (by identity).

    `refs` collects the `<ref>` elements met, by the name of the footnote they become.
    """

    notes: Notes
    dropped: set[int]
    refs: dict[str, Node]

    def children(self, node: Node, to: RunningText) -> None:
        """Writes what is in an element."""
        for child in node.children:
            if id(child) not in self.dropped:
                self.node(child, to)

    def _behind(self, node: Node, to: RunningText) -> None:
        """The mark of a note that stands behind it; the note is set with those of `<ref>` elements."""
        name, note = self.notes.behind[id(node)]
        self.refs[name] = note
        to.add(f"[^{name}]", node.start)

    def node(self, node: Node, to: RunningText) -> None:
        """One element or text; elements on lines of their own are run together with a space."""
        check()
        name = node.name
        if not name:
            to.add_words(node)
        elif id(node) in self.notes.behind:
            self._behind(node, to)
        elif id(node) in self.notes.apart:
            return
        elif name == "br":
            to.add(" " if to.plain else "\n", node.start)
        elif name == "img":
            _add_image(node, to)
        elif name == "a":
            self._link(node, to)
        elif not to.last and (number := own_numbers.joined(node)):
            to.add(number, node.start)
        elif name == "sup":
            self._raised(node, to)
        elif name == "ref":
            self._ref(node, to)
        elif mark := citation_marks.keyed(node):
            to.add(mark, node.start)
        elif name == "q":
            to.add("“", node.start)
            self.children(node, to)
            to.add("”", node.start)
        elif name in _EMPHASIS and not to.plain:
            self._emphasis(node, to)
        elif name == "code" and not to.plain and not node.blocky:
            _add_code(node, to)
        else:
            apart = node.blocky or name == "rt"  # a reading that says more than how letters are read
            if apart:
                to.add(" ", node.start)
            self.children(node, to)
            if apart:
                to.add(" ", node.start)

    def _apart(self, node: Node, last: str, *, plain: bool) -> list[Piece]:
        """What is in an element, as pieces of its own."""
        inner = RunningText(plain, last)
        self.children(node, inner)
        return inner.pieces

    def _emphasis(self, node: Node, to: RunningText) -> None:
        pieces = self._apart(node, to.last, plain=False)
        words = _joined(pieces)
        within = (to.last.isalnum() and words[:1].isalnum()) or (words[-1:].isalnum() and _next(node).isalnum())
        if not words.strip() or within or re.search(r"[*\n]", words):
            to.add_as_is(pieces)
        else:
            marks = _EMPHASIS[node.name]
            to.add_between(marks, pieces, marks, node.start)

    def _link(self, node: Node, to: RunningText) -> None:
        href = node.get("href").strip()
        if href.startswith("#"):
            self._link_within(node, href, to)
            return
        url = web_links.address(href)
        if to.plain:
            self._listed_link(node, url, to)
            return
        pieces = self._apart(node, to.last, plain=True)
        words = _joined(pieces)
        if not url or not words.strip() or "](" in words:
            to.add_as_is(pieces)
            return
        if re.search(r"[\[\]]", words):
            pieces = [(re.sub(r"[\[\]]", "", text), place) for text, place in pieces]
        before, after = web_links.marks_of(url, node.get("rel"))
        to.add_between(before, pieces, after, node.start)

    def _link_within(self, node: Node, href: str, to: RunningText) -> None:
        """A link within the page: the mark of a citation, or its words."""
        label = node.plain(200)
        mark = self.notes.mark(href, label)
        if mark:
            bare = not citation_marks.is_footnote(mark) and to.in_brackets()
            mark = citation_marks.as_shown(mark, label)
            to.add(mark if bare else f"[{mark}]", node.start)
        elif not (to.plain and self.notes.leads_back(href, label)):
            self.children(node, to)

    def _listed_link(self, node: Node, url: str, to: RunningText) -> None:
        """A link in a reference list: its words, and its address behind them where the words do not say it."""
        label = node.plain(200)
        if not web_links.names_service(label):
            self.children(node, to)
        if web_links.adds_to(label, url):
            to.add(f" {url} ", node.start)

    def _raised(self, node: Node, to: RunningText) -> None:
        held = any(id(child) in self.notes.behind for child in node.children[:60])
        written = None if held else citation_marks.raised(node, self.notes, _joined(to.pieces[-2:]))
        if written is None:
            self.children(node, to)
        else:
            to.add(written, node.start)

    def _ref(self, node: Node, to: RunningText) -> None:
        """MediaWiki's <ref>: a footnote that stands where it is cited."""
        name = citation_marks.name_of_ref(node, len(self.refs) + 1)
        if node.words or name not in self.refs:
            self.refs[name] = node
        to.add(f"[^{name}]", node.start)


def _add_image(node: Node, to: RunningText) -> None:
    words = _SPACE.sub(" ", re.sub(r"[\[\]()<>\"]", " ", node.get("alt")[:500])).strip()
    if (
        node.get("src").startswith(web_links.IN_DOCUMENT) and not to.plain
    ):  # of a Word document; whoever keeps it describes it
        to.add(f"![{words}]({quote(node.get('src'))})", node.start)
    elif len(words) <= 2:
        to.add(words, node.start)  # a picture of a smiley stands for one letter
    elif not to.plain:
        to.add(f"![{words}]({web_links.address(node.get('src')) or 'image'})", node.start)


def _add_code(node: Node, to: RunningText) -> None:
    words = _SPACE.sub(" ", node.plain()).replace("`", "'")
    if words:
        to.add(f"`{words}`", node.start)


def _joined(pieces: list[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def _next(node: Node) -> str:
    """The letter that follows an element, "" where another element or nothing does."""
    siblings = node.parent.children if node.parent else []
    # A paragraph has few parts; the first of the same identity is the element itself.
    place = next((number for number, other in enumerate(siblings[:500]) if other is node), -1)
    after = siblings[place + 1] if 0 <= place < len(siblings) - 1 else None
    return after.text[:1] if after is not None and not after.name else ""


def _trimmed(pieces: list[Piece], begin: int, end: int) -> list[Piece]:
    """The pieces without what stands before `begin` and from `end` on, counted over all of them."""
    found, at = [], 0
    for text, place in pieces:
        first, last = max(begin - at, 0), min(end - at, len(text))
        if first < last:
            found.append((text[first:last], place))
        at += len(text)
    return found
