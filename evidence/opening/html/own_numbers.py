"""The number that a page prints beside a work: in the cell before it, in the term or paragraph above it, in its margin.

Citeproc, the engine behind Zotero and Pandoc, puts it into an element of class "csl-left-margin".
"""

from __future__ import annotations

from evidence.language.patterns import lazily
from evidence.opening.html.tree import Node
from evidence.reading.reference_lists import looks_like_reference

_ALONE = lazily(r"[\[(]?(\d{1,3})[\])]?[.:]?")
_SIBLINGS = 600
"""Elements beside each other that are looked through [house]."""

_PRINTED = lazily(r"[\[(]?(\d{1,3})(?:[\])]|\.(?=\s))")
_MARKED = frozenset({"span", "b", "strong", "em", "i", "label", "sup"})


def own_number(node: Node, *, listed: bool) -> int:
    """The number printed beside the work in an element; 0 where there is none.

    `listed` says that the element stands under the heading of a reference list; elsewhere it has to look like a work.
    """
    if "csl-entry" in node.get("class") and (printed := _PRINTED.match(node.plain(20))):
        return int(printed[1])
    holder = _beside(node)
    number = number_alone(holder) if holder is not None else 0
    if number and holder is not None:
        words = node.plain(1200)
        beside = holder.plain(20)
        work = words.removeprefix(beside).strip()
        return number if (listed and len(work) > 20) or looks_like_reference(work) else 0
    return 0


def joined(node: Node) -> str:
    """What to write for an inline number that opens its paragraph and on which words follow without a space, or ""."""
    if node.name not in _MARKED or node.words > 6 or not (number := number_alone(node)) or node.parent is None:
        return ""
    siblings = node.parent.children
    if not any(sibling is node for sibling in siblings[:4]):
        return ""
    place = next(place for place, sibling in enumerate(siblings[:4]) if sibling is node)
    if any(sibling.words for sibling in siblings[:place]) or place + 1 >= len(siblings):
        return ""
    words = siblings[place + 1].plain(40) if siblings[place + 1].name else siblings[place + 1].text
    return f"{number}. " if words[:1].isupper() or words[:1] in ("“", '"', "‘") else ""


def _beside(node: Node) -> Node | None:
    """The element that may hold the number of what is in another."""
    children = [child for child in node.children if child.words]
    if node.name == "tr" or (node.name in ("div", "li", "p", "section") and len(children) > 1):
        return children[0] if len(children) > 1 and children[0].name else None
    if node.name in ("dd", "p", "div", "td"):
        return _before(node)
    return None


def _before(node: Node) -> Node | None:
    """The element before another one, beside it."""
    before: Node | None = None
    siblings = node.parent.children if node.parent else []
    for sibling in siblings if len(siblings) <= _SIBLINGS else []:
        if sibling is node:
            return before
        if sibling.words:
            before = sibling if sibling.name else None
    return None


def number_alone(node: Node) -> int:
    """The number that an element holds and nothing else; 0 for any other."""
    found = _ALONE.fullmatch(node.plain(20)) if node.words <= 6 else None
    return int(found[1]) if found else 0
