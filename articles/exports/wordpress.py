"""WordPress exports (WXR, an RSS file with additions): each post and page with what WordPress knows of it.

The file is parsed once, element by element, and no more of it is held than one post. Declarations of entities are
refused: WordPress writes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import escape, unescape
from typing import Any
from xml.parsers import expat

from articles.exports.posts import LARGEST_POST, LONGEST_NAME, Post, Unread

DEPTH = 40
"""Elements within each other [house]; an export has six."""
MOST = 20_000
"""Items of one export [house]."""
_CHUNK = 1 << 20
_KINDS = ("post", "page")
_BLOCK = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|hr|section|article|"
    r"dl|dt|dd|form|iframe|script|style|details|summary|!--)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\[caption[^\]]{0,500}\](.{0,5000}?)\[/caption\]", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(r"\s*((?:<a\b[^>]{0,1000}>\s*)?<img\b[^>]{0,2000}>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|embed|audio|video|playlist|contact-form-7|vc_[a-z_]+|et_pb_[a-z_]+|fusion_[a-z_]+|su_[a-z_]+|"
    r"toc|ez-toc|ads?|adsense|sharing|jetpack[a-z-]*|newsletter[a-z_-]*)\b[^\]]{0,2000}\]",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)


class ExportRefused(ValueError):
    """The file is no export that can be read; the message says why and what to do."""


def is_export(head: bytes) -> bool:
    """Whether a file begins as a WordPress export does."""
    return b"<rss" in head and (b"wordpress.org/export" in head or b"xmlns:wp=" in head)


def posts_of(name: str, data: bytes) -> Iterator[Post | Unread]:
    """The posts and pages of an export, those in the bin left out. Raises ExportRefused."""
    items = _Items()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = items.refuse
    parser.StartElementHandler = items.start
    parser.EndElementHandler = items.end
    parser.CharacterDataHandler = items.words
    try:
        for place in range(0, len(data), _CHUNK):
            parser.Parse(data[place : place + _CHUNK], False)
            yield from _taken(name, items)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ExportRefused(f"The export is damaged in line {error.lineno}. Export it again from WordPress.") from error
    except (LookupError, ValueError) as error:
        if isinstance(error, ExportRefused):
            raise
        raise ExportRefused("The export is in an encoding that cannot be read. Export it again as UTF-8.") from error
    yield from _taken(name, items)


class _Items:
    """Collects the fields of one item after the other; names without their namespaces and versions."""

    def __init__(self) -> None:
        self.done: list[dict[str, Any]] = []
        self.people: dict[str, str] = {}
        self._item: dict[str, Any] | None = None
        self._person: dict[str, str] | None = None
        self._open: list[str] = []
        self._text: list[str] = []
        self._size = self._count = 0
        self._term: dict[str, str] = {}

    def refuse(self, *_: object) -> None:
        raise ExportRefused("The file declares XML entities, which WordPress never writes. It is not read.")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(short := _short(name))
        if len(self._open) > DEPTH:
            raise ExportRefused("The file is nested too deeply to be an export of WordPress.")
        if short == "item":
            self._item = {"terms": []}
            self._count += 1
            if self._count > MOST:
                raise ExportRefused(f"The export holds more than {MOST:,} items. Export it in parts.")
        elif short == "wp:author":
            self._person = {}
        self._text, self._size = [], 0
        self._term = attributes

    def words(self, text: str) -> None:
        self._size += len(text)
        if self._size <= LARGEST_POST:
            self._text.append(text)

    def end(self, name: str) -> None:
        short, text = _short(name), "".join(self._text)
        self._open.pop()
        if short == "item" and self._item is not None:
            self.done.append(self._item)
            self._item = None
        elif short == "wp:author" and self._person is not None:
            self.people[self._person.get("wp:author_login", "")] = self._person.get("wp:author_display_name", "")
            self._person = None
        elif self._item is not None and len(self._open) and self._open[-1] == "item":
            if short == "category":
                self._item["terms"].append((self._term.get("domain", ""), text.strip()))
            else:
                self._item.setdefault(short, text)
        elif self._person is not None:
            self._person[short] = text.strip()
        self._text = []


def _short(name: str) -> str:
    """The name with the prefix that exports use, whatever the version in its namespace."""
    space, _, local = name.rpartition(" ")
    if "wordpress.org/export" in space:
        return f"excerpt:{local}" if "excerpt" in space else f"wp:{local}"
    known = {"http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc"}
    return f"{known[space]}:{local}" if space in known else local


def _taken(name: str, items: _Items) -> Iterator[Post | Unread]:
    done, items.done = items.done, []
    for item in done:
        status = item.get("wp:status", "publish")
        if item.get("wp:post_type", "post") not in _KINDS or status in ("trash", "auto-draft", "inherit"):
            continue
        title = unescape(item.get("title", "")).strip()
        label = f"{name}: {title or item.get('wp:post_id', '') or 'untitled'}"[: LONGEST_NAME - 5]
        content = item.get("content:encoded", "")
        if item.get("wp:post_password"):
            yield Unread(label, "WordPress shows it with a password only. Take the password off and export it again.")
        elif not content.strip():
            yield Unread(label, "It holds no text; a page builder may keep its text elsewhere.")
        else:
            yield Post(f"{label}.html", _page(content).encode(), _meta(item, title, status, items.people))


def _meta(item: dict[str, Any], title: str, status: str, people: dict[str, str]) -> dict[str, Any]:
    login = item.get("dc:creator", "").strip()
    link = item.get("link", "").strip()
    number = item.get("wp:post_id", "").strip()
    short = f"/?{'page_id' if item.get('wp:post_type') == 'page' else 'p'}={number}" if number.isdecimal() else ""
    topics = [text for domain, text in item["terms"] if domain in ("category", "post_tag") and text != "Uncategorized"]
    published = _day(item.get("wp:post_date_gmt")) or _day(item.get("pubDate")) if status == "publish" else None
    excerpt = " ".join(unescape(re.sub(r"<[^<>]{0,500}>", " ", item.get("excerpt:encoded", ""))).split())
    found = {
        "title": title,
        "author": people.get(login) or login,
        "published": published,
        "updated": _day(item.get("wp:post_modified_gmt")),
        "topics": list(dict.fromkeys(topics))[:30],
        "slug": item.get("wp:post_name", "").strip(),
        "standfirst": excerpt if len(excerpt) <= 600 else "",
        "permalink": link,
        "aliases": [address for address in (short,) if address],
    }
    return {field: value for field, value in found.items() if value}


def _day(text: str | None) -> datetime | None:
    """A day as WordPress writes it, in UTC; None for none, and for the zeros that it puts for one."""
    text = (text or "").strip()
    if not text or text.startswith("0000"):
        return None
    try:
        plain = re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", text)
        day = datetime.fromisoformat(text) if plain else parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return day if day.tzinfo else day.replace(tzinfo=UTC)


def _page(content: str) -> str:
    """The text as a page: paragraphs where the editor kept blank lines alone, captions as such, no shortcodes."""
    text = _SHORTCODE.sub("", _CAPTION.sub(_figure, _COMMENT.sub("", content.replace("\r\n", "\n"))))
    if not re.search(r"<p[\s>]", text, re.IGNORECASE):
        pieces = (piece.strip() for piece in re.split(r"\n\s*\n", text))
        text = "\n\n".join(
            piece if _BLOCK.match(piece) else "<p>{}</p>".format(piece.replace("\n", "<br>\n"))
            for piece in pieces
            if piece
        )
    return f"<!doctype html><html><body><article>{text}</article></body></html>"


def _figure(caption: re.Match[str]) -> str:
    found = _PICTURE.match(caption[1])
    if not found:
        return escape(caption[1])
    return f"<figure>{found[1]}<figcaption>{found[2].strip()}</figcaption></figure>"
