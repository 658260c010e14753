"""Reads what somebody has of works: identifiers, addresses, references, a whole list, a file. Saves nothing.

What is not understood is reported with its line and the reason, and the rest is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from citations import formats
from citations.services import wrapped_lines
from citations.services.intake import Work
from evidence.reading import reference_items
from evidence.references.identifiers import Identifier, identify, recognise, rejoined
from evidence.references.parsing import parse
from evidence.sources.from_csl import FactError

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
"""How an entry was understood, the surest identifier first."""
BESIDE_A_TITLE = frozenset(("author", "editor", "issued", "volume", "page", "DOI", "PMID", "PMCID", "ISBN", "URL"))
"""Of these a reference has at least one; a line without any may be anything that somebody wrote."""
LABELLED = 300
"""Lines of a paste that are read with learned labels; later ones, some fifty times as quick, by rules alone [house]."""
SHORTEST = 5
"""Signs of a line that may be an identifier [house]."""
LONG_NUMBER = re.compile(r"\d{5}")
"""Of so many figures a number among others may be a PMID; a shorter one may be a year [house]."""
HALF_A_SIGN = "This record holds half a character, which cannot be kept. Export it anew, or retype what is garbled."
ADDRESS = re.compile(
    r"\W{0,3}(?:\[[^\[\]]{0,200}\]\()?(?:https?://|www\.|(?:[\w-]{1,63}\.){1,6}[a-z]{2,10}/)", re.IGNORECASE
)
NUMBERS = re.compile(r"\W{0,5}[1-9]\d{3,8}(?:(?:\W{1,5}|\s?(?:and|or)\s)[1-9]\d{3,8}){1,1000}\W{0,5}", re.IGNORECASE)
"""Numbers alone, as PubMed's are copied out of a column."""
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
        rows: Iterable[Entry | Fault] = (_checked(row) for row in read_file(f"pasted{suffix}", BytesIO(text.encode())))
    else:
        lines = wrapped_lines.joined(text.splitlines(), is_whole=lambda line: bool(_works(line)))
        rows = (row for place, (number, line) in enumerate(lines) for row in _read_line(number, line, place < LABELLED))
    entries: list[Entry] = []
    faults: list[Fault] = []
    for row in rows:
        if isinstance(row, Fault):
            faults.append(row)
        else:
            entries.append(row)
    return entries, faults


def read_given(text: str, name: str = "") -> tuple[list[Entry], list[Fault]]:
    """What stands in a text that was pasted, or in that of a file of this name."""
    if not name.lower().endswith(FORMATS):
        return read_pasted(text)
    rows = [_checked(row) for row in read_file(name, BytesIO(text.encode("utf-8", "replace")))]
    return [row for row in rows if isinstance(row, Entry)], [row for row in rows if isinstance(row, Fault)]


def _read_line(number: int, line: str, learned: bool) -> Iterator[Entry | Fault]:
    mark = wrapped_lines.ENUMERATION.match(line)
    given = line[mark.end() if mark else 0 :].strip()
    if not given:
        return
    if works := _works(given):
        yield from (_by_identifiers(number, given, work) for work in works)
        return
    written = re.sub(r"\D", "", mark[0]) if mark else ""
    items = reference_items.apart(given, 0, len(given), int(written or 0))
    for raw in [given[item.start : item.end] for item in items] or [given]:
        csl = parse(raw, learned=learned)
        if (reason := _why_not(raw, csl)) and not learned:
            reason = _why_not(raw, csl := parse(raw))
        if not reason:
            yield Entry(number, raw, "reference", csl, raw)
        elif named := _named_in(raw):
            yield _by_identifiers(number, raw, named)
        else:
            yield Fault(number, raw[:300], reason)


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


def _works(line: str) -> list[list[Identifier]]:
    """The identifiers that a line consists of, work by work; nothing for a reference.

    Identifiers of different kinds that follow each other ("doi:10.1000/x1 PMID: 5") are of one work; a second one of
    a kind begins the next.
    """
    if len(line) < SHORTEST or not re.search(r"[\d/]", line):
        return []
    line = rejoined(line)
    for split in (r"[;,|\s]+", r"[;,|]*\s+", r"[;,|]+\s*"):
        tokens = [part for part in re.split(split, line) if part.strip()]
        found = [recognise(token) for token in tokens]
        if len(tokens) > 1 and all(found) and len({one.kind for one in found if one}) == 1:
            pairs = zip(found, tokens, strict=True)
            return [[one, *_named_in(token)] for one, token in pairs if one and one.kind != "issn"]
    works = _among_words(line)
    if len(works) > 1 and not wrapped_lines.is_reference(line):
        return works
    whole = recognise(line)
    return [[whole, *_named_in(line)]] if whole and whole.kind != "issn" else []


