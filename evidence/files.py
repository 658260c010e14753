"""Reading the files of the command line: bytes to text, with errors that say what to do."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

STDIN = "-"
_NOT_TEXT = {
    ".docx": "save the document as Markdown or plain text first",
    ".doc": "save the document as Markdown or plain text first",
    ".odt": "save the document as Markdown or plain text first",
    ".pdf": "copy the text into a Markdown or plain text file first",
    ".html": "save the page as Markdown or plain text first",
    ".htm": "save the page as Markdown or plain text first",
}


class UnreadableFileError(Exception):
    """A file that cannot be checked. The message names it and says what to do."""


def read_text(path: str) -> tuple[str, str]:
    """The text of a file, or of standard input for "-", and the encoding it was read with.

    Line ends stay as they are, so that offsets count the code points of the file. Raises UnreadableFileError.
    """
    kind = Path(path).suffix.lower()
    if kind in _NOT_TEXT:
        raise UnreadableFileError(f"{path}: {kind} files are not read here; {_NOT_TEXT[kind]}.")
    return decode(_bytes_of(path), path)


def decode(raw: bytes, path: str) -> tuple[str, str]:
    """Text from bytes: UTF-8 (with or without a mark), UTF-16 where a mark says so, else Windows-1252."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise UnreadableFileError(f"{path}: this is not readable as UTF-16; save it as UTF-8.") from None
    if b"\0" in raw:
        raise UnreadableFileError(f"{path}: this is a binary file, not text; give a Markdown or plain text file.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableFileError(f"{path}: this is neither UTF-8 nor Windows-1252 text; save it as UTF-8.")


def _bytes_of(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: there is no such file; check the name.") from None
    except IsADirectoryError:
        raise UnreadableFileError(f"{path}: this is a folder; name the files in it, for example {path}/*.md") from None
    except PermissionError:
        raise UnreadableFileError(f"{path}: you may not read this file; check its permissions.") from None
    except (OSError, ValueError) as error:
        raise UnreadableFileError(f"{path}: the file cannot be read ({error}).") from None
