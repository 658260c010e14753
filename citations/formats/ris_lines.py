"""Lines of RIS gathered into records of tags.

A tag is read with one space or two before its dash; a record whose ER is missing ends at the next TY; lines without a
tag belong to the one before; tags that stand before their TY, as some programs write them, belong to the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from citations.formats.rows import LONGEST_RECORD, Fault, fault_of, lines

_TAG = re.compile(r"([A-Z][A-Z0-9])(?:\s{1,3}-(?:\s(.*)|\s*)|\s{2,3}-(\S.*))$")
_SMALL_TAG = re.compile(r"([a-z][a-z0-9])\s{1,3}-(?:\s(.*)|\s*)$")
"""As some programs write all of a record; in others a line of an abstract may begin so."""
_OUTSIDE = "This line stands outside a record. A record starts with TY and ends with ER."
_ONCE = ("TI", "T1", "DO", "PY", "Y1")
"""Tags that a work has once: a second one belongs to another work."""
_NAMES = ("AU", "A1", "A2", "A3", "A4", "ED")


@dataclass(slots=True)
class Tagged:
    """The tags of one record in their order, TY first; the line it starts on and its size in characters."""

    line: int
    tags: dict[str, list[str]] = field(default_factory=dict)
    size: int = 0
    last: str = ""

    def take(self, tag: str, value: str, line: str) -> None:
        """Puts in a line; one without a tag goes on with the value before it."""
        self.size += len(line)
        if self.size > LONGEST_RECORD:
            return
        if tag:
            self.last = tag
            self.tags.setdefault(tag, []).append(value)
        elif self.last and line.strip():
            held = self.tags[self.last]
            between = "; " if self.last in _NAMES and "," in line and "," in held[-1] else " "
            held[-1] += f"{between}{line.strip()}" if held[-1] else line.strip()

    def outside(self) -> Fault:
        """What is said of tags that belong to no record."""
        name, values = next(iter(self.tags.items()))
        return fault_of(self.line, _OUTSIDE, f"{name}  - {values[0]}")


def records(pieces: Iterable[str]) -> Iterator[Tagged | Fault]:
    """The records of a RIS text, in its order, and the first of the lines in a row that belong to none."""
    record: Tagged | None = None
    before = Tagged(0)
    told = small = False
    for number, line in lines(pieces):
        tag, value = _tag_of(line.strip("\ufeff \t"), small=small or record is None)
        if tag == "TY":
            if record is not None:
                yield from _whole(record, before)
                before = Tagged(0)
            small = line.strip("\ufeff \t").startswith("ty")
            record, told = Tagged(number, {"TY": [value]}), False
        elif tag == "ER":
            yield from _whole(record, before, told=told)
            record, before, told = None, Tagged(0), False
        elif record is not None:
            record.take(tag, value, line)
        elif tag:
            before = before if before.tags else Tagged(number)
            before.take(tag, value, line)
        elif before.tags:
            before.take("", "", line)
        elif line.strip() and not told:
            yield fault_of(number, _OUTSIDE, line)
            told = True
    yield from _whole(record, before, told=told)


def _whole(record: Tagged | None, before: Tagged, *, told: bool = False) -> Iterator[Tagged | Fault]:
    """The record with the tags that stood before its TY, or what is wrong with those."""
    if record is None:
        if before.tags and not told:
            yield before.outside()
        return
    if any(record.tags.get(name) for name in _ONCE if name in before.tags):
        yield before.outside()
    else:
        for name, values in before.tags.items():
            record.tags[name] = [*values, *record.tags.get(name, ())]
        record.size += before.size
        record.line = before.line or record.line
    yield record


def _tag_of(line: str, *, small: bool) -> tuple[str, str]:
    """The tag of a line, in capitals, and its value; ("", "") for a line without one."""
    if match := _TAG.match(line):
        return match[1], (match[2] or match[3] or "").strip()
    if small and (match := _SMALL_TAG.match(line)):
        return match[1].upper(), (match[2] or "").strip()
    return "", ""
