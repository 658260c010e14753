"""A document as Google Docs downloads it, or as Word saves it for the web: its title is a paragraph.

The comments of a document of Google stand among its notes.
In: the nodes of a page, changed in place. Out: what is no part of the text. Google writes "doc-content" on the body,
"title" on the title, and leads from "#ftnt1" to a note and from "#cmnt1" to what a colleague remarked.
"""

from __future__ import annotations

from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.opening.html.tree import Node

NOTE = lazily(r"ftnt\d{1,4}")
_WORDS_TITLE = "MsoTitle"
"""The class of the title in a page that Word saved."""
_COMMENT = lazily(r"#?cmnt(?:_ref)?\d{1,4}")


def settle(nodes: Sequence[Node]) -> set[int]:
    """Makes the title a heading. Returns the comments and the marks that lead to them, by identity."""
    dropped: set[int] = set()
    if titled := next((node for node in nodes if node.name == "p" and node.get("class") == _WORDS_TITLE), None):
        titled.name = "h1"
    if not any(node.name == "body" and "doc-content" in node.get("class").split() for node in nodes[:50]):
        return dropped
    for node in nodes:
        if node.name == "p" and "title" in node.get("class").split():
            node.name = "h1"
        elif node.name == "a" and _COMMENT.fullmatch(node.get("href")):
            is_mark = "ref" not in node.get("href")
            dropped.add(id(node if is_mark else _remark(node)))
    return dropped


def _remark(back: Node) -> Node:
    """The block that holds a comment, by the link in it that leads back to the text."""
    above = [back, *back.ancestors()][:4]
    return next((node for node in reversed(above) if node.name == "div" and node.words <= 5000), above[-1])
