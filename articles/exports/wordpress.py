"""WordPress exports (WXR, an RSS file with additions): each post and page with what WordPress knows of it.

The file is parsed once, element by element, and no more of it is held than one post. Declarations of entities are
refused: WordPress writes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from xml.parsers import expat

from articles.exports.posts import LARGEST_POST, LONGEST_NAME, Post, Unread
from articles.exports.wordpress_texts import Beside, Media, page_of

DEPTH = 40
"""Elements within each other [house]; an export has six."""
MOST = 20_000
"""Items of one export [house]."""
_CHUNK = 1 << 20
_KINDS = ("post", "page")
META = frozenset({"_thumbnail_id", "_wp_attachment_image_alt", "_wp_old_slug", "footnotes"})
"""Fields of an item that say something of its text."""


class ExportRefused(ValueError):
    """The file is no export that can be read; the message says why and what to do."""


def is_export(head: bytes) -> bool:
    """Whether a file begins as a WordPress export does."""
    return b"<rss" in head and (b"wordpress.org/export" in head or b"xmlns:wp=" in head)


def posts_of(name: str, data: bytes) -> Iterator[Post | Unread]:
    """The posts and pages of an export, those in the bin left out. Raises ExportRefused."""
    pictures: dict[str, Media] = {}
    blocks: dict[str, str] = {}
    # Posts name pictures and shared blocks by number, and these may stand behind them.
    for item, _ in _items_of(data):
        number, kind = item.get("wp:post_id", "").strip(), item.get("wp:post_type")
        if kind == "attachment" and item.get("wp:attachment_url"):
            pictures[number] = _media(item)
        elif kind == "wp_block":
            blocks[number] = item.get("content:encoded", "")
    for item, people in _items_of(data):
        yield from _taken(name, item, people, Beside(pictures, blocks))


def _items_of(data: bytes) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """The items of an export with the people named before them, one after the other. Raises ExportRefused."""
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
            yield from ((item, items.people) for item in items.taken())
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ExportRefused(f"The export is damaged in line {error.lineno}. Export it again from WordPress.") from error
    except (LookupError, ValueError) as error:
        if isinstance(error, ExportRefused):
            raise
        raise ExportRefused("The export is in an encoding that cannot be read. Export it again as UTF-8.") from error
    yield from ((item, items.people) for item in items.taken())


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
        self._key = ""

    def taken(self) -> list[dict[str, Any]]:
        done, self.done = self.done, []
        return done

    def refuse(self, *_: object) -> None:
        raise ExportRefused("The file declares XML entities, which WordPress never writes. It is not read.")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(short := _short(name))
        if len(self._open) > DEPTH:
            raise ExportRefused("The file is nested too deeply to be an export of WordPress.")
        if short == "item":
            self._item = {"terms": [], "people": [], "meta": {}}
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
        elif self._item is not None and short in ("wp:meta_key", "wp:meta_value"):
            self._note(self._item["meta"], short, text.strip())
        elif self._item is not None and len(self._open) and self._open[-1] == "item":
            if short == "category":
                domain = self._term.get("domain", "")
                self._item["terms"].append((domain, text.strip()))
                self._item["people"].append((domain, text.strip(), self._term.get("nicename", "")))
            else:
                self._item.setdefault(short, text)
        elif self._person is not None:
            self._person[short] = text.strip()
        self._text = []

    def _note(self, meta: dict[str, list[str]], part: str, text: str) -> None:
        """Fields of plugins and of WordPress itself; those that are wanted, since some hold megabytes."""
        if part == "wp:meta_key":
            self._key = text
        elif self._key in META:
            meta.setdefault(self._key, []).append(text)


def _short(name: str) -> str:
    """The name with the prefix that exports use, whatever the version in its namespace."""
    space, _, local = name.rpartition(" ")
    if "wordpress.org/export" in space:
        return f"excerpt:{local}" if "excerpt" in space else f"wp:{local}"
    known = {"http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc"}
    return f"{known[space]}:{local}" if space in known else local


def _taken(name: str, item: dict[str, Any], people: dict[str, str], beside: Beside) -> Iterator[Post | Unread]:
    status = item.get("wp:status", "publish")
    if item.get("wp:post_type", "post") not in _KINDS or status in ("trash", "auto-draft", "inherit"):
        return
    title = unescape(item.get("title", "")).strip()
    label = f"{name}: {title or item.get('wp:post_id', '') or 'untitled'}"[: LONGEST_NAME - 5]
    content = item.get("content:encoded", "")
    if item.get("wp:post_password"):
        yield Unread(label, "WordPress shows it with a password only. Take the password off and export it again.")
    elif not content.strip():
        yield Unread(label, "It holds no text; a page builder may keep its text elsewhere.")
    else:
        meta = {key: values[-1] for key, values in item["meta"].items()}
        page = page_of(content, beside, thumbnail=meta.get("_thumbnail_id", ""), notes=meta.get("footnotes", ""))
        yield Post(f"{label}.html", page.encode("utf-8", "replace"), _meta(item, title, status, people))


def _media(item: dict[str, Any]) -> Media:
    alt = item["meta"].get("_wp_attachment_image_alt", [""])[-1]
    return Media(item["wp:attachment_url"].strip(), alt, item.get("excerpt:encoded", "").strip())


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
        "author": _authors(item, people) or people.get(login) or login,
        "published": published,
        "updated": _day(item.get("wp:post_modified_gmt")),
        "topics": list(dict.fromkeys(topics))[:30],
        "slug": item.get("wp:post_name", "").strip(),
        "standfirst": excerpt if len(excerpt) <= 600 else "",
        "permalink": link,
        "aliases": [*filter(None, [short]), *_earlier(link, item["meta"].get("_wp_old_slug", []))],
    }
    return {field: value for field, value in found.items() if value}


def _authors(item: dict[str, Any], people: dict[str, str]) -> list[str]:
    """Several authors, whom Co-Authors Plus names as terms, with "cap-" before their log-in."""
    named = [(text, nicename) for domain, text, nicename in item["people"] if domain == "author"]
    return [people.get(nicename.removeprefix("cap-")) or text for text, nicename in named if text]


def _earlier(link: str, slugs: list[str]) -> list[str]:
    """Addresses that the post had before its slug was changed; WordPress led readers on from them."""
    place = link.rstrip("/").rpartition("/")[0]
    return [f"{place}/{slug}/" for slug in slugs[:20] if slug and "/" not in slug and place.count("/") > 1]


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
