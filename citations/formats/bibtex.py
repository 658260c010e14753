"""BibTeX and BibLaTeX, entry by entry. What an entry means in CSL is said once, in `evidence.references.bibtex`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from citations.formats import parts
from citations.formats.bibtex_writing import write
from citations.formats.rows import LONGEST_RECORD, TOO_LONG, Fault, Record, fault_of, lines
from evidence.references.bibtex import PEOPLE, csl_of, plain, unwrapped

__all__ = ["read", "write"]

_START = re.compile(r"\s*@\s*(\w{1,40})\s*([{(])")
_INNER_START = re.compile(r"@\w{1,40}\s*[{(]\s*[^\s,={}\"]{1,200}\s*,\s*(?:$|\w+\s*=)")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_ANY_BRACKET = re.compile(r"\\.|[{}()]")
_JOINED = re.compile(r"\s*#\s*")
_IN_QUOTES = re.compile(r'\\.|[{}"]', re.DOTALL)
_FIELD = re.compile(r"\s*([A-Za-z][\w:.+-]{0,60})\s*=\s*")
_NO_COMMA = re.compile(r"\s*[^\s,]")
_BARE = re.compile(r"[^\s,#{}\"]+")
_UNCLOSED = "This entry is never closed. Look for a missing brace."
_BROKEN = "The field {} cannot be read. Look for a missing comma, brace or quotation mark before it."
_TWICE = "A second entry has the key {}. It came in as well: the library goes by identifiers and titles, not by keys."
_NOT_WORKS = ("comment", "preamble")
_MARKUP = (
    (re.compile(r"\\(?:textit|emph)\{([^{}]*)\}"), r"<i>\1</i>"),
    (re.compile(r"\\textbf\{([^{}]*)\}"), r"<b>\1</b>"),
    (re.compile(r"\\textsubscript\{([^{}]*)\}"), r"<sub>\1</sub>"),
    (re.compile(r"\\textsuperscript\{([^{}]*)\}"), r"<sup>\1</sup>"),
    (re.compile(r"\$_\{?([\w+-]{1,6})\}?\$"), r"<sub>\1</sub>"),
    (re.compile(r"\$\^\{?([\w+-]{1,6})\}?\$"), r"<sup>\1</sup>"),
)
_THESES = {
    "phdthesis": "Doctoral dissertation", "mathesis": "Master's thesis", "mastersthesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
}  # fmt: skip
"""Kinds of entries, and BibLaTeX's words for the field `type`."""
_WHOLES = frozenset({"proceedings", "book", "collection", "reference", "mvbook", "mvcollection", "mvproceedings"})
_OWN = frozenset(
    {"title", "subtitle", "author", "pages", "abstract", "doi", "url", "pmid", "pmcid", "note", "keywords"}
)
"""What an entry never takes over from the one that its `crossref` names."""
MOST_HELD = 1000
"""Entries that wait for the one their `crossref` names, and that are kept for others to name [house]."""


def read(pieces: Iterable[str]) -> Iterator[Record | Fault]:
    """The works of a .bib text. An entry that never closes ends where the next one starts in the first column."""
    macros = {month: month for month in parts.MONTHS}
    keys: set[int] = set()
    wholes: dict[str, dict[str, str]] = {}
    waiting: list[_Entry] = []
    for line, text, whole in _entries(pieces):
        start = _START.match(text)
        if start is None or start[1].lower() in _NOT_WORKS:
            continue
        if not whole:
            yield fault_of(line, TOO_LONG if len(text) > LONGEST_RECORD else _UNCLOSED, text)
        elif start[1].lower() == "string":
            macros |= _fields(text[start.end() : -1], macros)[0]
        elif isinstance(entry := _entry(line, start[1].lower(), text[start.end() : -1], macros), Fault):
            yield entry
        elif (whole_key := entry.fields.get("crossref", "")) and whole_key not in wholes and len(waiting) < MOST_HELD:
            waiting.append(entry)  # BibTeX has the entry that is named behind those that name it
        else:
            yield from _rows(entry, wholes.get(whole_key, {}), keys)
            if entry.kind in _WHOLES and len(wholes) < MOST_HELD:
                wholes[entry.key] = entry.fields
    for entry in waiting:
        yield from _rows(entry, wholes.get(entry.fields["crossref"], {}), keys)


def _entries(pieces: Iterable[str]) -> Iterator[tuple[int, str, bool]]:
    """Entries with their line and whether they are whole. Text between entries is comment, as BibTeX has it."""
    held: list[str] = []
    line, depth, size, closing = 0, 0, 0, "}"
    for number, text in lines(pieces):
        if held and _INNER_START.match(text):
            yield line, "\n".join(held), False
            held = []
        rest = text
        while rest:
            if not held:
                start = _START.search(rest) if "@" in rest else None
                if start is None:
                    break
                rest, line, depth, size = rest[start.start() :], number, 0, 0
                closing = "}" if start[2] == "{" else ")"
            end, depth = _end_of(rest, depth, closing)
            size += len(rest)
            if size <= LONGEST_RECORD + len(rest):
                held.append(rest[:end] if end else rest)
            if not end:
                break
            yield line, "\n".join(held), size <= LONGEST_RECORD
            held, rest = [], rest[end:]
    if held:
        yield line, "\n".join(held), False


