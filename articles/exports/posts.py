"""One post as it was brought in, and its text as Markdown with front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import yaml

from articles.exports.word_pictures import in_folder_of, placed
from evidence.deadline import Deadline
from evidence.opening.file_formats import MARKDOWN, PAGES, PLAIN, WORD, as_markdown
from evidence.opening.files import decode
from evidence.reading.front_matter import split_front_matter

LARGEST_POST = 20_000_000
"""Bytes of one file that are read [house]: a Word document or page may carry pictures, which are not."""
LONGEST_NAME = 300
_WRAPPED = re.compile(rb'href="https?://www\.google\.com/url\?q=([^"&\s]{1,3000})(?:&amp;|&)[^"\s]{0,500}"')
_FIGURE = re.compile(
    rb"<figure\b[^<>]{0,500}>\s*((?:<a\b[^<>]{0,1000}>\s*)?<img\b[^<>]{0,2000}?\balt=[\"'][^\"'<>]+[\"'][^<>]{0,2000}>(?:\s*</a>)?)"
    rb"\s*<figcaption\b[^<>]{0,500}>(.{0,5000}?)</figcaption>\s*</figure>",
    re.DOTALL | re.IGNORECASE,
)
"""A picture that has words for those who do not see it, and a caption: the caption comes below, or it would take their
place."""
_DATED = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)[-_ ](.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Post:
    """One post. `name` says where it stands in what was brought, with its ending; `meta` is what the export says of it,
    in the fields of front matter, which counts before what stands in the text."""

    name: str
    data: bytes
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that lies beside posts; `name` says where, as those of posts do."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that is no post, and why, in words that say what to do."""

    name: str
    reason: str


def text_of(post: Post, *, deadline: Deadline | None = None) -> str:
    """The post as Markdown or plain text, with what is said of it as front matter.

    Raises UnreadableFileError, FrontMatterError and TooIntricateError.
    """
    ending = PurePosixPath(post.name).suffix.lower()
    said = {**_from_name(post.name), **post.meta}
    if ending in PAGES | WORD:
        data = (
            _FIGURE.sub(rb"<p>\1</p><p>\2</p>", _WRAPPED.sub(_unwrapped, post.data)) if ending in PAGES else post.data
        )
        text = as_markdown(post.name, data, post.meta, deadline=deadline)
        return placed(text, in_folder_of(post.name)) if ending in WORD else text
    text, _ = decode(post.data, post.name)
    if not said or ending in PLAIN:
        return text
    meta, begin = split_front_matter(text)
    front = yaml.safe_dump({**said, **meta, **post.meta}, allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{front}---\n\n{text[begin:]}"


def _unwrapped(link: re.Match[bytes]) -> bytes:
    """The address that Google Docs hides in one of its own."""
    return b'href="' + escape(unquote(link[1].decode("ascii", "replace"))).encode() + b'"'


def _from_name(name: str) -> dict[str, Any]:
    """What Jekyll and Hugo say in the name of a file: day and last part of the address."""
    path = PurePosixPath(name)
    if path.suffix.lower() not in MARKDOWN:
        return {}
    stem = path.parent.name if path.stem.lower() == "index" else path.stem
    found = _DATED.fullmatch(stem)
    if not found:
        return {}
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return {}
    return {"published": day, "slug": found[4]}
