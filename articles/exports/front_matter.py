"""What the front matter of Jekyll, Hugo, Astro, Quarto, Eleventy and Obsidian says besides title and people: when the
post was first published, its addresses, its topics, its standfirst.

A value that is not what it should be counts as not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from evidence.reading.metadata import topics_of

PUBLISHED = (
    *(
        "firstpublished",
        "originallypublished",
        "published",
        "publishedat",
        "publishedon",
        "publisheddate",
        "datepublished",
    ),
    *("publishdate", "publicationdate", "pubdate", "pubdatetime", "articlepublishedtime", "date", "postdate", "posted"),
)
"""Names of fields, in small letters without what parts their words, the surest first. Obsidian's "created" is the day
of the note, not of the page, and no date of publication."""
UPDATED = (
    *("updated", "updatedat", "updateddate", "dateupdated", "lastmod", "lastmodified", "lastupdated", "datemodified"),
    *("modified", "modifieddate", "moddatetime", "articlemodifiedtime"),
)
TOPICS = ("topics", "tags", "categories", "category", "keywords")
STANDFIRST = ("standfirst", "description", "summary", "excerpt", "subtitle", "dek", "deck", "abstract")
ADDRESSES = ("permalink", "url", "link", "canonical", "canonicalurl", "aliases", "redirectfrom", "redirects", "oldurl")
MOST_ADDRESSES = 50
EARLIEST = 1990
"""Years before are no dates of web pages [house]."""
_FORMATS = (
    *("%Y/%m/%d", "%Y.%m.%d", "%B %d, %Y", "%b %d, %Y", "%b %d %Y", "%B %d %Y", "%d %B %Y", "%d %b %Y"),
    *("%Y-%m-%d %H:%M:%S %z", "%Y-%m-%d %H:%M %z", "%Y/%m/%d %H:%M:%S", "%a, %d %b %Y %H:%M:%S %z"),
)
_INNER = ("params", "extra", "metadata", "dates", "hugo", "citation")


def published_on(meta: Mapping[str, Any], *, now: datetime) -> datetime | None:
    """When the page was first published elsewhere; None for a draft, for no date, and for one to come."""
    if meta.get("draft") is True or meta.get("published") is False or str(meta.get("status", "")).lower() == "draft":
        return None
    found = _first_moment(meta, PUBLISHED)
    return found if found and found.year >= EARLIEST and found <= now else None


def updated_on(meta: Mapping[str, Any], *, now: datetime) -> datetime | None:
    found = _first_moment(meta, UPDATED)
    return found if found and found.year >= EARLIEST and found <= now else None


def addresses_of(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """Addresses at which readers had the post: those with a slash. An alias in words is another title (Obsidian)."""
    found: dict[str, None] = {}
    for name in ADDRESSES:
        for value in _texts(_said(meta, name)):
            if len(value) <= 2000 and (value.startswith(("/", "http://", "https://")) or name == "redirectfrom"):
                found.setdefault(value if "/" in value else f"/{value}")
    return tuple(found)[:MOST_ADDRESSES]


def topics_in(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """The topics of the first field that has any; of nested tags ("health/sleep", Obsidian) the last part."""
    for name in TOPICS:
        said = _said(meta, name)
        if name == "tags" and "layout" in meta and isinstance(said, str) and not re.search(r"[,;#\n]", said):
            said = said.split()  # Jekyll, which says how a page is laid out, parts tags by spaces
        if found := topics_of({"topics": said}):
            words = (re.sub(r"[-_]+", " ", topic.rpartition("/")[2]) if name == "tags" else topic for topic in found)
            return tuple(dict.fromkeys(filter(None, (word.strip() for word in words))))
    return ()


def standfirst_of(meta: Mapping[str, Any], *, longest: int) -> str:
    """One or two sentences under the title; what is longer is for search engines, or a whole abstract."""
    for name in STANDFIRST:
        value = _said(meta, name)
        if isinstance(value, str) and value.strip():
            text = " ".join(value.split())
            if name == "standfirst" or len(text) <= longest:
                return text
    return ""


def _first_moment(meta: Mapping[str, Any], names: Sequence[str]) -> datetime | None:
    for name in names:
        if moment := _moment(_said(meta, name)):
            return moment
    return None


def _said(meta: Mapping[str, Any], name: str) -> Any:
    """The value of a field whatever its case and what parts its words, in the front matter or one level below."""
    for held in (meta, *(meta[inner] for inner in _INNER if isinstance(meta.get(inner), Mapping))):
        for key, value in held.items():
            if value and _plain(str(key)) == name:
                return value
    return None


@lru_cache(maxsize=256)
def _plain(key: str) -> str:
    """The name of a field in small letters, without what parts its words."""
    return re.sub(r"[\W_]+", "", key.lower())


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(12), UTC)  # noon: the same day in nearly all places
    if not isinstance(value, str) or not 8 <= len(value.strip()) <= 40:
        return None
    text = value.strip()
    found = next(_read(text), None)
    if found is None:
        return None
    return _moment(found.date()) if len(text) <= 10 or ":" not in text else _moment(found)


def _read(text: str) -> Iterator[datetime]:
    with suppress(ValueError):
        yield datetime.fromisoformat(text)
    for form in _FORMATS:
        try:
            yield datetime.strptime(text, form)
        except ValueError:
            continue


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, list):
        yield from (one.strip() for one in value[:MOST_ADDRESSES] if isinstance(one, str))
