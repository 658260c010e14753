"""BibTeX and BibLaTeX, entry by entry. What an entry means in CSL is said once, in `evidence.bibtex`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citations.formats import parts
from citations.formats.bibtex_writing import write
from citations.formats.rows import LONGEST_RECORD, TOO_LONG, Fault, Record, fault_of, lines
from evidence.bibtex import PEOPLE, csl_of, plain, unwrapped

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
)


def read(pieces: Iterable[str]) -> Iterator[Record | Fault]:
    """The works of a .bib text. An entry that never closes ends where the next one starts in the first column."""
    macros = {month: month for month in parts.MONTHS}
    keys: set[int] = set()
    for line, text, whole in _entries(pieces):
        start = _START.match(text)
        if start is None or start[1].lower() in _NOT_WORKS:
            continue
        if not whole:
            yield fault_of(line, TOO_LONG if len(text) > LONGEST_RECORD else _UNCLOSED, text)
        elif start[1].lower() == "string":
            macros |= _fields(text[start.end() : -1], macros)[0]
        else:
            yield from _rows(line, start[1].lower(), text[start.end() : -1], macros, keys)


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


def _rows(line: int, kind: str, body: str, macros: Mapping[str, str], keys: set[int]) -> Iterator[Record | Fault]:
    key, comma, rest = body.partition(",")
    if "=" in key:
        key, rest = "", body
    fields, wrong = _fields(rest if comma or not key else "", macros)
    if wrong:
        yield fault_of(line, _BROKEN.format(wrong), body)
        return
    key = key.strip()
    csl = parts.known(csl_of(key, kind, fields) | _beyond(kind, fields))
    if not parts.names_a_work(csl):
        yield fault_of(line, parts.NOTHING, body)
        return
    yield Record(line, csl, text=parts.line_of(csl.get("title")))
    if key and hash(key) in keys:
        yield fault_of(line, _TWICE.format(key), body)
    keys.add(hash(key))


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
    if "title" in fields and "subtitle" not in fields and "\\" in fields["title"]:
        title = fields["title"]
        for pattern, put in _MARKUP:
            title = pattern.sub(put, title)
        csl["title"] = plain(title)
    if "date" not in fields and re.fullmatch(r"\d{4}", year := fields.get("year", "")):
        csl["issued"] = parts.date_parts(year, fields.get("month", "").strip("{}"), fields.get("day", ""))
    if fields.get("urldate"):
        csl["accessed"] = parts.date_parts(*fields["urldate"].split("-")[:3])
    if fields.get("eprinttype", fields.get("archiveprefix", "")).lower() == "arxiv":
        csl["arXiv"] = fields.get("eprint", "").removeprefix("arXiv:")
    if fields.get("type", "").lower() == "preprint":
        csl |= {"type": "article", "genre": "preprint"}
    elif kind in ("phdthesis", "mastersthesis"):
        csl["genre"] = "Doctoral dissertation" if kind == "phdthesis" else "Master's thesis"
    elif fields.get("type"):
        csl["genre"] = plain(fields["type"])
    if fields.get("translator"):
        csl["translator"] = csl_of("", kind, {"author": fields["translator"]}).get("author", [])
    return {name: value for name, value in csl.items() if value}
