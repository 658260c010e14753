"""Reading the files of the command line: bytes to text, with errors that say what to do."""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path

STDIN = "-"

LARGEST = 60_000_000
"""Bytes of a file that are read at all [house]; a saved page with its pictures inside may have some 20 MB."""

_WORD = "save the document as .docx, Markdown or plain text first"
_NOT_READ = {
    ".doc": _WORD,
    ".odt": _WORD,
    ".rtf": _WORD,
    ".pages": _WORD,
    ".pdf": "copy the text into a Markdown or plain text file first",
    ".epub": "copy the text into a Markdown or plain text file first",
    ".mht": "save the page as .html first",
    ".mhtml": "save the page as .html first",
    ".webarchive": "save the page as .html first",
}
_BINARY = (
    (b"%PDF", "a PDF; copy its text into a Markdown or plain text file"),
    (b"{\\rtf", "a rich text file; save it as .docx, Markdown or plain text"),
    (b"\x89PNG", "a picture, not text; give the text itself"),
    (b"\xff\xd8\xff", "a picture, not text; give the text itself"),
    (b"GIF8", "a picture, not text; give the text itself"),
    (b"PK\x03\x04", "a zip archive, not text; unpack it and name the files in it"),
    (b"\x1f\x8b", "a compressed file, not text; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Word document; save it as .docx"),
)
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{2,30})", re.IGNORECASE
)
_ENCODINGS = re.compile(
    r"(?:windows-|cp)125\d|iso-8859-(?:[2-9]|1[0-6])|koi8-[ru]|macintosh|shift_jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5"
)
"""Encodings that pages name and Python knows under the same name; no others are tried."""

_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class UnreadableFileError(Exception):
    """A file that cannot be checked. The message names it and says what to do."""


def read_text(path: str) -> tuple[str, str]:
    """The text of a file, or of standard input for "-", and the encoding it was read with.

    Line ends stay as they are, so that offsets count the code points of the file. Raises UnreadableFileError.
    """
    return decode(read_bytes(path), path)


def decode(raw: bytes, path: str, *, page: bool = False) -> tuple[str, str]:
    """Text from bytes, and the encoding: UTF-8, what a byte order mark says, else Windows-1252.

    A `page` may name its encoding in itself (HTML Standard, 13.2.3.2). The encoding is "damaged utf-8" where a text
    is plainly UTF-8 but for a few bytes, which become U+FFFD. Raises UnreadableFileError where it is no text.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError:
                name = encoding.upper()
                raise UnreadableFileError(f"{path}: this is not readable as {name}; save it as UTF-8.") from None
    _refuse_binary(raw, path)
    try:
        return raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    if page and (declared := _declared(raw)):
        try:
            return raw.decode(declared), declared
        except UnicodeDecodeError:
            pass
    text = raw.decode("utf-8-sig", "replace")
    damaged = text.count("\ufffd")
    if sum(not letter.isascii() for letter in text) > 4 * damaged:
        return text, "damaged utf-8"
    try:
        return raw.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        raise UnreadableFileError(f"{path}: this is neither UTF-8 nor Windows-1252 text; save it as UTF-8.") from None


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises UnreadableFileError."""
    kind = Path(path).suffix.lower()
    if kind in _NOT_READ:
        raise UnreadableFileError(f"{path}: {kind} files are not read here; {_NOT_READ[kind]}.")
    raw = _bytes_of(path)
    if len(raw) > LARGEST:
        size = f"{LARGEST // 1_000_000} MB"
        raise UnreadableFileError(f"{path}: the file is larger than {size}; give the article alone.")
    return raw


def _refuse_binary(raw: bytes, path: str) -> None:
    for start, what in _BINARY:
        if raw.startswith(start):
            raise UnreadableFileError(f"{path}: this is {what}.")
    # Some programs leave a control letter in a text; a text made of them is none.
    if b"\0" in raw or len(_CONTROLS.findall(raw[:100_000])) * 50 > len(raw[:100_000]):
        raise UnreadableFileError(f"{path}: this is a binary file, not text; give a Markdown or plain text file.")


def _declared(raw: bytes) -> str:
    """The encoding that a page names, as Python calls it; "" where it names none that can be."""
    found = _CHARSET.search(raw[:4096])
    name = found[1].decode("ascii").lower() if found else ""
    if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        return "cp1252"  # what browsers read under these names (WHATWG Encoding Standard, 4.2)
    return name if _ENCODINGS.fullmatch(name) else ""


def _bytes_of(path: str) -> bytes:
    try:
        if path == STDIN:
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: there is no such file; check the name.") from None
    except IsADirectoryError:
        raise UnreadableFileError(f"{path}: this is a folder; name the files in it, for example {path}/*.md") from None
    except PermissionError:
        raise UnreadableFileError(f"{path}: you may not read this file; check its permissions.") from None
    except (OSError, ValueError) as error:
        raise UnreadableFileError(f"{path}: the file cannot be read ({error}).") from None
