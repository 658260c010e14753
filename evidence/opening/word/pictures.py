"""The pictures inside a Word document, for whoever keeps them: the text names them, and reading it unpacks none.

What the file says of its sizes is not trusted: each picture is unpacked no further than its bound.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

from evidence.language.patterns import lazily
from evidence.opening.html.web_links import IN_DOCUMENT

_PICTURE = lazily(rf"{IN_DOCUMENT}[A-Za-z0-9_. -]{{1,100}}")
MOST = 200
"""Pictures of one document that are looked at [house]."""
ALL = 100_000_000
"""Bytes of all of them, unpacked [house]."""
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError, RuntimeError)
"""What zipfile lets through of a damaged or unknown member; lzma's error is of no other kind."""
_BY_WORD = re.compile(r"\s*Description automatically generated(?: with \w+ confidence)?\s*$", re.IGNORECASE)


def names_of(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if _PICTURE.fullmatch(name)][:MOST]


def pictures_of(data: bytes, *, largest: int) -> Iterator[tuple[str, bytes]]:
    """Each picture by its name in the text with its bytes, up to one more than `largest`: whoever takes it refuses.

    Nothing where the file is no document, nor of a picture that is damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*DAMAGED, ValueError):
        return
    left = ALL
    with archive:
        for name in names_of(archive):
            try:
                with archive.open(name) as part:
                    found = part.read(min(left, largest) + 1)
            except (*DAMAGED, ValueError):
                continue
            left -= len(found)
            if left < 0:
                return
            yield name, found


def said_of(alt: str | None) -> str:
    """The description of a picture, without what Word writes below its own."""
    return _BY_WORD.sub("", alt or "").strip()
