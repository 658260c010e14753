"""Which format a file or a text has, by its name and its first characters, and the Document that it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any, NamedTuple

from evidence.cycles import unsearched
from evidence.deadline import Deadline, within
from evidence.language.patterns import lazily
from evidence.opening import server_code
from evidence.opening.files import UnreadableFileError, decode
from evidence.reading import documents
from evidence.reading.front_matter import FrontMatterError, has_front_matter, split_front_matter
from evidence.reading.outright_claims import asserts
from evidence.reading.unreadable import UnreadableDocumentError
from evidence.values import Document

MARKDOWN = frozenset({".md", ".markdown"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
WORD = frozenset({".docx", ".docm", ".dotx"})
PLAIN = frozenset({".txt", ".text"})
ENDINGS = PLAIN | MARKDOWN | PAGES | WORD
"""Endings of names of files that are read; a file of another name is taken for text."""

FORMATS = (*documents.FORMATS, "html")
"""Formats of a text."""

_OPENS_A_PAGE = lazily(r"\ufeff?\s*<(?:[!?]|html|head|body)", re.IGNORECASE)
_EXCEPT_BREAKS = lazily(r"[^\r\n]")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Opened(NamedTuple):
    """A file as a Document, with the encoding its text was read with ("" for a Word document)."""

    document: Document
    encoding: str


def open_document(name: str, raw: bytes, *, deadline: Deadline | None = None) -> Opened:
    """Reads the bytes of a file called `name` ("-" for none).

    Raises UnreadableFileError, whose message names the file and says what to do, FrontMatterError, and
    TooIntricateError where the file is not read by the deadline.
    """
    with within(deadline), unsearched():
        return _opened(name, raw)


def _opened(name: str, raw: bytes) -> Opened:
    kind = PurePath(name).suffix.lower()
    try:
        if kind in WORD or (kind not in ENDINGS and raw.startswith((_ZIP, _OLE))):
            from evidence.opening.word.files import read_word  # only for Word documents: it takes long to load

            return Opened(read_word(raw), "")
        text, encoding = decode(raw, name, page=kind not in PLAIN | MARKDOWN)
        is_page = kind in PAGES or server_code.is_page(kind, text)
        text = server_code.without_directives(text) if is_page and kind not in PAGES else text
        form = "markdown" if kind in MARKDOWN else "html" if is_page else "auto"
        return Opened(open_text(text, form), encoding)
    except UnreadableDocumentError as error:
        raise UnreadableFileError(f"{name}: {error}") from None


def open_text(
    text: str,
    format: str = "auto",  # noqa: A002 (the word of the public contract)
    *,
    deadline: Deadline | None = None,
) -> Document:
    """Reads an article of any text format. `format` is one of FORMATS; auto tells web pages from other texts.

    The text of a web page is what its readers see of the article, in Markdown: offsets count its code points, and
    `places` of the document leads back into the page (html/pages.py).
    Raises what `reading.documents.read` raises, and TooManyElementsError for a page of too many elements.
    """
    documents.refuse_unknown(format, FORMATS)
    with within(deadline), unsearched():
        return _open_text(text, format)


def _open_text(text: str, format: str) -> Document:  # noqa: A002
    if format != "html" and not (format == "auto" and _OPENS_A_PAGE.match(text)):
        return documents.read(text, format)
    documents.refuse_too_long(text)
    text = server_code.blanked(text)
    from evidence.opening.html.pages import is_page, read_page  # only for web pages: other texts need none of it

    if format == "auto" and not is_page(text):
        return documents.read(text, "markdown" if documents.has_markdown(text) else "text")
    said, size = _front_of_page(text)
    page = read_page(_EXCEPT_BREAKS.sub(" ", text[:size]) + text[size:])
    document = documents.read_converted(page.text, {**said, **page.meta}, "html")
    return replace(document, places=page.places, left_out=page.left_out)


def _front_of_page(text: str) -> tuple[Mapping[str, Any], int]:
    """The front matter above a page, as site generators write it, and where it ends; ({}, 0) where there is none.

    Where a field claims something it stays in the page, so that it is judged with what stands there.
    """
    if not has_front_matter(text):
        return {}, 0
    try:
        said, size = split_front_matter(text)
    except FrontMatterError:
        return {}, 0
    claims = any(isinstance(value, str) and asserts(value) for value in said.values())
    return ({}, 0) if claims else (said, size)


def as_markdown(
    name: str, raw: bytes, said: Mapping[str, Any] | None = None, *, deadline: Deadline | None = None
) -> str:
    """The bytes of a page or Word document as a Markdown article: what it says about itself as front matter, with what
    is `said` of it besides, then its text. Nothing in it is read yet.

    Raises UnreadableFileError, and TooIntricateError where it is not done by the deadline.
    """
    with within(deadline), unsearched():
        text, meta = _converted(name, raw)
    meta = {**meta, **(said or {})}
    if not meta:
        return text
    import yaml  # read already wherever front matter is

    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{front}---\n\n{text}"


def _converted(name: str, raw: bytes) -> tuple[str, Mapping[str, Any]]:
    try:
        if PurePath(name).suffix.lower() in WORD:
            from evidence.opening.word.files import convert_word  # it takes long to load

            page = convert_word(raw)
        else:
            from evidence.opening.html.pages import read_page  # so does this

            text, _ = decode(raw, name, page=True)
            documents.refuse_too_long(text)
            page = read_page(text)
        documents.refuse_too_long(page.text)
    except UnreadableDocumentError as error:
        raise UnreadableFileError(f"{name}: {error}") from None
    return page.text, page.meta
