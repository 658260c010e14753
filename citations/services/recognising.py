"""Reads what somebody has of works: identifiers, addresses, references, a whole list, a file. Saves nothing.

What is not understood is reported with its line and the reason, and the rest is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from citations import formats
from citations.services.works import Work
from evidence.documents import read
from evidence.identifiers import Identifier, identify, recognise
from evidence.reference_parsing import parse
from evidence.sources import FactError

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
HALF_A_SIGN = "This record holds half a character, which cannot be kept. Export it anew, or retype what is garbled."
FORMATS = (".bib", ".ris", ".nbib", ".json")


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


def read_pasted(text: str) -> tuple[list[Entry], list[Fault]]:
    """What stands in a pasted text, in its order: one identifier, several, references, or a file's contents."""
    if suffix := format_of(text):
        rows = [_checked(row) for row in read_file(f"pasted{suffix}", BytesIO(text.encode()))]
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


def _checked(row: Entry | Fault) -> Entry | Fault:
    """The row, or why it cannot be kept: facts that are none, halves of a pair of characters ("\\ud800")."""
    if isinstance(row, Entry):
        try:
            json.dumps([row.csl, row.facts], ensure_ascii=False).encode()
            row.work("")
        except UnicodeEncodeError:
            return Fault(row.line, row.text[:300].encode(errors="replace").decode(), HALF_A_SIGN)
        except FactError as error:
            return Fault(row.line, row.text[:300], str(error))
    return row


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


def read_file(name: str, stream: BinaryIO) -> Iterator[Entry | Fault]:
    """The records of a .bib, .ris, .nbib or CSL-JSON file, one after the other, faults with their lines."""
    for row in formats.read(name, stream):
        if isinstance(row, formats.Fault):
            yield Fault(row.line, row.text[:300], row.reason)
        else:
            text = row.text or str(row.csl.get("title") or "")
            yield Entry(row.line, text, "record", row.csl, facts=row.facts or None)
