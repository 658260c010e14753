"""The works that a file lists: the reference list of an article, or every record of a file of references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from citations.formats import READERS, Fault, read
from evidence.opening.file_formats import open_document
from evidence.opening.files import UnreadableFileError, read_bytes
from evidence.reading.front_matter import FrontMatterError
from evidence.values import Document
from evidence.verifying.names import name_of, people_of
from evidence.verifying.works import Work

REFERENCES = frozenset({*READERS, "bibtex", "medline", "csljson"})
"""Endings of files of references; `.txt` is an article."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One work and where it stands: its line from 1, and its place in the text (code points) where that is known."""

    path: str
    key: str
    line: int
    work: Work
    start: int = -1
    end: int = -1

    @property
    def label(self) -> str:
        """First author, year and title, short."""
        people = people_of(self.work.csl)
        author = name_of(people[0]) if people else ""
        head = " ".join(part for part in (author, f"({self.work.year})" if self.work.year else "") if part)
        title = self.work.title or self.work.raw or "without title"
        return f"{head} {title}".strip()[:110]


class UnreadableListError(ValueError):
    """The file cannot be read; the message names it and says what to do."""


def works_of(path: str) -> tuple[list[Listed], list[str]]:
    """The works that a file lists, and what of it could not be read. Raises UnreadableListError."""
    if PurePath(path).suffix.lower().lstrip(".") in REFERENCES:
        return _of_references(path)
    try:
        document = open_document(path, read_bytes(path)).document
    except (UnreadableFileError, FrontMatterError) as error:
        raise UnreadableListError(str(error)) from None
    return list(_of_document(path, document)), []


def _of_references(path: str) -> tuple[list[Listed], list[str]]:
    listed: list[Listed] = []
    faults: list[str] = []
    try:
        with Path(path).open("rb") as stream:
            for row in read(path, stream):
                if isinstance(row, Fault):
                    faults.append(f"{path}:{row.line}: {row.reason}")
                else:
                    key = str(row.csl.get("id") or row.csl.get("citation-key") or len(listed) + 1)
                    listed.append(Listed(path, key, row.line, Work(dict(row.csl))))
    except OSError as error:
        raise UnreadableListError(f"{path}: {error.strerror or error}.") from None
    return listed, faults


def _of_document(path: str, document: Document) -> Iterator[Listed]:
    placed = document.format in ("markdown", "text")
    for reference in document.references:
        line = document.text.count("\n", 0, reference.start) + 1 if placed else 0
        work = Work(reference.csl, reference.raw, reference.doubtful)
        inside = placed and document.text[reference.start : reference.end] == reference.raw
        place = (reference.start, reference.end) if inside else (-1, -1)
        yield Listed(path, reference.key, line, work, *place)
