"""What readers of reference files give, and text out of a file of whatever encoding, line by line."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

LONGEST_LINE = 500_000
"""Characters of a line that are read; what stands behind them is left out."""
LONGEST_RECORD = 1_000_000
"""Characters of a record; a longer one is a file with its end missing, not a work."""
TOO_LONG = "This record is longer than any work needs. Look for a missing end before the next record."
_BLOCK = 65_536


@dataclass(frozen=True, slots=True)
class Record:
    """One work: the line it starts on (from 1), its CSL-JSON, and what the file says of it beyond that."""

    line: int
    csl: Mapping[str, Any]
    facts: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be read: the line it starts on, why, in words that say what to do, and the start of it."""

    line: int
    reason: str
    text: str = ""


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("citations.windows-1252", _as_windows_1252)


def decoded(stream: BinaryIO) -> Iterator[str]:
    """The text of a stream in pieces, line ends as "\\n".

    UTF-8 or, with its mark, UTF-16; bytes that are no UTF-8 are taken for Windows-1252, which old exports use. NUL,
    which stands for nothing and which no database keeps, is left out.
    """
    first = stream.read(_BLOCK)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        inner = codecs.getincrementaldecoder("utf-16")("replace")
    else:
        inner = codecs.getincrementaldecoder("utf-8-sig")("citations.windows-1252")
    decoder = io.IncrementalNewlineDecoder(inner, translate=True)
    block = first
    while block:
        yield decoder.decode(block).replace("\0", "")
        block = stream.read(_BLOCK)
    yield decoder.decode(b"", final=True)


def lines(pieces: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Lines with their number, from 1, out of text in pieces of any length. A leading byte order mark is dropped."""
    number, rest, skipping = 1, "", False
    for piece in pieces:
        text = (rest + piece) if number > 1 or rest else piece.removeprefix("\ufeff")
        *whole, rest = text.replace("\r\n", "\n").split("\n")
        for line in whole:
            yield number, "" if skipping else line[:LONGEST_LINE]
            number, skipping = number + 1, False
        if skipping:
            rest = ""
        elif len(rest) > LONGEST_LINE:
            yield number, rest[:LONGEST_LINE]
            rest, skipping = "", True
    if rest and not skipping:
        yield number, rest


def fault_of(line: int, reason: str, text: str) -> Fault:
    return Fault(line, reason, " ".join(text[:600].split())[:200])
