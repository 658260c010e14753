"""A post that was chosen as a file: a text, a page, a Word document, or an archive or export that holds one post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError

import apart
from articles.assessments import deadlines
from articles.exports.archives import EXPORTS, NOT_READ
from articles.exports.files import ArchiveRefused, ExportRefused, SeveralPostsError, only_post
from articles.exports.picture_places import embeds_as_pictures
from articles.exports.posts import PictureFile, Post, text_of
from evidence.deadline import TooIntricateError
from evidence.opening.file_formats import MARKDOWN, PAGES, WORD, as_markdown
from evidence.opening.files import UnreadableFileError
from evidence.reading.front_matter import FrontMatterError

TEXTS = (".txt", ".md", ".markdown")
CONVERTED = tuple(sorted(PAGES | WORD))
PACKED = (".zip", *sorted(EXPORTS))
ACCEPTED = (*TEXTS, *CONVERTED, *PACKED, "text/plain", "text/markdown")
KINDS = ".txt, .md, .html, .docx or .zip"
REFUSALS = (
    *(UnreadableFileError, FrontMatterError, TooIntricateError, apart.Busy),
    *(ArchiveRefused, ExportRefused, SeveralPostsError),
)
"""What is wrong with a file, in words for whoever chose it."""
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The text of a chosen file as Markdown or plain text, and the name of what it was read from. `document` holds the
    bytes of a Word document, for its pictures; `beside` are pictures that came with a post in an archive."""

    name: str
    text: str
    document: bytes = b""
    beside: list[PictureFile] = field(default_factory=list)


def open_chosen(name: str, data: bytes) -> Chosen:
    """Raises ValidationError that says what to do. The caller has bounded the size."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in PACKED:
        return taken_out(name, data)
    if ending in CONVERTED:
        return Chosen(name, tidy(converted(name, data)), document=data if ending in WORD else b"")
    if ending in TEXTS:
        return Chosen(name, tidy(_read_apart(_as_written, name, decode(data).encode())))
    raise ValidationError(NOT_READ.get(ending) or f"Choose a {KINDS} file, or paste the text.")


def decode(data: bytes) -> str:
    """The text of a file. Raises ValidationError that says what to do."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValidationError("The file is saved as UTF-16. Save it as UTF-8 text and try again.")
    if b"\x00" in data[:8192] or data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        raise ValidationError(
            "This is not a text file. Open it in your word processor and save it as plain text (.txt), "
            "or copy its text and paste it."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ValidationError(
            f"The file is not UTF-8 text (line {line}). Save it as UTF-8, or copy its text and paste it."
        ) from None


def converted(name: str, data: bytes) -> str:
    """A saved web page or Word document as Markdown. Raises ValidationError that says what to do."""
    return _read_apart(_markdown_of, name, data)


def taken_out(name: str, data: bytes) -> Chosen:
    """The one post of an archive or export. Raises ValidationError that says what to do."""
    return _read_apart(_only_post, name, data)


def _read_apart(read: Callable[[str, bytes], Read], name: str, data: bytes) -> Read:
    try:
        return apart.SENT.run(read, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)(name, data)
    except REFUSALS as error:
        raise ValidationError(str(error)) from error


def _markdown_of(name: str, data: bytes) -> str:
    if name.lower().endswith(tuple(WORD)):
        return as_markdown(name, data, deadline=deadlines.for_import())  # its pictures are looked for by its own names
    return text_of(Post(name, data), deadline=deadlines.for_import())


def _only_post(name: str, data: bytes) -> Chosen:
    post, pictures = only_post(name, data)
    text = text_of(post, deadline=deadlines.for_import())
    return Chosen(post.name, tidy(_with_pictures_of_obsidian(post.name, text)), beside=pictures)


def _as_written(name: str, data: bytes) -> str:
    """A text file as Markdown, with what its name says. Front matter that is broken is told of when it is read, with
    the text at hand to correct it."""
    try:
        return _with_pictures_of_obsidian(name, text_of(Post(name, data)))
    except FrontMatterError:
        return data.decode()


def _with_pictures_of_obsidian(name: str, text: str) -> str:
    return embeds_as_pictures(text) if name.lower().endswith(tuple(MARKDOWN)) else text


def tidy(text: str) -> str:
    """Plain line ends, so that the text read on the second screen is the one read on the first."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