def _among_words(line: str) -> list[list[Identifier]]:
    """Identifiers with whatever stands between them, work by work; numbers behind a PMID are PMIDs.

    Two addresses are of two works, even if PubMed's and a DOI's might be of one: who pasted them said no more, and two
    records of one work are found later, which one record of two works is not.
    """
    works: list[list[Identifier]] = []
    numbers = addressed = False
    for token in re.split(r"[;,|\s]+", line):
        if re.fullmatch(r"\W*(?:PMIDs?|PubMed)\W*", token, re.IGNORECASE):
            numbers = True
            continue
        one = recognise(token, number_is_pmid=numbers and bool(LONG_NUMBER.search(token)))
        between = not re.search(r"\w", token) or token.lower() in ("and", "or")
        numbers = (numbers and between) or (one is not None and one.kind == "pmid")
        if one is None or one.kind in ("url", "issn") or any(one in work for work in works):
            continue
        address = ADDRESS.match(token) is not None
        if not works or (address and addressed) or any(other.kind == one.kind for other in works[-1]):
            works.append([])
            addressed = False
        addressed = addressed or address
        works[-1].append(one)
    return works


def _named_in(line: str) -> list[Identifier]:
    """What names one work somewhere in a line, the DOI first."""
    found = identify(line)
    papers = [Identifier(kind, found[kind.upper()]) for kind in ("doi", "pmid", "pmcid") if kind.upper() in found]
    others = [Identifier(kind, found[kind.upper()]) for kind in ("nct", "url") if kind.upper() in found]
    return papers or others[:1]


def _by_identifiers(line: int, text: str, work: Sequence[Identifier]) -> Entry:
    first = min(work, key=lambda one: list(NAMES).index(one.kind))
    if first.kind == "arxiv":
        csl = {"DOI": f"10.48550/arxiv.{first.value}", "arXiv": first.value, "type": "article"}
        csl |= {"container-title": "arXiv", "URL": f"https://arxiv.org/abs/{first.value}"}
    elif first.kind == "nct":
        csl = {"NCT": first.value, "URL": f"https://clinicaltrials.gov/study/{first.value}"}
    elif first.kind == "url":
        csl = {"URL": first.value, "type": "webpage"}
    else:
        csl = {one.kind.upper(): one.value for one in work if one.kind in ("doi", "pmid", "pmcid")}
        csl |= {"ISBN": first.value, "type": "book"} if first.kind == "isbn" else {}
    return Entry(line, text, first.kind, csl)


def _why_not(text: str, csl: Mapping[str, Any]) -> str:
    if re.fullmatch(r"\W{0,5}\d{4,9}\W{0,5}", text):
        return "A number alone may be anything. If it is PubMed's, write PMID before it."
    if NUMBERS.fullmatch(text):
        return "Numbers alone may be anything. If they are PubMed's, write PMID before the first."
    if re.fullmatch(r"(?:97[89][- ]?)?[\d -]{9,13}[\dXx]", text):
        return "This looks like an ISBN, but its check digit is wrong. Compare it with the book."
    if (found := recognise(text)) and found.kind == "issn":
        return "An ISSN names a journal, not a work. Paste the DOI or the whole reference."
    if not csl.get("title") or len(text.split()) < 4 or not BESIDE_A_TITLE & csl.keys():
        return "No identifier and no reference was recognised. Paste the DOI, the PMID or the whole reference."
    return ""


def format_of(text: str) -> str:
    """The ending of the file whose contents a text is, or ""."""
    head = text.lstrip("\ufeff \t\r\n")[:3000]
    if re.match(r"@\w+\s*[{(]", head):
        return ".bib"
    if re.match(r"TY\s{1,2}- ", head) or re.match(r"(?:[A-Z][A-Z\d]\s{1,2}- .{0,600}\r?\n){1,20}TY\s{1,2}- ", head):
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
