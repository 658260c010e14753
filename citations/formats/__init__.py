"""Files of references: .nbib, .ris, .bib and CSL-JSON, read record by record into CSL-JSON and written from it.

Readers hold one record at a time. What cannot be read comes out as a Fault with its line; the rest comes in.

In: a file of references. Out: CSL-JSON, record by record. May not import: any other room of the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from citations.formats import bibtex, csl_json, nbib, ris
from citations.formats.rows import Fault, Record, decoded

Reader = Callable[[Iterable[str]], Iterator[Record | Fault]]
Writer = Callable[[Iterable[Mapping[str, Any]]], Iterator[str]]

READERS: Mapping[str, Reader] = {
    "nbib": nbib.read,
    "ris": ris.read,
    "bib": bibtex.read,
    "json": csl_json.read,
}
WRITERS: Mapping[str, Writer] = {
    "nbib": nbib.write,
    "ris": ris.write,
    "bib": bibtex.write,
    "json": csl_json.write,
}
MEDIA_TYPES: Mapping[str, str] = {
    "nbib": "application/nbib; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json; charset=utf-8",
}
_OTHER_NAMES = {"bibtex": "bib", "txt": "nbib", "medline": "nbib", "csljson": "json"}

__all__ = ["MEDIA_TYPES", "READERS", "WRITERS", "Fault", "Record", "read", "write"]


def read(name: str, stream: BinaryIO) -> Iterator[Record | Fault]:
    """The records of a file by the ending of its name, in its order. Raises ValueError for an ending not known."""
    ending = name.rpartition(".")[2].lower()
    reader = READERS.get(_OTHER_NAMES.get(ending, ending))
    if reader is None:
        raise ValueError("Choose a file that ends in .nbib, .ris, .bib or .json.")
    return reader(decoded(stream))


def write(ending: str, works: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """CSL-JSON works as the text of a file, piece by piece. Raises KeyError for an ending not known."""
    return WRITERS[ending](works)
