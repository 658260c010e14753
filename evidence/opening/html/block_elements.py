"""The elements of a page that stand on lines of their own into blocks of Markdown: one walk down the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from evidence.opening.html import leaf_blocks, tables
from evidence.opening.html.anchors import items_of
from evidence.opening.html.boilerplate import HEADS
from evidence.opening.html.inline import Inline, Piece
from evidence.opening.html.markdown_blocks import Block, Place
from evidence.opening.html.text_pieces import paragraphs
from evidence.opening.html.tree import HEADINGS, Node
from evidence.reading import boilerplate
from evidence.reading.reference_lists import names_a_list

_INDENTS = 8
"""Lists nested more deeply are set no further in."""

_NOTICE = 3000
"""Letters: a part of the page that may be a notice is not longer."""

_REFS = 2000
"""Footnotes of `<ref>` elements that are set."""


@dataclass(slots=True)
class Blocks:
    """Collects the blocks of a page. A method that takes a place returns the place of what follows."""

    inline: Inline
    found: list[Block] = field(default_factory=list)
    listing: bool = False
    """Whether the heading last met names a reference list."""

    def children(self, node: Node, place: Place) -> Place:
        """Sets what is in an element."""
        run: list[Node] = []
        for child in node.children:
            if id(child) in self.inline.dropped:
                self._notice(child, place)
            elif id(child) in self.inline.notes.apart:
                continue
            elif child.blocky:
                place = self._run(run, place)
                run = []
                place = self.block(child, place)
            else:
                run.append(child)
        return self._run(run, place)

    def block(self, node: Node, place: Place) -> Place:
        """Sets one element that stands on lines of its own."""
        name = node.name
        if note := self.inline.notes.names.get(id(node)):
            return self._put(leaf_blocks.note(self.inline, node, note), replace(place, first="", rest=""))
        self._follow_headings(node)
        if name in ("ul", "ol", "menu"):
            return self._list(node, place)
        if name == "blockquote" and place.rest.count("> ") < _INDENTS:
            self.children(node, replace(place, first=place.first + "> ", rest=place.rest + "> "))
            return place.after()
        if name == "table" and tables.is_data(node):
            return self._table(node, place)
        pieces = leaf_blocks.pieces_of(self.inline, node)
        return self.children(node, place) if pieces is None else self._put(pieces, place)

    def refs(self) -> None:
        """Sets the texts of `<ref>` elements as footnotes."""
        for name, node in list(self.inline.refs.items())[:_REFS]:
            if node.words:
                self._put(leaf_blocks.ref(self.inline, node, name), Place())

    def _follow_headings(self, node: Node) -> None:
        """Notes whether what follows stands under a heading that names a reference list."""
        if node.name in HEADS and node.words < 80:
            named = names_a_list(node.plain(100))
            self.listing = named or (self.listing and node.name not in HEADINGS)
        elif node.name == "hr":
            self.listing = False

    def _run(self, run: Sequence[Node], place: Place) -> Place:
        """Inline nodes between blocks: a paragraph, or several where two line breaks part them."""
        if not run:
            return place
        words = leaf_blocks.words_of(self.inline, run, plain=place.plain)
        for pieces in paragraphs(words) if words or place.plain else leaf_blocks.pictures_of(self.inline, run):
            place = self._put(pieces, place)
        return place

    def _put(self, pieces: list[Piece], place: Place, *, close: bool = False) -> Place:
        if pieces:
            self.found.append(Block(pieces, place, close))
            return place.after()
        return place

    def _list(self, node: Node, place: Place) -> Place:
        listed = self.listing or place.plain
        items = items_of(node) if node.name == "ol" else [(0, item) for item in node.children]
        indent = place.rest if place.depth < _INDENTS else place.rest[: -2 or None]
        close = place.depth > 0
        for number, item in items:
            if id(item) in self.inline.dropped or not (item.name or item.text.strip()):
                continue
            if item.name in ("ul", "ol"):
                self._list(item, replace(place, first=indent + "  ", rest=indent + "  ", depth=place.depth + 1))
                continue
            mark = f"{number}. " if number else "- "
            inner = Place(indent + mark, indent + " " * len(mark), place.depth + 1, listed)
            before = len(self.found)
            if listed and not self.inline.notes.names.get(id(item)):
                self._put(leaf_blocks.listed_work(self.inline, item, number), inner)
            elif item.blocky and item.name == "li":
                self.block(item, inner)
            elif item.name:
                self._put(leaf_blocks.words_in(self.inline, item, plain=place.plain), inner)
            else:
                self._put(leaf_blocks.words_of(self.inline, [item], plain=place.plain), inner)
            if len(self.found) > before:
                self.found[before].close = close
                close = True
        return place.after()

    def _table(self, node: Node, place: Place) -> Place:
        for caption in [inner for inner in node.children if inner.name == "caption"][:1]:
            place = self._put(leaf_blocks.caption(self.inline, caption), place)
        for number, row in enumerate(tables.rows_of(self.inline, node)):
            self._put(row, place, close=number > 0)
        return place.after()

    def _notice(self, node: Node, place: Place) -> None:
        """Keeps the words of a notice that stands in a part of the page that is left out."""
        if not _may_be_notice(node):
            return
        aside = Blocks(Inline(self.inline.notes, set(), {}))
        aside.children(node, Place())
        for block in aside.found:
            if boilerplate.is_notice("".join(text for text, _ in block.pieces)):
                self._put(block.pieces, replace(place, first="", rest=""))


def _may_be_notice(node: Node) -> bool:
    if not node.name or not 20 < node.words <= _NOTICE or node.name in ("script", "style", "noscript", "template"):
        return False
    return boilerplate.is_notice(node.plain(_NOTICE)[:900]) or any(
        boilerplate.is_notice(inner.plain(900)) for inner in node.walk() if inner.name in ("p", "li", "small")
    )
