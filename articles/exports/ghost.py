"""Exports of Ghost (JSON): each post and page with its people, tags and dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from articles.exports.posts import LONGEST_NAME, Post, Unread
from articles.exports.wordpress import MOST, ExportRefused

_DEPTH = 60
_TAGS = {1: "strong", 2: "em", 8: "u", 16: "code", 32: "sub", 64: "sup"}
"""The bits by which Lexical, Ghost's editor, says how words are set."""


def is_export(head: bytes) -> bool:
    """Whether a file begins as an export of Ghost does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (b'"db"' in head or b'"posts"' in head)


def posts_of(name: str, data: bytes) -> Iterator[Post | Unread]:
    """The posts and pages of an export. Raises ExportRefused."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ExportRefused("This is no export of Ghost, or it is damaged. Export it again.") from error
    tables = _tables(whole)
    rows = _rows(tables, "posts")
    if not rows:
        raise ExportRefused("No posts were found in the file. Export all content from Ghost's settings.")
    if len(rows) > MOST:
        raise ExportRefused(f"The export holds more than {MOST:,} posts. Export it in parts.")
    people, topics = (
        _named(tables, "users", "posts_authors", "author_id"),
        _named(tables, "tags", "posts_tags", "tag_id"),
    )
    for row in rows:
        label = f"{name}: {_text(row.get('title')) or 'untitled'}"[: LONGEST_NAME - 5]
        html = _html_of(row)
        if not html.strip():
            yield Unread(label, "It holds no text.")
        else:
            page = f"<!doctype html><html><body><article>{html}</article></body></html>"
            yield Post(f"{label}.html", page.encode("utf-8", "replace"), _meta(row, people, topics))


def _tables(whole: Any) -> Mapping[str, Any]:
    if isinstance(whole, dict) and isinstance(whole.get("db"), list) and whole["db"]:
        whole = whole["db"][0]
    if isinstance(whole, dict) and isinstance(whole.get("data"), dict):
        whole = whole["data"]
    return whole if isinstance(whole, dict) else {}


def _rows(tables: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = tables.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _named(tables: Mapping[str, Any], of: str, through: str, column: str) -> Mapping[str, list[str]]:
    """The names of people or topics by post, in their order."""
    names = {str(row.get("id")): _text(row.get("name")) for row in _rows(tables, of)}
    found: dict[str, list[str]] = {}
    for row in sorted(_rows(tables, through), key=lambda row: str(row.get("sort_order", "")).zfill(6)):
        name = names.get(str(row.get(column)), "")
        if name and not name.startswith("#"):  # Ghost's own tags, which readers never see
            found.setdefault(str(row.get("post_id")), []).append(name)
    for row in _rows(tables, "posts"):
        if of == "users" and (name := names.get(str(row.get("author_id")), "")):
            found.setdefault(str(row.get("id")), [name])
    return found


def _meta(row: Mapping[str, Any], people: Mapping[str, list[str]], topics: Mapping[str, list[str]]) -> dict[str, Any]:
    slug, pk = _text(row.get("slug")), str(row.get("id"))
    excerpt = _text(row.get("custom_excerpt"))
    found = {
        "title": _text(row.get("title")),
        "author": people.get(pk, []),
        "published": _text(row.get("published_at")) if row.get("status") == "published" else "",
        "updated": _text(row.get("updated_at")),
        "topics": topics.get(pk, [])[:30],
        "slug": slug,
        "standfirst": excerpt if len(excerpt) <= 600 else "",
        "permalink": f"/{slug}/" if slug else "",
    }
    return {field: value for field, value in found.items() if value}


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


# --- The text, whichever of Ghost's editors wrote it ----------------------------------------------------------


def _html_of(row: Mapping[str, Any]) -> str:
    html = row.get("html")
    if isinstance(html, str) and html.strip():
        return html.replace("__GHOST_URL__", "")
    for field, read in (("lexical", _of_lexical), ("mobiledoc", _of_mobiledoc)):
        if isinstance(row.get(field), str) and (found := read(_loaded(row[field]))).strip():
            return found.replace("__GHOST_URL__", "")
    plain = row.get("plaintext")
    return "".join(f"<p>{escape(piece)}</p>" for piece in re.split(r"\n\s*\n", plain)) if isinstance(plain, str) else ""


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return {}


def _of_mobiledoc(document: Any) -> str:
    """The cards of Ghost 1 to 4 that hold text; what its own editor wrote always comes as HTML too."""
    cards = document.get("cards") if isinstance(document, dict) else None
    held = [card[1] for card in cards or () if isinstance(card, list) and len(card) > 1 and isinstance(card[1], dict)]
    return "\n\n".join(_text_of_card(card) for card in held)


def _text_of_card(card: Mapping[str, Any]) -> str:
    if isinstance(card.get("html"), str):
        return str(card["html"])
    lines = card.get("markdown")
    return "".join(f"<p>{escape(piece)}</p>" for piece in re.split(r"\n\s*\n", lines)) if isinstance(lines, str) else ""


def _of_lexical(document: Any) -> str:
    root = document.get("root") if isinstance(document, dict) else None
    return _inner(root, 0) if isinstance(root, dict) else ""


def _inner(node: Mapping[str, Any], depth: int) -> str:
    children: Sequence[Any] = node["children"] if isinstance(node.get("children"), list) else ()
    return "".join(_node(child, depth + 1) for child in children if isinstance(child, dict)) if depth < _DEPTH else ""


def _node(node: Mapping[str, Any], depth: int) -> str:
    kind = str(node.get("type", "")).removeprefix("extended-")
    if kind == "text":
        words = escape(str(node.get("text") or ""))
        bits = node.get("format") if isinstance(node.get("format"), int) else 0
        for bit, tag in _TAGS.items():
            words = f"<{tag}>{words}</{tag}>" if int(bits or 0) & bit else words
        return words
    if kind == "link":
        return f'<a href="{escape(str(node.get("url") or ""))}">{_inner(node, depth)}</a>'
    if kind == "image":
        caption = str(node.get("caption") or "")
        picture = f'<img src="{escape(str(node.get("src") or ""))}" alt="{escape(str(node.get("alt") or ""))}">'
        return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>" if caption else picture
    if kind in ("html", "markdown"):
        return str(node.get("html") or "") or f"<p>{escape(str(node.get('markdown') or ''))}</p>"
    simple = {"linebreak": "<br>", "horizontalrule": "<hr>"}
    tag = {"paragraph": "p", "quote": "blockquote", "listitem": "li", "callout": "p", "aside": "aside"}.get(kind, "")
    if kind in ("heading", "list"):
        tag = str(node.get("tag")) if str(node.get("tag")) in ("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol") else "p"
    inner = _inner(node, depth) or escape(str(node.get("calloutText") or ""))
    return simple.get(kind) or (f"<{tag}>{inner}</{tag}>" if tag else inner)
