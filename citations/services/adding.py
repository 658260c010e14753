"""Adds works by whatever somebody has of them: identifiers, addresses, references, a whole list, a file.

Reading and adding are two steps, so that what was recognised can be seen before anything is saved. What is not
understood is reported with its line and the reason, and the rest comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any, BinaryIO

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from citations.models import Citation, RecordedFact
from citations.services.facts import GRADING
from citations.services.works import Work, add_works, find_works
from evidence.documents import read
from evidence.identifiers import Identifier, identify, recognise
from evidence.reference_parsing import parse
from evidence.sources import FactError

BATCH = 200
ENUMERATION = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]|[-*•])\s+")
NAMES = {
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "arxiv": "arXiv",
    "nct": "Trial number",
    "url": "Address",
    "reference": "Reference",
    "record": "Record",
}
FORMATS = (".bib", ".ris", ".nbib", ".json") if find_spec("citations.formats") else ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One work as read: the line it stands on (from 1), the text, how it was understood and its CSL-JSON."""

    line: int
    text: str
    how: str
    csl: Mapping[str, Any]
    raw: str = ""
    facts: Mapping[str, Any] | None = None

    @property
    def label(self) -> str:
        return NAMES[self.how]

    @property
    def identifier(self) -> str:
        """The identifier alone, where the work was given by one."""
        for name in ("DOI", "PMID", "PMCID", "ISBN", "arXiv", "NCT", "URL"):
            if self.csl.get(name):
                return f"{name} {self.csl[name]}"
        return ""

    def work(self, origin: str) -> Work:
        """Raises FactError where a recorded fact is none."""
        return Work.of(self.csl, facts=self.facts, raw=self.raw, origin=origin)


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not understood, on which line, and why, in words that say what to do."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Added:
    """A work that is in the library now; `new` says whether it came in with this."""

    entry: Entry
    citation: Citation
    new: bool


def read_pasted(text: str) -> tuple[list[Entry], list[Fault]]:
    """What stands in a pasted text, in its order: one identifier, several, references, or a file's contents."""
    if (suffix := format_of(text)) in FORMATS:
        rows = list(read_file(f"pasted{suffix}", _stream(text)))
        return [row for row in rows if isinstance(row, Entry)], [row for row in rows if isinstance(row, Fault)]
    entries: list[Entry] = []
    unread: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        given = ENUMERATION.sub("", line).strip()
        if not given:
            continue
        found = _identifiers(given)
        if found:
            entries += [_by_identifier(number, given, one) for one in found]
        else:
            unread.append((number, line))
    faults: list[Fault] = []
    for block in _blocks(unread):
        references, unclear = _references(block)
        entries += references
        faults += unclear
    return sorted(entries, key=lambda entry: entry.line), faults


def _identifiers(line: str) -> list[Identifier]:
    """The identifier that a line is, or all of them where it names several works; nothing for a reference.

    Identifiers of different kinds on a line ("doi:10.1000/x PMID: 5") are those of one work.
    """
    for parts in (re.split(r"[;,|\s]+", line), re.split(r"[;,|]+\s*", line)):
        tokens = [part for part in parts if part.strip()]
        found = [one for token in tokens if (one := recognise(token))]
        if 1 < len(tokens) == len(found) and len({one.kind for one in found}) == 1:
            return [] if found[0].kind == "issn" else found
    whole = recognise(line)
    return [whole] if whole and whole.kind != "issn" else []


def _by_identifier(line: int, text: str, found: Identifier) -> Entry:
    if found.kind == "arxiv":
        csl = {"DOI": f"10.48550/arxiv.{found.value}", "arXiv": found.value, "type": "article"}
        csl |= {"container-title": "arXiv", "URL": f"https://arxiv.org/abs/{found.value}"}
    elif found.kind == "nct":
        csl = {"NCT": found.value, "URL": f"https://clinicaltrials.gov/study/{found.value}"}
    elif found.kind == "url":
        csl = {"URL": found.value, "type": "webpage"}
    else:
        csl = {found.kind.upper(): found.value} | ({"type": "book"} if found.kind == "isbn" else {})
        beside = {name: value for name, value in identify(text).items() if name in ("DOI", "PMID", "PMCID")}
        csl |= beside if beside.get(found.kind.upper()) == found.value else {}
    return Entry(line, text, found.kind, csl)


