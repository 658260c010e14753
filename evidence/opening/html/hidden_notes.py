"""Notes that stand behind their marks and show when a reader points at them: WordPress plugins, Tufte CSS.

Modern Footnotes: `<sup class="modern-footnotes-footnote" data-mfn="1"><a>1</a></sup><span
class="modern-footnotes-footnote__note" data-mfn="1">Miller A. …</span>`. Some themes put the note into the `title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from evidence.language.patterns import lazily
from evidence.opening.html.tree import BLOCKS, Node
from evidence.reading.reference_lists import looks_like_reference

_NOTE = lazily(r"(?<![a-z])(?:foot|side|margin|end)[-_]?note", re.IGNORECASE)
_BODY = lazily(
    r"(?:(?:foot|side|margin|end)[-_]?notes?|(?<![a-z])notes?)[-_]{1,2}(?:note|content|text|body|tooltip|popup|popover|inner)(?![a-z])|(?:side|margin)[-_]?note(?![-_\w])|(?<![a-z])tool[-_]?tip[-_]{0,2}text(?![a-z])",
    re.IGNORECASE,
)
_LABEL = lazily(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§¶#⊕⊞]{1,3})?\s*[\])]?\s*", re.IGNORECASE)
_SIBLINGS = 600
"""Elements beside each other that are looked through [house]."""

_SHORTEST = 12
_MARKS = ("sup", "a", "label", "span", "button", "abbr")

_SAYING = (
    *("title", "data-title", "data-bs-title", "data-original-title", "data-bs-original-title", "data-tippy-content"),
    *("data-tooltip", "data-tip", "data-content", "data-bs-content", "data-footnote", "data-note", "data-citation"),
    *("data-reference", "data-ref", "aria-label"),
)
"""Attributes that hold what shows when a reader points: HTML, Bootstrap, Tippy, and themes with names of their own."""

_TAGS = lazily(r"<[^<>]{0,500}>")


def pairs(nodes: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Each mark with the note that belongs to it, in order of place."""
    marks: dict[str, Node] = {}
    taken: set[int] = set()
    for node in nodes:
        if not node.name:
            continue
        named = node.get("class")
        number = node.get("data-mfn")
        if named and _BODY.search(named[:300]) and node.name not in ("sup", "a", "label", "li", "ol", "ul", "section"):
            mark = (marks.pop(number, None) if number else None) or _mark_before(node)
            if mark is not None and node.words >= _SHORTEST and id(mark) not in taken:
                taken.add(id(mark))
                yield mark, node
        elif named and number and node.words <= 6 and _NOTE.search(named[:300]):
            if note := _titled(node):
                yield node, note
            else:
                marks[number] = node
        elif node.name in _MARKS and node.words <= 6 and (note := _titled(node)):
            yield node, note


def _mark_before(node: Node) -> Node | None:
    """The mark that a note follows at once; a block's may be the one mark of the paragraph before it."""
    before: Node | None = None
    siblings = node.parent.children if node.parent else []
    for sibling in siblings if len(siblings) <= _SIBLINGS else []:
        if sibling is node:
            break
        if sibling.name in _MARKS and _LABEL.fullmatch(sibling.plain(20)):
            before = sibling if sibling.words or sibling.name == "label" else before
        elif sibling.words:
            before = _only_mark(sibling) if sibling.name == "p" and node.name in BLOCKS else None
    return before or _mark_around(node)


def _only_mark(paragraph: Node) -> Node | None:
    """The one raised number or sign in a paragraph; None where there are more, which of them is meant being unknown."""
    raised = [inner for inner in islice(paragraph.walk(), _SIBLINGS) if inner.name in ("sup", "label") and inner.words]
    return raised[0] if len(raised) == 1 and _LABEL.fullmatch(raised[0].plain(20)) else None


def _mark_around(node: Node) -> Node | None:
    """The mark that a note stands in: `<span>[1]<span class="tooltiptext">Miller A. …</span></span>`."""
    above = node.parent
    if above is None or above.name not in _MARKS or above.words - node.words > 6:
        return None
    label = "".join(child.plain(20) for child in above.children if child is not node)
    return above if label.strip() and _LABEL.fullmatch(label) else None


def _titled(node: Node) -> Node | None:
    """The note in the title of a mark, where it names a work and the mark leads to no note on the page."""
    if not _LABEL.fullmatch(node.plain(20)) or (node.name in ("span", "abbr", "button") and not node.words):
        return None  # an empty element shows nothing that a reader could point at
    around = node.parent
    if around is not None and around.name in ("sup", "abbr") and _LABEL.fullmatch(around.plain(20)):
        return None  # the element around it is the mark
    for title in (inner.get(name) for inner in [node, *node.children[:3]] for name in _SAYING):
        title = _TAGS.sub(" ", title[:2500]).strip() if title else ""
        if 25 <= len(title) <= 2000 and looks_like_reference(title):
            note = Node("span", node.start, words=len(title))
            note.children = [Node("", node.start, title, words=len(title), parent=note)]
            return note
    return None
