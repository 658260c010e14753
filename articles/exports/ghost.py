"""Exports of Ghost (JSON): each post and page with its people, tags and dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from articles.exports import lexical, mobiledoc
from articles.exports.ghost_cards import figure
from articles.exports.posts import LONGEST_NAME, Post, Unread
from articles.exports.wordpress import MOST, ExportRefused


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
    beside = {str(row.get("post_id")): row for row in _rows(tables, "posts_meta")}
    for row in rows:
        row = {
            **beside.get(str(row.get("id")), {}),
            **{name: value for name, value in row.items() if value is not None},
        }
        label = f"{name}: {_text(row.get('title')) or 'untitled'}"[: LONGEST_NAME - 5]
        html = _html_of(row)
        if not html.strip():
            yield Unread(label, "It holds no text.")
        else:
            html = (_feature(row, html) + html).replace("__GHOST_URL__", "")
            page = f"<!doctype html><html><body><article>{html}</article></body></html>"
            yield Post(f"{label}.html", page.encode("utf-8", "replace"), _meta(row, people, topics))


def _feature(row: Mapping[str, Any], html: str) -> str:
    """The picture that Ghost shows above a post, unless the post shows it too."""
    address = row.get("feature_image")
    if not isinstance(address, str) or not address or address in html:
        return ""
    return figure(address, row.get("feature_image_alt"), row.get("feature_image_caption"))


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
        "canonical": _text(row.get("canonical_url")),
    }
    return {field: value for field, value in found.items() if value}


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


# --- The text, whichever of Ghost's editors wrote it ----------------------------------------------------------


def _html_of(row: Mapping[str, Any]) -> str:
    """As it was rendered, or else out of what its editor kept."""
    html = row.get("html")
    if isinstance(html, str) and html.strip():
        return html
    for field, read in (("lexical", lexical.as_html), ("mobiledoc", mobiledoc.as_html)):
        if isinstance(row.get(field), str) and (found := read(_loaded(row[field]))).strip():
            return found
    plain = row.get("plaintext")
    return "".join(f"<p>{escape(piece)}</p>" for piece in re.split(r"\n\s*\n", plain)) if isinstance(plain, str) else ""


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return {}
