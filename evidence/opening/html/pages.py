"""A saved web page as the text that its readers see, in Markdown, with what the page says about itself.

The engine reads this text, and a document's offsets count its code points. `places` leads back into the page, so that
a report can name the line of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from evidence.language.patterns import lazily
from evidence.opening.html.anchors import Notes, items_of, notes_of
from evidence.opening.html.boilerplate import HEADS, article_of, left_out
from evidence.opening.html.inline import Inline, Piece
from evidence.opening.html.metadata import meta_of
from evidence.opening.html.text_pieces import paragraphs, stripped, without_label, without_number
from evidence.opening.html.tree import HEADINGS, Node, tree_of
from evidence.reading import boilerplate
from evidence.reading.reference_lists import names_a_list

_HTML = lazily(
    r"\ufeff?\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,2000}-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head>|<body[\s>])",
    re.IGNORECASE,
)
_LINE_END = lazily(r"\r\n|\n|\r")
_INDENTS = 8
"""Lists nested more deeply are set no further in."""

_NOTICE = 3000
"""Letters: a part of the page that may be a notice is not longer."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """The text of a page and its front matter in effect (`meta`).

    `places` are a place in the text with the line and column of the page that it comes from, in order, from 1.
    """

    text: str
    meta: Mapping[str, Any]
    places: tuple[tuple[int, int, int], ...]


def is_page(text: str) -> bool:
    """Whether a text is a whole web page rather than prose with some markup."""
    return _HTML.match(text[:4000]) is not None


def read_page(page: str) -> WebPage:
    """Reads a page. Raises TooManyElementsError (a ValueError)."""
    root, nodes = tree_of(page)
    article = article_of(root, nodes)
    dropped = left_out(root, nodes, article)
    notes = notes_of(nodes, dropped)
    blocks = _Blocks(notes, dropped)
    blocks.children(root, _Place())
    blocks.collected()
    heading = next(
        (node.plain(300) for node in nodes if node.name == "h1" and id(node) not in dropped and node.words), ""
    )
    text, places = _set(blocks.found)
    return WebPage(text, meta_of(nodes, heading), tuple(_lines(places, page)))


def _lines(places: Iterable[tuple[int, int]], page: str) -> Iterator[tuple[int, int, int]]:
    starts = [0, *(end.end() for end in _LINE_END.finditer(page))]
    for place, start in places:
        line = bisect_right(starts, start)
        yield place, line, start - starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: what opens its first line and the lines after it, how deep in lists, whether in a list of
    references or notes (`plain`)."""

    first: str = ""
    rest: str = ""
    depth: int = 0
    plain: bool = False

    def after(self) -> _Place:
        return replace(self, first=self.rest)


@dataclass(slots=True)
class _Block:
    """Pieces of text with what opens their lines; `close` where it follows on the block before without a blank line."""

    pieces: list[Piece]
    place: _Place
    close: bool = False


