"""What a page says about itself outside of its text: title, author, reviewer, dates.

Read from JSON-LD (schema.org Article and its kinds), then from `meta` elements (Open Graph, Dublin Core, the HTML
Standard's own names). The result has the fields of front matter; what the page does not say is absent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import unescape
from typing import Any

from evidence.language.patterns import lazily
from evidence.opening.html.tree import Node

_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_AUTHORS = ("author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author")
_PUBLISHED = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "date", "pubdate",
    "citation_publication_date", "parsely-pub-date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_SUFFIX = lazily(r"\s+[|–—·»-]\s+[^|–—·»]{1,60}$")
_DAY = lazily(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SCRIPTS = 20
_MOST_PEOPLE = 50
_LONGEST = 300_000


def meta_of(nodes: Sequence[Node], heading: str) -> Mapping[str, Any]:
    """The fields of a page: title, author, reviewer, reviewed_on, published, updated. `heading` is its first h1."""
    said = _metas(nodes)
    linked = _article(nodes)
    title = heading or _first(said, _TITLES) or _text(linked.get("headline")) or _title(nodes)
    found: dict[str, Any] = {"title": title}
    found["author"] = _authors(linked.get("author"), _named_in_metas(nodes))
    found["published"] = _day(linked.get("datePublished")) or _day(_first(said, _PUBLISHED))
    found["updated"] = _day(linked.get("dateModified")) or _day(_first(said, _UPDATED))
    found["reviewer"] = _person(linked.get("reviewedBy"))
    found["reviewed_on"] = _day(linked.get("lastReviewed")) if found["reviewer"] else None
    return {name: value for name, value in found.items() if value}


def _authors(linked: Any, said: Sequence[str]) -> str | list[str]:
    """One name, or all of them where a page has several authors."""
    people = linked if isinstance(linked, list) else [linked]
    names = list(dict.fromkeys(filter(None, map(_person, people[:_MOST_PEOPLE]))))
    # "Ada Byron, RD" says more than "Ada Byron".
    names = [next((other for other in said if other.startswith(name)), name) for name in names] or list(said)
    return names if len(names) > 1 else "".join(names)


def _named_in_metas(nodes: Sequence[Node]) -> list[str]:
    """Every author that `meta` elements name, in the first of their vocabularies that names one."""
    for name in _AUTHORS:
        elements = [
            node
            for node in nodes
            if node.name == "meta"
            and (node.get("property") or node.get("name") or node.get("itemprop")).lower() == name
        ]
        found = dict.fromkeys(filter(None, (_name(node.get("content")[:500]) for node in elements[:_MOST_PEOPLE])))
        if found:
            return list(found)
    return []


def _metas(nodes: Sequence[Node]) -> Mapping[str, str]:
    said: dict[str, str] = {}
    for node in nodes:
        if node.name == "meta" and (value := node.get("content").strip()):
            name = node.get("property") or node.get("name") or node.get("itemprop")
            said.setdefault(name.lower(), value[:500])
    return said


def _first(said: Mapping[str, str], names: Sequence[str]) -> str:
    return next((said[name] for name in names if name in said), "")


def _title(nodes: Sequence[Node]) -> str:
    """The title element without the name of the site behind it."""
    title = next((node.text for node in nodes if node.name == "title" and node.text), "")
    return _SUFFIX.sub("", " ".join(unescape(title[:500]).split()))


def _article(nodes: Sequence[Node]) -> Mapping[str, Any]:
    """The first article or medical page that JSON-LD describes, its parts beside those of the page around it."""
    found: dict[str, Any] = {}
    scripts = [node.text for node in nodes if node.name == "script" and "ld+json" in node.get("type").lower()]
    for script in scripts[:_SCRIPTS]:
        for item in _items(script):
            kind = str(item.get("@type"))
            if "Article" in kind or "BlogPosting" in kind or "MedicalWebPage" in kind:
                found = {**item, **found}
    if isinstance(found.get("author"), dict | list):
        found["author"] = _looked_up(found["author"], scripts)
    return found


def _looked_up(people: Any, scripts: Sequence[str]) -> list[Any]:
    """People with what stands elsewhere of those that are named by their @id alone."""
    known = {item["@id"]: item for script in scripts[:_SCRIPTS] for item in _items(script) if _is_key(item.get("@id"))}
    rows = people if isinstance(people, list) else [people]
    return [
        {**known[row["@id"]], **row}
        if isinstance(row, dict) and _is_key(row.get("@id")) and row["@id"] in known
        else row
        for row in rows[:_MOST_PEOPLE]
    ]


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _items(script: str) -> Iterator[Mapping[str, Any]]:
    if len(script) > _LONGEST:
        return
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            graph = item.get("@graph")
            yield item
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _person(value: Any) -> str:
    """A name, or name and credentials where they are said."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return _name(value)
    if not isinstance(value, dict) or "Organization" in str(value.get("@type")):
        return ""
    name = _name(_text(value.get("name")))
    suffix = _text(value.get("honorificSuffix"))
    return f"{name}, {suffix}" if name and suffix and suffix not in name else name


def _name(text: str) -> str:
    """A name of a person; an address, an account or a sentence is none."""
    plain = " ".join(text.split())
    return (
        plain if 2 < len(plain) <= 120 and not re.search(r"https?:|@|/|^(?:admin|editor|staff)$", plain, re.I) else ""
    )


def _day(value: Any) -> date | None:
    found = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _text(value: Any) -> str:
    return " ".join(value.split())[:500] if isinstance(value, str) else ""
