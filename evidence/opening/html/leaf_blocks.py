"""Elements that become one block of Markdown: headings, terms, captions, code, notes, items of reference lists.

CommonMark calls blocks that hold no others leaf blocks. Each is built as the pieces of its text; [] where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from evidence.deadline import check
from evidence.language.patterns import lazily
from evidence.opening.html import boilerplate, web_links
from evidence.opening.html.inline import Inline, Piece, RunningText
from evidence.opening.html.text_pieces import stripped, without_label, without_number
from evidence.opening.html.tree import HEADINGS, Node
from evidence.reading import captions

SMALLEST = 100
"""Pixels of a side [house]: what is smaller by its own word is a sign, a face or a pixel that counts visits."""


def words_of(inline: Inline, nodes: Iterable[Node], *, plain: bool) -> list[Piece]:
    """The running text of nodes, trimmed."""
    text = RunningText(plain)
    for node in nodes:
        inline.node(node, text)
    return stripped(text.pieces)


def words_in(inline: Inline, node: Node, *, plain: bool = True) -> list[Piece]:
    """The running text of what is in an element, trimmed."""
    text = RunningText(plain)
    inline.children(node, text)
    return stripped(text.pieces)


def pieces_of(inline: Inline, node: Node) -> list[Piece] | None:
    """The pieces of an element that is a leaf block by its name; None where it is no such element."""
    name = node.name
    if name in HEADINGS:
        return _heading(inline, node)
    if name in ("pre", "listing"):
        return _code(node)
    if name == "hr":
        return [("* * *", node.start)]
    if name in ("figcaption", "caption"):
        return caption(inline, node)
    if name in ("dt", "summary") and not any(child.blocky for child in node.children):
        return _term(inline, node)
    if name == "figure" and (said := _caption_of(node)):
        return caption(inline, said, _picture_of(node))
    if name in ("p", "div") and _is_caption(node):
        return caption(inline, node)
    return None


def pictures_of(inline: Inline, run: Sequence[Node]) -> Iterator[list[Piece]]:
    """Pictures without a word for those who do not see them, where they stand by themselves: they belong to the text.
    Small ones are signs or somebody's face, and what stands among words without any of its own adds nothing."""
    waiting = [*reversed(run)]
    while waiting:
        check()
        node = waiting.pop()
        if id(node) in inline.dropped:
            continue
        waiting.extend(reversed(node.children))
        if node.name == "img" and not _is_small(node):
            address = web_links.address(node.get("src")) or web_links.address(node.get("data-src"))
            if address:
                yield [(f"![]({address})", node.start)]


def _is_small(picture: Node) -> bool:
    """Whether it says itself that one of its sides is shorter than a picture's."""
    sides = (picture.get(side).removesuffix("px") for side in ("width", "height"))
    return any(side.isdecimal() and int(side[:6]) < SMALLEST for side in sides)


def _picture_of(figure: Node) -> str:
    addresses = (web_links.address(inner.get("src")) for inner in figure.walk() if inner.name == "img")
    return next(filter(None, addresses), "image")


_CAPTIONS = frozenset({"caption", "figcaption"})
_CHARTS = frozenset({"chart", "graph", "barchart", "piechart", "axis", "legend", "tick", "gauge", "sparkline"})
"""Words of class names by which page makers call words below a picture, and parts of a drawn chart [house]."""
_LONGEST_CAPTION = 600
_LONGEST_LABEL = 80
_ENDED = lazily(r"[.!?…:][\"”’')\]*_]*\s*$")


def _is_caption(node: Node) -> bool:
    """Whether an element without blocks is called a caption, or is a label or a number in what is called a chart."""
    if not 0 < node.words <= _LONGEST_CAPTION or any(child.blocky for child in node.children):
        return False
    named = boilerplate.names_of(node)
    if not named & (_CAPTIONS | _CHARTS) or captions.advises(node.plain(_LONGEST_CAPTION)):
        return False
    if named & _CAPTIONS:
        return True
    return node.words <= _LONGEST_LABEL and not _ENDED.search(node.plain(_LONGEST_LABEL))


def caption(inline: Inline, node: Node, address: str = "image") -> list[Piece]:
    """Words below a picture or above a table, as the words of an image."""
    pieces = words_in(inline, node)
    if not pieces:
        return []
    start = pieces[0][1]
    words = [(re.sub(r"[\[\]]", "", text).replace("\n", " "), at) for text, at in pieces]
    return [("![", start), *words, (f"]({address})", start)]


def note(inline: Inline, node: Node, name: str) -> list[Piece]:
    """The definition of the footnote `name`, without the number that the page shows in front of it."""
    pieces = without_label(words_in(inline, node))
    return [(f"[^{name}]: ", node.start), *pieces] if pieces else []


def ref(inline: Inline, node: Node, name: str) -> list[Piece]:
    """The definition of the footnote that a `<ref>` element becomes."""
    pieces = words_in(inline, node)
    return [(f"[^{name}]: ", pieces[0][1]), *pieces] if pieces else []


def listed_work(inline: Inline, node: Node, number: int) -> list[Piece]:
    """An item of a list of references, on one line; `number` is 0 in a list without numbers."""
    pieces = words_in(inline, node)
    return without_number(pieces) if number else pieces


def _heading(inline: Inline, node: Node) -> list[Piece]:
    pieces = words_in(inline, node)
    if not pieces:
        return []
    marks = f"{'#' * int(node.name[1])} "
    return [(marks, pieces[0][1]), *((text.replace("\n", " "), start) for text, start in pieces)]


def _term(inline: Inline, node: Node) -> list[Piece]:
    pieces = words_in(inline, node)
    if not pieces:
        return []
    start = pieces[0][1]
    return [("**", start), *pieces, ("**", start)]


def _code(node: Node) -> list[Piece]:
    written = "".join(inner.text for inner in node.walk() if not inner.name)
    words = unescape(written).replace("```", "'''").strip("\r\n")
    return [(f"```\n{words}\n```", node.start)] if words.strip() else []


def _caption_of(figure: Node) -> Node | None:
    """The caption that stands for a figure, for it says more than the alt text; None where the figure holds more."""
    captions = [inner for inner in figure.walk() if inner.name == "figcaption" and inner.words]
    if captions and not any(inner.name in ("p", "blockquote", "table", "ul", "ol") for inner in figure.children):
        return captions[0]
    return None