def _end_of(text: str, depth: int, closing: str, at: int = 0) -> tuple[int, int]:
    """Where the entry ends in this text from `at` on, from 1, or 0, and how deep the braces are behind it."""
    for match in (_BRACE if closing == "}" else _ANY_BRACKET).finditer(text, at):
        sign = match[0]
        if sign == "{" or (sign == "(" and depth == 0):
            depth += 1
        elif sign == "}" or (sign == ")" and depth == 1):
            depth -= 1
            if depth <= 0:
                return match.end(), 0
    return 0, depth


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    kind: str
    key: str
    fields: dict[str, str]
    body: str


def _entry(line: int, kind: str, body: str, macros: Mapping[str, str]) -> _Entry | Fault:
    key, comma, rest = body.partition(",")
    if "=" in key:
        key, rest = "", body
    fields, wrong = _fields(rest if comma or not key else "", macros)
    if wrong:
        return fault_of(line, _BROKEN.format(wrong), body)
    return _Entry(line, kind, key.strip(), fields, body[:600])


def _rows(entry: _Entry, whole: Mapping[str, str], keys: set[int]) -> Iterator[Record | Fault]:
    """The record of an entry, with what it takes over from the book or volume that it is a part of."""
    fields = {name: value for name, value in whole.items() if name not in _OWN} | entry.fields
    if "title" in whole:
        fields.setdefault("booktitle", whole["title"])
    csl = parts.known(csl_of(entry.key, entry.kind, fields) | _beyond(entry.kind, fields))
    if not parts.names_a_work(csl):
        yield fault_of(entry.line, parts.NOTHING, entry.body)
        return
    yield Record(entry.line, csl, text=parts.line_of(csl.get("title")))
    if entry.key and hash(entry.key) in keys:
        yield fault_of(entry.line, _TWICE.format(entry.key), entry.body)
    keys.add(hash(entry.key))


def _fields(text: str, macros: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Fields by lower-case name and, where reading had to stop, the name of the field or the text it stopped at."""
    fields: dict[str, str] = {}
    at = 0
    while at < len(text):
        if text[at] in " \t\n\r,":
            at += 1
            continue
        match = _FIELD.match(text, at)
        if match is None:
            return fields, f"at “{' '.join(text[at : at + 30].split())}”"
        name = match[1].lower()
        value, at = _value(text, match.end(), macros)
        if at < 0 or (_NO_COMMA.match(text, at)):
            return fields, name
        fields.setdefault(name, value if name in PEOPLE else unwrapped(value))
    return fields, ""


def _value(text: str, at: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """A value and where it ends, or -1: braces, quotation marks, numbers and macros, joined by "#"."""
    pieces: list[str] = []
    while at < len(text):
        if text[at] == "{":
            end = text.find("}", at) + 1
            if end and ("{" in (inside := text[at + 1 : end]) or "\\" in inside):  # the rare value, read sign by sign
                end = _end_of(text, 0, "}", at)[0]
            if not end:
                return "", -1
            pieces.append(text[at + 1 : end - 1])
            at = end
        elif text[at] == '"':
            end = _quoted(text, at)
            if end < 0:
                return "", -1
            pieces.append(text[at + 1 : end])
            at = end + 1
        elif match := _BARE.match(text, at):
            pieces.append(macros.get(match[0].lower(), match[0]))
            at = match.end()
        else:
            return "", -1
        joined = _JOINED.match(text, at)
        if joined is None:
            break
        at = joined.end()
    return "".join(pieces).strip(), at


def _quoted(text: str, at: int) -> int:
    """Where the quotation mark that closes stands; marks within braces close nothing."""
    depth = 0
    for match in _IN_QUOTES.finditer(text, at + 1):
        if match[0] == '"' and depth == 0:
            return match.start()
        depth += (match[0] == "{") - (match[0] == "}")
    return -1


def _beyond(kind: str, fields: dict[str, str]) -> dict[str, Any]:
    """What the library keeps of an entry and the engine has no use for."""
    csl: dict[str, Any] = {
        "keyword": plain(fields.get("keywords", "")),
        "container-title-short": plain(fields.get("shortjournal", "")),
    }
    if "title" in fields and "subtitle" not in fields and re.search(r"[\\$]", fields["title"]):
        title = fields["title"]
        for pattern, put in _MARKUP:
            title = pattern.sub(put, title)
        csl["title"] = plain(title)
    if "date" not in fields and re.fullmatch(r"\d{4}", year := fields.get("year", "")):
        month, _, day = fields.get("month", "").strip("{}").replace("~", " ").partition(" ")
        csl["issued"] = parts.date_parts(year, month, fields.get("day", "") or day.strip())
    if fields.get("urldate"):
        csl["accessed"] = parts.date_parts(*fields["urldate"].split("-")[:3])
    if fields.get("eprinttype", fields.get("archiveprefix", "")).lower() == "arxiv":
        csl["arXiv"] = fields.get("eprint", "").removeprefix("arXiv:")
    if fields.get("type", "").lower() == "preprint":
        csl |= {"type": "article", "genre": "preprint"}
    elif said := plain(fields.get("type", "")):
        csl["genre"] = _THESES.get(said.lower(), said)
    elif kind in _THESES:
        csl["genre"] = _THESES[kind]
    if kind in ("techreport", "report") and fields.get("number"):
        csl |= {"number": plain(fields["number"]), "issue": ""}
    elif "pages" not in fields:
        csl["number"] = plain(fields.get("eid", ""))
    if fields.get("translator"):
        csl["translator"] = csl_of("", kind, {"author": fields["translator"]}).get("author", [])
    return {name: value for name, value in csl.items() if value or name == "issue"}