def _blocks(lines: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Lines that follow each other; a blank line or an identifier between them parts two blocks."""
    block: list[tuple[int, str]] = []
    for number, line in lines:
        if block and number != block[-1][0] + 1:
            yield block
            block = []
        block.append((number, line))
    if block:
        yield block


def _references(lines: Sequence[tuple[int, str]]) -> tuple[list[Entry], list[Fault]]:
    """References in one block of lines. A list in any usual form is taken apart as such a list."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    text = "\n".join(line for _, line in lines)
    covered: set[int] = set()
    for item in read(f"References\n\n{text}", "text").references if len(lines) > 1 else ():
        if _why_not(item.raw, item.csl):
            continue
        first = _line_of(item.raw, lines)
        covered |= set(first)
        entries.append(Entry(first[0] if first else lines[0][0], item.raw, "reference", item.csl, item.raw))
    for number, line in lines:
        if number in covered:
            continue
        given = ENUMERATION.sub("", line).strip()
        csl = parse(given)
        if reason := _why_not(given, csl):
            faults.append(Fault(number, given[:300], reason))
        else:
            entries.append(Entry(number, given, "reference", csl, given))
    return entries, faults


def _line_of(raw: str, lines: Sequence[tuple[int, str]]) -> list[int]:
    """The numbers of the lines that a reference was read from."""
    flat = " ".join(raw.split())
    return [number for number, line in lines if (one := " ".join(line.split())) and (one in flat or flat in one)]


def _why_not(text: str, csl: Mapping[str, Any]) -> str:
    if re.fullmatch(r"\d{4,9}", text):
        return "A number alone may be anything. If it is PubMed's, write PMID before it."
    if re.fullmatch(r"(?:97[89][- ]?)?[\d -]{9,13}[\dXx]", text):
        return "This looks like an ISBN, but its check digit is wrong. Compare it with the book."
    if (found := recognise(text)) and found.kind == "issn":
        return "An ISSN names a journal, not a work. Paste the DOI or the whole reference."
    if not csl.get("title") or len(text.split()) < 4:
        return "No identifier and no reference was recognised. Paste the DOI, the PMID or the whole reference."
    return ""


def format_of(text: str) -> str:
    """The ending of the file whose contents a text is, or ""."""
    head = text.lstrip("\ufeff \t\r\n")[:3000]
    if re.match(r"@\w+\s*[{(]", head):
        return ".bib"
    if re.match(r"TY\s{1,2}- ", head):
        return ".ris"
    if re.match(r"(?:PMID|OWN |STAT|AN  )\s?- ", head):
        return ".nbib"
    return ".json" if re.match(r"[\[{]\s*[{\"]", head) else ""


def _stream(text: str) -> BinaryIO:
    from io import BytesIO

    return BytesIO(text.encode())


def read_file(name: str, stream: BinaryIO) -> Iterator[Entry | Fault]:
    """The records of a .bib, .ris, .nbib or CSL-JSON file, one after the other, faults with their lines.

    The reader's rows have a `line` and either `csl` with optional `facts`, or a `reason` why they were not read.
    """
    for row in import_module("citations.formats").read(name, stream):
        reason, text = getattr(row, "reason", ""), str(getattr(row, "text", "") or "")
        if reason:
            yield Fault(row.line, text[:300], str(reason))
        else:
            yield Entry(row.line, text or str(row.csl.get("title") or ""), "record", row.csl, facts=_facts_of(row))


def _facts_of(row: Any) -> Mapping[str, Any] | None:
    facts = getattr(row, "facts", None)
    return facts if isinstance(facts, Mapping) and facts else None


def known(entries: Sequence[Entry]) -> list[Citation | None]:
    """The library's work for each entry, where it has one already."""
    return find_works([entry.work("").source for entry in entries])


def add(*, entries: Iterable[Entry], by: User, origin: str) -> Iterator[Added | Fault]:
    """Adds works in batches, each batch for itself, so that a long file holds no lock for long.

    `origin` is where facts in the entries are said to come from: a file's name, or that they were pasted. Raises
    PermissionDenied.
    """
    if not by.has_perm("citations.add_citation"):
        raise PermissionDenied("You may not add works to the library.")
    rest = iter(entries)
    while batch := list(islice(rest, BATCH)):
        works: list[tuple[Entry, Work]] = []
        for entry in batch:
            try:
                works.append((entry, entry.work(origin)))
            except FactError as error:
                yield Fault(entry.line, entry.text[:300], str(error))
        rows = add_works(works=[work for _, work in works])
        _note(zip((entry for entry, _ in works), (citation for citation, _ in rows), strict=True), origin)
        for (entry, _), (citation, new) in zip(works, rows, strict=True):
            yield Added(entry, citation, new)


def _note(rows: Iterable[tuple[Entry, Citation]], origin: str) -> None:
    """Keeps what a reference or a record said beside what services say later."""
    now = timezone.now()
    said = {
        (citation.pk, name): RecordedFact(
            citation=citation,
            name=name,
            origin=origin[:40],
            value=value,
            recorded_at=now,
            evidence=f"Line {entry.line}",
        )
        for entry, citation in rows
        if entry.how in ("reference", "record")
        for name, value in {"csl": dict(entry.csl), **(entry.facts or {})}.items()
        if name in ("csl", *GRADING)
    }
    RecordedFact.objects.bulk_create(
        said.values(),
        update_conflicts=True,
        unique_fields=["citation", "name", "origin"],
        update_fields=["value", "recorded_at", "evidence"],
    )
