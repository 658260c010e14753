"""Words that readers see or hear though they are no text of the page: in a drawing, in a frame, in a tooltip.

They are read where they promise something, as the words of a button are: SVG `<text>` and `<title>` (SVG 2, 11, 5.8),
an `<iframe srcdoc>` (HTML Standard, 4.8.5), and the attributes `title` and `aria-label`, which show when somebody
points or are read aloud (3.2.6.1; WAI-ARIA 1.2, 5.2.8). A link's title names where it leads, and a
work in a tooltip is a note (`hidden_notes`): neither says anything here.
What a style sheet sets in (`content:`) is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.opening.html.tree import BLOCKS, Node
from evidence.reading.outright_claims import promises
from evidence.reading.reference_lists import looks_like_reference

_LONGEST = 2000
"""Letters of such words that are looked at [house]."""
_TAGS = lazily(r"<[^<>]{0,500}>")
_SHOWN = ("title", "aria-label")
_LEADS = frozenset({"a", "link", "meta", "html", "body", "area", "nav", "form", "input", "iframe"})
"""Elements whose title names a page, a part of it or a field."""


def settle(nodes: Sequence[Node]) -> None:
    """Sets what is promised so into the page, as a paragraph behind the block that it stands in."""
    inside = _in_drawings(nodes)
    for node, said in list(_promised(nodes, inside)):
        _set_behind(node, said)


def _in_drawings(nodes: Sequence[Node]) -> set[int]:
    return {id(inner) for node in nodes if node.name == "svg" for inner in node.walk() if inner is not node}


def _promised(nodes: Sequence[Node], inside: set[int]) -> Iterator[tuple[Node, str]]:
    told: set[str] = set()
    for node in paced(nodes):
        if not node.name or id(node) in inside:
            continue
        for said in _words_of(node):
            words = " ".join(unescape(said[:_LONGEST]).split())
            if " " in words and words not in told and promises(words) and not looks_like_reference(words):
                told.add(words)
                yield node, words


def _words_of(node: Node) -> Iterator[str]:
    if node.name == "svg":
        yield " ".join(one.plain(_LONGEST) or one.text for one in node.walk() if one.name in ("text", "title", "desc"))
    elif node.name == "iframe" and node.get("srcdoc"):
        yield _TAGS.sub(" ", unescape(node.get("srcdoc")[:_LONGEST]))
    if node.name not in _LEADS and node.attributes:
        seen = node.plain(_LONGEST).casefold()
        yield from (said for said in map(node.get, _SHOWN) if said and said.strip().casefold() not in seen)


def _set_behind(node: Node, said: str) -> None:
    """A paragraph behind the block that holds an element, or behind the element where that is a block."""
    place = node
    while place.parent is not None and place.name not in BLOCKS and place.parent.parent is not None:
        place = place.parent
    if place.parent is None:
        return
    shown = Node("p", node.start, words=len(said), parent=place.parent)
    shown.children = [Node("", node.start, said, words=len(said), parent=shown)]
    siblings = place.parent.children
    siblings.insert(next(at for at, one in enumerate(siblings) if one is place) + 1, shown)