@dataclass(slots=True)
class _Blocks:
    """Collects the blocks of a page."""

    notes: Notes
    dropped: set[int]
    found: list[_Block] = field(default_factory=list)
    refs: dict[str, Node] = field(default_factory=dict)
    listing: bool = False
    """Whether the heading last met names a reference list."""

    def children(self, node: Node, place: _Place) -> _Place:
        """Sets what is in an element; returns the place of what follows."""
        run: list[Node] = []
        for child in node.children:
            if id(child) in self.dropped:
                self._notice(child, place)
            elif child.blocky:
                place = self._run(run, place)
                run = []
                place = self.block(child, place)
            else:
                run.append(child)
        return self._run(run, place)

    def block(self, node: Node, place: _Place) -> _Place:
        """Sets one element that stands on lines of its own."""
        if name := self.notes.names.get(id(node)):
            return self._note(name, node, place)
        if node.name in HEADS and node.words < 80:
            named = names_a_list(node.plain(100))
            self.listing = named or (self.listing and node.name not in HEADINGS)
        if node.name in HEADINGS:
            return self._line(node, place, f"{'#' * int(node.name[1])} ")
        if node.name in ("ul", "ol", "menu"):
            return self._list(node, place)
        if node.name == "blockquote":
            return self._quoted(node, place)
        if node.name == "table" and _is_data(node):
            return self._table(node, place)
        if node.name in ("pre", "listing"):
            return self._code(node, place)
        if node.name == "hr":
            self.listing = False
            return self._put([("* * *", node.start)], place)
        if node.name in ("figcaption", "caption"):
            return self._caption(node, place)
        if node.name in ("dt", "summary") and not _holds_blocks(node):
            return self._term(node, place)
        if node.name == "figure":
            return self._figure(node, place)
        return self.children(node, place)

    def collected(self) -> None:
        """Sets the texts of `<ref>` elements as footnotes."""
        for name, node in list(self.refs.items())[:2000]:
            if node.words:
                self._put(self._inline([node], True, f"[^{name}]: ", inside=True), _Place())

    def _inline(self, nodes: Iterable[Node], plain: bool, opening: str = "", *, inside: bool = False) -> list[Piece]:
        """The running text of nodes, trimmed; [] where there is none. `inside` takes what is in them alone."""
        writer = Inline(self.notes, self.dropped, self.refs, plain)
        for node in nodes:
            if inside:
                writer.children(node)
            else:
                writer.node(node)
        pieces = stripped(writer.pieces)
        return [(opening, pieces[0][1]), *pieces] if pieces and opening else pieces

    def _run(self, run: Sequence[Node], place: _Place) -> _Place:
        """Inline nodes between blocks: a paragraph, or several where two line breaks part them."""
        if not run:
            return place
        for pieces in paragraphs(self._inline(run, place.plain)):
            place = self._put(pieces, place)
        return place

    def _put(self, pieces: list[Piece], place: _Place, *, close: bool = False) -> _Place:
        if pieces:
            self.found.append(_Block(pieces, place, close))
            return place.after()
        return place

    def _line(self, node: Node, place: _Place, opening: str) -> _Place:
        pieces = self._inline([node], True, opening, inside=True)
        return self._put([(text.replace("\n", " "), start) for text, start in pieces], place)

    def _term(self, node: Node, place: _Place) -> _Place:
        pieces = self._inline([node], True, inside=True)
        if not pieces:
            return place
        start = pieces[0][1]
        return self._put([("**", start), *pieces, ("**", start)], place)

    def _caption(self, node: Node, place: _Place) -> _Place:
        """Words below a picture or above a table, as the words of an image."""
        pieces = self._inline([node], True, inside=True)
        if not pieces:
            return place
        start = pieces[0][1]
        words = [(re.sub(r"[\[\]]", "", text).replace("\n", " "), at) for text, at in pieces]
        return self._put([("![", start), *words, ("](image)", start)], place)

    def _figure(self, node: Node, place: _Place) -> _Place:
        """A picture with its caption: the caption alone where there is one, for it says more than the alt text."""
        captions = [inner for inner in node.walk() if inner.name == "figcaption" and inner.words]
        if captions and not any(inner.name in ("p", "blockquote", "table", "ul", "ol") for inner in node.children):
            return self._caption(captions[0], place)
        return self.children(node, place)

    def _note(self, name: str, node: Node, place: _Place) -> _Place:
        writer = Inline(self.notes, self.dropped, self.refs, True)
        writer.children(node)
        pieces = without_label(stripped(writer.pieces))
        return self._put([(f"[^{name}]: ", node.start), *pieces] if pieces else [], replace(place, first="", rest=""))

    def _list(self, node: Node, place: _Place) -> _Place:
        listed = self.listing or place.plain
        items = items_of(node) if node.name == "ol" else [(0, item) for item in node.children]
        indent = place.rest if place.depth < _INDENTS else place.rest[: -2 or None]
        close = place.depth > 0
        for number, item in items:
            if id(item) in self.dropped or not (item.name or item.text.strip()):
                continue
            if item.name in ("ul", "ol"):
                self._list(item, replace(place, first=indent + "  ", rest=indent + "  ", depth=place.depth + 1))
                continue
            mark = f"{number}. " if number else "- "
            inner = _Place(indent + mark, indent + " " * len(mark), place.depth + 1, listed)
            before = len(self.found)
            if listed and not self.notes.names.get(id(item)):
                pieces = stripped(self._inline([item], True, inside=True))
                self._put(without_number(pieces) if number else pieces, inner)
            elif item.blocky and item.name == "li":
                self.block(item, inner)
            else:
                self._put(self._inline([item], place.plain, inside=bool(item.name)), inner)
            if len(self.found) > before:
                self.found[before].close = close
                close = True
        return place.after()

    def _quoted(self, node: Node, place: _Place) -> _Place:
        if place.rest.count("> ") >= _INDENTS:
            return self.children(node, place)
        self.children(node, replace(place, first=place.first + "> ", rest=place.rest + "> "))
        return place.after()

    def _table(self, node: Node, place: _Place) -> _Place:
        """A table of data, row by row; a cell is one line."""
        rows = [row for row in node.walk() if row.name == "tr" and id(row) not in self.dropped]
        captions = [inner for inner in node.children if inner.name == "caption"]
        for caption in captions[:1]:
            place = self._caption(caption, place)
        close = False
        for number, row in enumerate(rows):
            pieces: list[Piece] = []
            cells = [cell for cell in row.children if cell.name in ("td", "th")]
            for cell in cells:
                words = self._inline([cell], True, inside=True)
                pieces.append(("| ", cell.start))
                pieces += [(text.replace("|", "/").replace("\n", " "), at) for text, at in words]
                pieces.append((" ", cell.start))
            if not cells:
                continue
            self._put([*pieces, ("|", row.start)], place, close=close)
            if number == 0 or not close:
                self._put([("|---" * max(2, len(cells)) + "|", row.start)], place, close=True)
            close = True
        return place.after()

    def _code(self, node: Node, place: _Place) -> _Place:
        written = "".join(inner.text for inner in node.walk() if not inner.name)
        words = unescape(written).replace("```", "'''").strip("\r\n")
        return self._put([(f"```\n{words}\n```", node.start)], place) if words.strip() else place

    def _notice(self, node: Node, place: _Place) -> None:
        """Keeps the words of a notice that stands in a part of the page that is left out."""
        if not node.name or not 20 < node.words <= _NOTICE or node.name in ("script", "style", "noscript", "template"):
            return
        if not boilerplate.is_notice(node.plain(_NOTICE)[:900]) and not any(
            boilerplate.is_notice(inner.plain(900)) for inner in node.walk() if inner.name in ("p", "li", "small")
        ):
            return
        aside = _Blocks(self.notes, set())
        aside.children(node, _Place())
        for block in aside.found:
            if boilerplate.is_notice("".join(text for text, _ in block.pieces)):
                self._put(block.pieces, replace(place, first="", rest=""))


def _holds_blocks(node: Node) -> bool:
    return any(child.blocky for child in node.children)


def _is_data(node: Node) -> bool:
    """Whether a table holds data; otherwise it only lays out the page, as old pages do."""
    rows = columns = 0
    for inner in node.walk():
        if inner is not node and inner.name in ("table", "ul", "ol", "h1", "h2", "h3", "blockquote", "figure"):
            return False
        if inner.name == "tr":
            rows += 1
            columns = max(columns, sum(child.name in ("td", "th") for child in inner.children))
        if inner.name == "td" and inner.words > 1500:
            return False
    return rows >= 2 and columns >= 2


def _set(blocks: Sequence[_Block]) -> tuple[str, list[tuple[int, int]]]:
    """The blocks as one text, and where its pieces come from."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    size = 0

    def put(text: str) -> None:
        nonlocal size
        parts.append(text)
        size += len(text)

    for number, block in enumerate(blocks):
        if number:
            put("\n" if block.close else "\n\n")
        put(block.place.first)
        for text, place in block.pieces:
            places.append((size, place))
            put(text.replace("\n", f"\n{block.place.rest}"))
    return "".join(parts) + ("\n" if parts else ""), places
