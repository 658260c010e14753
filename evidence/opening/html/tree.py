"""The elements of a page as a tree, with what is needed to tell prose from the page around it.

End tags that authors may leave out are put in (HTML Standard, 13.1.2.4). The tree is at most `DEPTH` deep and has at
most `MOST` elements, so that no page can take more memory or time than its length allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from evidence import deadline
from evidence.language.patterns import lazily
from evidence.opening.html.tokens import Token, tokens
from evidence.reading.unreadable import UnreadableDocumentError

DEPTH = 128
"""Elements nested more deeply stand beside each other; browsers draw such a line as well (Chromium at 512).

Reading takes up to four calls a level, so that a page as deep as this stays well below Python's limit of 1,000.
"""

MOST = 200_000
"""Elements of a page [house]: the HTML Standard as a single page has some 180,000."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _words("area base br col embed hr img input link meta param source track wbr")
BLOCKS = _words(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary "
    "table tbody td tfoot th thead tr ul"
)
"""Elements that stand on lines of their own (HTML Standard, 15.3)."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SCOPES = frozenset({"td", "th", "caption", "table", "html"})
_LISTS = frozenset({"ul", "ol", "menu"})
_CLOSES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _LISTS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr"})),
    "tr": (frozenset({"tr"}), frozenset({"tbody", "thead", "tfoot"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset()),
    "thead": (frozenset({"tbody", "thead", "tfoot"}), frozenset()),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset()),
}
"""What a start tag closes, and the elements beyond which it closes nothing."""

_IN_HEAD = _words("base basefont bgsound link meta title noscript noframes style script template")
"""All that a head may hold; anything else ends it, as its end tag may be left out (HTML Standard, 13.2.6.4.4)."""

_WORK = lazily(r"doi\.org/|pubmed|ncbi\.nlm\.nih\.gov/", re.IGNORECASE)
_UNREAD = _words("script style noscript template svg iframe object embed video audio canvas textarea title")


class TooManyElementsError(UnreadableDocumentError):
    """A page with more than MOST elements."""

    def __init__(self) -> None:
        super().__init__(f"the page has more than {MOST:,} elements. Save the article alone and try again.")


@dataclass(slots=True, eq=False)
class Node:
    """An element, or a text where `name` is "". `start` is its place in the page.

    `words` are the letters of the text in it, `linked` those of them within links; `cites` says whether a link in it
    leads to a work, `blocky` whether it is or holds an element on a line of its own.
    """

    name: str
    start: int
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    words: int = 0
    linked: int = 0
    cites: bool = False
    blocky: bool = False

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def prose(self) -> int:
        """Letters outside of links."""
        return self.words - self.linked

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        """The element and all in it, in order of place."""
        waiting = [self]
        while waiting:
            deadline.check()
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def plain(self, limit: int = 4000) -> str:
        """The text in it on one line, as far as `limit` letters or elements go."""
        parts: list[str] = []
        size = 0
        for number, node in enumerate(self.walk()):
            if node.name in BLOCKS or node.name == "br":
                parts.append(" ")
            elif not node.name:
                parts.append(node.text)
                size += len(node.text)
            if size > limit or number > limit:
                break
        return " ".join(unescape("".join(parts)).split())


def tree_of(page: str) -> tuple[Node, list[Node]]:
    """The root (an element "html" in any case) and every node in order of place. Raises TooManyElementsError."""
    root = Node("html", 0)
    nodes, stack = [root], [root]
    elements = 0
    for token in tokens(page):
        deadline.check()
        if token.closing:
            _close(stack, token.name)
            continue
        if token.name == "html":
            root.attributes = {**token.attributes, **root.attributes}
            continue
        if stack[-1].name == "head" and token.name not in _IN_HEAD and (token.name or token.text.strip()):
            stack.pop()
        if token.name:
            elements += 1
            _make_room(stack, token.name)
        node = Node(token.name, token.start, token.text, token.attributes, stack[-1])
        stack[-1].children.append(node)
        nodes.append(node)
        if elements > MOST:
            raise TooManyElementsError
        if _is_open(token) and len(stack) < DEPTH:
            stack.append(node)
    _count(nodes)
    return root, nodes


def _is_open(token: Token) -> bool:
    return bool(token.name) and token.name not in VOID and not token.text and "/" not in token.attributes


def _make_room(stack: list[Node], name: str) -> None:
    """Closes what a start tag closes by standing there."""
    if name in BLOCKS:
        _close_up_to(stack, frozenset({"p"}), _SCOPES)
    if name in _CLOSES:
        closed, bounds = _CLOSES[name]
        _close_up_to(stack, closed, bounds | {"table", "html"})


def _close_up_to(stack: list[Node], names: frozenset[str], bounds: frozenset[str]) -> None:
    for place in range(len(stack) - 1, 0, -1):
        if stack[place].name in names:
            del stack[place:]
            return
        if stack[place].name in bounds:
            return


def _close(stack: list[Node], name: str) -> None:
    """Closes an element by its end tag; a stray one closes nothing, and an inline one no block around it."""
    bounds = _SCOPES if name in BLOCKS else BLOCKS
    table = name in ("table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption")
    for place in range(len(stack) - 1, 0, -1):
        if stack[place].name == name:
            del stack[place:]
            return
        if stack[place].name in bounds and not (table and stack[place].name != "table"):
            return


def _count(nodes: list[Node]) -> None:
    """Letters from the leaves upwards: children come behind their parents, so one walk backwards is enough."""
    for node in deadline.paced(reversed(nodes)):
        node.blocky = node.blocky or node.name in BLOCKS
        if not node.name:
            node.words = len(re.sub(r"\s+", " ", node.text).strip())
        elif node.name in _UNREAD:
            node.words = node.linked = 0
        elif node.name == "a" and node.get("href"):
            node.linked = node.words
            node.cites = bool(_WORK.search(node.get("href")))
        if node.parent is not None:
            node.parent.words += node.words
            node.parent.linked += node.linked
            node.parent.blocky = node.parent.blocky or node.blocky
            node.parent.cites = node.parent.cites or node.cites
