"""Word documents (.docx): their text by way of mammoth, their citations from the fields of reference managers.

A file is opened with care, for it may come from anybody: nothing is unpacked beyond `LIMIT`, no part may declare
entities, and nesting and number of elements are bounded before a parser builds anything. Macros, pictures and embedded
files are never read; the text names its pictures (`pictures`).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring
from xml.parsers import expat

from evidence.language.patterns import lazily
from evidence.opening.html.pages import WebPage, read_page
from evidence.opening.word import left_out
from evidence.opening.word.citations import Csl, word_sources
from evidence.opening.word.fields import Fields
from evidence.opening.word.hidden import leave_out_hidden, styles_of
from evidence.opening.word.pictures import DAMAGED, names_of, said_of
from evidence.reading.documents import read_converted
from evidence.reading.unreadable import UnreadableDocumentError
from evidence.values import Document

LIMIT = 40_000_000
"""Bytes of all parts that are read, unpacked [house]."""

ELEMENTS = 400_000
"""Elements of all parts [house]: a text of 100,000 words has about half as many."""

DEPTH = 120
"""Elements within each other [house]: a table in a text box in a table has about 40."""

STYLES_PART = "word/styles.xml"
_FILES = 5_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_READ = lazily(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/[\w.-]+\.rels|word/(?:document\d*|footnotes|endnotes|styles|numbering)\.xml"
    r"|customXml/item\d{1,4}\.xml"
)
_WITH_FIELDS = lazily(r"word/(?:document\d*|footnotes|endnotes)\.xml")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
"""


class WordFileError(UnreadableDocumentError):
    """The file cannot be read as a Word document; the message says why and what to do."""


def read_word(data: bytes) -> Document:
    """Reads a .docx file. Raises WordFileError and what `documents.read` raises."""
    page = convert_word(data)
    return replace(read_converted(page.text, page.meta, "word"), left_out=page.left_out)


