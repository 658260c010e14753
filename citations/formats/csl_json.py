"""CSL-JSON, read object by object so that a long list never stands in memory whole.

An object that is broken is reported and left out; reading goes on at the next one.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citations.formats import parts
from citations.formats.rows import LONGEST_RECORD, TOO_LONG, Fault, Record, fault_of

OWN = "citewell"
"""Name in CSL's `custom` object under which fields stand that CSL 1.0.2 has no place for."""
MOST_AGAIN = 5_000_000
"""Characters that may be gone through a second time behind broken records, so that no file takes hours."""
_BEYOND_CSL = ("publication-types", "mesh", "arXiv", "NCT")
_ONE_TEXT = frozenset(("title", "container-title", "container-title-short", "publisher", "ISSN", "ISBN", "DOI", "URL"))
"""Fields that Crossref's own JSON has as lists, of which the first counts."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}]', re.DOTALL)
_WRAPPED = re.compile(r'\s*\{\s*"items"\s*:\s*(?=\[)')
_NEXT = re.compile(r"\}?\s*,\s*(?=\{\s*\")")
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")
"""NUL as JSON writes it, behind whole pairs of backslashes; it stands for nothing, and no database keeps it."""
_BROKEN = "This record is not valid JSON ({}). Look for a missing quotation mark, comma or brace."
_UNCLOSED = "This record is never closed. Look for a missing brace or quotation mark."
_TOO_BROKEN = "Too many records before this line are broken; the file was read no further. Export it anew."
_TOO_LONG_A_NUMBER = "A number in this record has thousands of figures, more than any work needs. Mend or remove it."
_NO_WORK = "This file holds no records. Export the works as CSL-JSON and try again."


def read(pieces: Iterable[str]) -> Iterator[Record | Fault]:
    """The works of a CSL-JSON list, of {"items": [...]}, or a single object."""
    source = iter(pieces)
    buffer, line, found = next(source, "").removeprefix("\ufeff"), 1, False
    again = 0
    if wrapped := _WRAPPED.match(buffer):
        line += buffer.count("\n", 0, wrapped.end())
        buffer = buffer[wrapped.end() :]
    ended = False
    while True:
        start = buffer.find("{")
        if start < 0:
            if (piece := next(source, None)) is None:
                break
            line += buffer.count("\n")
            buffer = piece
            continue
        line += buffer.count("\n", 0, start)
        buffer = buffer[start:]
        while (end := _end_of(buffer)) < 0 and len(buffer) <= LONGEST_RECORD and not ended:
            piece = _more(source, len(buffer))
            ended, buffer = not piece, buffer + piece
        row, used = _object(line, buffer, end)
        yield row
        found = True
        again += max(end, 0 if end > 0 else len(buffer)) - used
        if again > MOST_AGAIN:
            yield Fault(line, _TOO_BROKEN)
            return
        line += buffer.count("\n", 0, used)
        buffer = buffer[used:]
    if not found:
        yield Fault(1, _NO_WORK)


def _more(source: Iterator[str], held: int) -> str:
    """At least as much again as is held, so that a long object is gone through a few times only."""
    found: list[str] = []
    size = 0
    while size < max(held, 16_384) and (piece := next(source, None)) is not None:
        found.append(piece)
        size += len(piece)
    return "".join(found)


def _end_of(text: str) -> int:
    """Where the object that `text` starts with ends; -1 where it does not."""
    depth = 0
    for match in _TOKEN.finditer(text):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                return match.end()
    return -1


def _object(line: int, text: str, end: int) -> tuple[Record | Fault, int]:
    """The record that `text` starts with and how much of the text it took."""
    written = text[:end] if end > 0 else text
    if end < 0:
        reason = TOO_LONG if len(text) > LONGEST_RECORD else _UNCLOSED
        return fault_of(line, reason, _first_of(written)), _after_broken(written)
    try:
        item = json.loads(_NUL.sub(r"\1", written), strict=False, parse_float=_finite, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        reason = _BROKEN.format(f"line {line + error.lineno - 1}")
        return fault_of(line, reason, _first_of(written)), _after_broken(written)
    except ValueError:
        return fault_of(line, _TOO_LONG_A_NUMBER, written), end
    except RecursionError:
        return fault_of(line, "This record is nested too deeply to be a work.", written), end
    csl = _cleaned(item)
    if not parts.names_a_work(csl):
        return fault_of(line, parts.NOTHING, written), end
    facts = item.get("facts")
    return Record(line, csl, facts if isinstance(facts, dict) else {}, parts.line_of(csl.get("title"))), end


def _finite(written: str) -> float | None:
    """A number, or None for what is too large to be one; "NaN" and "Infinity" come to nothing as well."""
    number = float(written)
    return number if math.isfinite(number) else None


def _after_broken(written: str) -> int:
    """Where the next object seems to start, so that one missing brace does not take the works behind it along."""
    match = _NEXT.search(written, 1)
    return match.end() if match else len(written)


def _first_of(written: str) -> str:
    match = _NEXT.search(written, 1)
    return written[: match.start()] if match else written


def _cleaned(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item whose parts have the forms that CSL gives them; parts of another form are left out."""
    csl: dict[str, Any] = {}
    for name, value in item.items():
        if name in parts.PEOPLE:
            csl[name] = parts.people_of(value)
        elif name in ("issued", "accessed"):
            csl[name] = parts.date_of(value)
        elif name in _ONE_TEXT and _is_list(value):
            csl[name] = next(iter(parts.strings(value)), "")
        elif _is_list(value):
            csl[name] = value
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            csl[name] = value if name == "id" else parts.line_of(value)
    own = item.get("custom", {}).get(OWN, {}) if isinstance(item.get("custom"), dict) else {}
    if isinstance(own, dict):
        csl |= {name: own[name] for name in _BEYOND_CSL if own.get(name)}
    for name in ("publication-types", "mesh"):
        if name in csl:
            csl[name] = parts.strings(csl[name])
    if not csl.get("issued"):
        csl["issued"] = parts.date_of(item.get("year"))
    note = parts.line_of(item.get("note"))
    for name, pattern in (("PMID", r"PMID:\s*(\d+)"), ("PMCID", r"PMCID:\s*((?:PMC){1,2}\d+)")):
        if not csl.get(name) and (match := re.search(pattern, note)):
            csl[name] = match[1]
    return parts.known(csl)


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def write(works: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A CSL-JSON list, one work a line. Fields beyond CSL 1.0.2 stand in `custom`, where the schema allows them."""
    opening = "[\n"
    for number, work in enumerate(works, 1):
        item = {name: value for name, value in work.items() if name not in (*_BEYOND_CSL, "facts")}
        item = {"id": work.get("id") or f"work-{number}", "type": work.get("type") or "document"} | item
        if own := {name: work[name] for name in _BEYOND_CSL if work.get(name)}:
            item["custom"] = {OWN: own}
        yield opening + json.dumps(item, ensure_ascii=False)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"
