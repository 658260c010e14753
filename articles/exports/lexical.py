"""Posts as Ghost's editor of today keeps them (Lexical: a tree of nodes), as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from articles.exports.ghost_cards import card

DEPTH = 60
"""Nodes within each other [house]; posts have six."""
_TAGS = {1: "strong", 2: "em", 8: "u", 16: "code", 32: "sub", 64: "sup"}
"""The bits by which it says how words are set."""
_SIMPLE = {"linebreak": "<br>", "horizontalrule": "<hr>", "tab": " "}
_AROUND = {"paragraph": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li", "callout": "p"}
_NAMED = ("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol")


def as_html(document: Any) -> str:
    """The nodes of a document; "" where it is none. What it does not know is read for what stands in it."""
    root = document.get("root") if isinstance(document, Mapping) else None
    return "\n".join(_within(root, 0)) if isinstance(root, Mapping) else ""


def _within(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    children: Sequence[Any] = node["children"] if isinstance(node.get("children"), list) else ()
    if depth < DEPTH:
        yield from (_node(child, depth + 1) for child in children if isinstance(child, Mapping))


def _node(node: Mapping[str, Any], depth: int) -> str:
    kind = str(node.get("type", "")).removeprefix("extended-")
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind == "text":
        return _words(node)
    inner = "".join(_within(node, depth))
    if kind in ("link", "autolink", "at-link"):
        return f'<a href="{escape(str(node.get("url") or ""))}">{inner}</a>'
    if kind in ("heading", "list"):
        tag = str(node.get("tag"))
        return f"<{tag}>{inner}</{tag}>" if tag in _NAMED else f"<p>{inner}</p>"
    if kind in _AROUND and inner:
        return f"<{_AROUND[kind]}>{inner}</{_AROUND[kind]}>"
    return inner or card(kind, node)


def _words(node: Mapping[str, Any]) -> str:
    words = escape(str(node.get("text") or ""))
    bits = node.get("format")
    for bit, tag in _TAGS.items():
        words = f"<{tag}>{words}</{tag}>" if isinstance(bits, int) and bits & bit else words
    return words