def convert_word(data: bytes) -> WebPage:
    """A .docx file as the page it would be, of which nothing is read yet. Its places lead nowhere.

    Raises WordFileError, and TooManyElementsError (a ValueError).
    """
    parts = _parts(data)
    budget = _Budget()
    for name, part in parts.items():
        budget.check(name, part)
    trees = {name: _tree(name, part) for name, part in parts.items() if _WITH_FIELDS.fullmatch(name)}
    styles = styles_of(_tree(STYLES_PART, parts[STYLES_PART]) if STYLES_PART in parts else None)
    unread = [*left_out.beside(_beside(data))]
    for tree in trees.values():
        unread += [*left_out.within(tree), *left_out.hidden(leave_out_hidden(tree, styles))]
    works = _settle_fields(trees, parts)
    written = {**parts, **{name: tostring(tree, "utf-8") for name, tree in trees.items()}}
    page = read_page(_as_html(written, _pictures(data)))
    meta = {**page.meta, "references": works} if works else page.meta
    return replace(page, meta=meta, left_out=tuple(unread))


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts that are read, unpacked, by name."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise WordFileError("the document is protected by a password. Save it without one.")
        raise WordFileError("this is the old Word format. Open it in Word or LibreOffice and save it as .docx.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _unpacked(archive)
    except (*DAMAGED, ValueError) as error:
        if isinstance(error, WordFileError):
            raise
        raise WordFileError("this is no Word document, or it is damaged. Save it again as .docx.") from error
    if not any(name.startswith("word/document") for name in parts):
        raise WordFileError("this is no Word document: it has no text. Save the text as .docx.")
    return parts


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    files = archive.infolist()
    if len(files) > _FILES:
        raise WordFileError("it holds too many files to be a document.")
    wanted = [file for file in files if _READ.fullmatch(file.filename)]
    if sum(file.file_size for file in wanted) > LIMIT:
        raise WordFileError(f"its text is larger than {LIMIT // 1_000_000} MB. Cut the document into parts.")
    parts: dict[str, bytes] = {}
    left = LIMIT
    for file in wanted:
        if file.flag_bits & 1:
            raise WordFileError("the document is protected by a password. Save it without one.")
        with archive.open(file) as part:
            parts[file.filename] = part.read(left + 1)  # what the file says of its size is not trusted
        left -= len(parts[file.filename])
        if left < 0:
            raise WordFileError(f"its text is larger than {LIMIT // 1_000_000} MB. Cut the document into parts.")
    return parts


def _pictures(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return names_of(archive)


def _beside(data: bytes) -> dict[str, bytes]:
    """The parts that are only counted, unpacked as far as they are looked at; none that is damaged."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if left_out.COUNTED.fullmatch(name)]
        for name in names[: left_out.MOST]:
            try:
                with archive.open(name) as part:
                    found[name] = part.read(left_out.LONGEST)
            except DAMAGED:
                found[name] = b""
    return found


class _Budget:
    """Counts elements and depth over all parts before anything is built, and refuses declarations of entities."""

    def __init__(self) -> None:
        self._left = ELEMENTS
        self._depth = 0

    def check(self, name: str, part: bytes) -> None:
        self._depth = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(part, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            if isinstance(error, WordFileError):
                raise
            raise WordFileError(f"its part {name} is damaged. Save the document again as .docx.") from error

    def _refuse(self, *_: object) -> None:
        raise WordFileError("it declares XML entities, which no word processor writes. It is not read.")

    def _start(self, *_: object) -> None:
        self._left -= 1
        self._depth += 1
        if self._left < 0:
            raise WordFileError("it has too many elements. Cut the document into parts.")
        if self._depth > DEPTH:
            raise WordFileError("it is nested too deeply. Copy its text into a new document.")

    def _end(self, *_: object) -> None:
        self._depth -= 1


def _tree(name: str, part: bytes) -> Element:
    try:
        return fromstring(part)  # noqa: S314 (_Budget has refused entities, depth and size)
    except (ParseError, ValueError, LookupError) as error:
        raise WordFileError(f"its part {name} is damaged. Save the document again as .docx.") from error


def _settle_fields(trees: Mapping[str, Element], parts: Mapping[str, bytes]) -> list[Csl]:
    sources: dict[str, Csl] = {}
    for name, part in parts.items():
        if name.startswith("customXml/") and b"bibliography" in part:
            sources |= word_sources(_tree(name, part))
    fields = Fields(sources, _field_xml)
    for name in sorted(trees):  # the document stands before its endnotes and footnotes
        fields.read(trees[name])
    return fields.settle()


def _field_xml(text: str) -> Element | None:
    """XML that stood in a field, under the same guard as the parts; None where there is none or it is not sound."""
    end = text.rfind("</EndNote>")
    if end < 0:
        return None
    raw = text[: end + len("</EndNote>")].encode("utf-8", "replace")
    try:
        _Budget().check("a field", raw)
        return fromstring(raw)  # noqa: S314 (checked in the line before)
    except (WordFileError, ParseError):
        return None


def _shown(picture: Any) -> dict[str, str]:
    """The description and name of a picture of mammoth's; no name where it stands elsewhere, which nobody asks."""
    try:
        with picture.open() as file:
            name = file.read().decode()
    except (KeyError, ValueError, OSError):
        name = ""
    return {"alt": said_of(picture.alt_text), "src": name}


def _as_html(parts: Mapping[str, bytes], pictures: Sequence[str]) -> str:
    """What mammoth makes of the parts; the notes stand behind a rule, apart from a reference list before them."""
    import mammoth  # type: ignore[import-untyped]  # only for Word documents: it takes long to load

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
        for name in pictures:  # mammoth tells what a picture holds, not how it is called
            archive.writestr(name, name)
    packed.seek(0)
    try:
        html: str = mammoth.convert_to_html(
            packed,
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_shown),
        ).value
    except RecursionError:
        raise WordFileError("it is nested too deeply. Copy its text into a new document.") from None
    except Exception as error:
        raise WordFileError("it is damaged. Open it in Word or LibreOffice and save it again as .docx.") from error
    return re.sub(r"(?=<ol><li id=\"(?:footnote|endnote)-)", "<hr />", html, count=1)
