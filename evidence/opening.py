"""A file of any kind that is read into a Document: by its name, and by its first bytes where the name says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from evidence.documents import read
from evidence.files import UnreadableFileError, decode
from evidence.unreadable import UnreadableDocumentError
from evidence.values import Document

MARKDOWN = frozenset({".md", ".markdown"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
WORD = frozenset({".docx", ".docm", ".dotx"})
PLAIN = frozenset({".txt", ".text"})
ENDINGS = PLAIN | MARKDOWN | PAGES | WORD
"""Endings of names of files that are read; a file of another name is taken for text."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as a Document, with the encoding its text was read with ("" for a Word document)."""

    document: Document
    encoding: str


def open_document(name: str, raw: bytes) -> Opened:
    """Reads the bytes of a file called `name` ("-" for none).

    Raises UnreadableFileError, whose message names the file and says what to do, and FrontMatterError.
    """
    kind = PurePath(name).suffix.lower()
    try:
        if kind in WORD or (kind not in ENDINGS and raw.startswith((_ZIP, _OLE))):
            from evidence.word_files import read_word  # only for Word documents: it takes long to load

            return Opened(read_word(raw), "")
        text, encoding = decode(raw, name, page=kind not in PLAIN | MARKDOWN)
        form = "markdown" if kind in MARKDOWN else "html" if kind in PAGES else "auto"
        return Opened(read(text, form), encoding)
    except UnreadableDocumentError as error:
        raise UnreadableFileError(f"{name}: {error}") from None


def as_markdown(document: Document) -> str:
    """A page or Word document as a Markdown article: what it says about itself as front matter, then its text."""
    if not document.meta:
        return document.text
    import yaml  # read already wherever front matter is

    meta = yaml.safe_dump(dict(document.meta), allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{meta}---\n\n{document.text}"
