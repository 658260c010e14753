"""The parts of a web page that are none of its article, by what they are: a report names them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from evidence.opening.html.boilerplate import is_hidden, names_of
from evidence.opening.html.tree import Node

_KINDS = (
    (
        "menu",
        "nav navbar navigation menu menus menubar toolbar breadcrumb breadcrumbs toc catlinks navbox pagination pager",
    ),
    ("comments of readers", "comment comments commentlist disqus respond"),
    ("form", "form search searchform login signup subscribe subscription newsletter button label select textarea"),
    ("cookie note", "cookie cookies consent gdpr ccpa dialog alertdialog popup popups modal lightbox"),
    ("share box", "share sharing sharebar sharedaddy social socials addtoany addthis"),
    (
        "advertisement",
        "advert adverts advertisement advertising ads adsbygoogle adslot banner upsell cart",
    ),
    ("related posts", "related recommended recommendations jp-relatedposts tagcloud tags"),
    ("footer", "footer colophon contentinfo"),
    ("header", "header"),
    ("sidebar", "aside sidebar complementary"),
)
"""What a part is called, and the names of elements, roles and classes by which it is told, the surest first."""

_BY_NAME = {name: (rank, kind) for rank, (kind, names) in enumerate(_KINDS) for name in names.split()}
OTHER = "other part"


def parts(root: Node, dropped: Collection[int]) -> Iterator[tuple[str, int, int]]:
    """Kind, place in the page and number of words of each part that was left out; those without words are none.

    `dropped` are the ids (`id(node)`) of what is no part of the article.
    """
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) not in dropped:
            waiting.extend(reversed(node.children))
        elif node.words and (words := _words(node)):
            yield _kind(node), node.start, words


def _words(node: Node) -> int:
    return sum(
        len(inner.text.split()) for inner in node.walk() if inner.words and not inner.name and inner.parent is not None
    )


def _kind(node: Node) -> str:
    """What a part is, by its own names or else by those of what stands in it alone."""
    if is_hidden(node):
        return "hidden part"
    while True:
        named = [_BY_NAME[name] for name in (node.name, node.get("role"), *names_of(node)) if name in _BY_NAME]
        if named:
            return min(named)[1]
        inner = [child for child in node.children if child.words]
        if len(inner) != 1:
            return OTHER
        node = inner[0]
