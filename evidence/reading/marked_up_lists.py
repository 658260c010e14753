"""Reference lists written as HTML or as fenced divs inside of Markdown: what citeproc, Quarto and editors leave there.

The items are `<li>`, rows of tables, `<dt>` with `<dd>`, entries of class "csl-entry" (citeproc), or paragraphs and
spans of which every other one holds a number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line
from evidence.reading.reference_items import Item, is_item, one, trimmed

_HOLDER = lazily(r"[ \t]{0,3}<(?P<name>div|section|ol|ul|dl|table|span)\b[^<>]{0,500}>", re.IGNORECASE)
_FENCE = lazily(r"[ \t]{0,3}:{3,40}[ \t]*(?P<opens>[{\w])?")
_OF_WORKS = lazily(r"\bid\s*=\s*[\"']?refs\b|\bcsl-bib-body\b|\bcsl-entry\b|[{\s]#refs\b")
_OPENS = lazily(r"\s*(?:<(?:li|ol|ul|table|tr|tbody|thead|dl|dt|div|p|span|section)\b|:{3})", re.IGNORECASE)
_ENTRY = lazily(
    r"<\w{1,4}\b(?P<html>[^<>]{0,300}\bcsl-entry\b[^<>]{0,300})>"
    r"|:{3,40}[ \t]*(?P<fenced>\{[^{}\n]{0,300}\.csl-entry\b[^{}\n]{0,300}\})"
)
_PAIRED = r"<(?:p|div|span|b|strong|sup)\b(?P<html>[^<>]{0,300})>(?=\s*+[\[(]?\d{1,3}[\])]?[.:]?\s*+</)"
_UNITS = (
    (1, _ENTRY),
    (1, lazily(r"<li\b(?P<html>[^<>]{0,500})>", re.IGNORECASE)),
    (1, lazily(r"<tr\b(?P<html>[^<>]{0,500})>", re.IGNORECASE)),
    (1, lazily(r"<dt\b(?P<html>[^<>]{0,500})>", re.IGNORECASE)),
    (2, lazily(_PAIRED, re.IGNORECASE)),
    (1, lazily(r"<p\b(?P<html>[^<>]{0,500})>", re.IGNORECASE)),
)  # fmt: skip
"""How many items a list has at least in each form, and what opens one; a list has the first form that fits."""

_TAG = r"(?!<a\b[^<>]{0,500}\bhref)</?[A-Za-z][^<>]{0,500}>"
_BACK = r"<a\b[^<>]{0,300}\bhref\s*=\s*[\"']?#[^<>]{0,300}>\s*(?:[\^↑↩]|[a-z])\s*</a>"
_BEFORE = lazily(rf"(?:\s|&nbsp;|&#160;|{_BACK}|{_TAG})*+")
_NUMBER = lazily(
    rf"(?:\s|&nbsp;|&#160;|{_TAG}|\*\*)*+(?:<a\b[^<>]{{0,500}}>)?[\[(]{{0,2}}(?P<number>\d{{1,3}})[\])]{{0,2}}[.:]?(?:\s|&nbsp;|&#160;|\*\*)*+"
    r"(?=</|<t[dh]\b|<br\b)"
)
"""A number in an element of its own."""

_SPANS = lazily(r"\s*\[\W{0,4}(?P<number>\d{1,3})\W{0,4}\]\{\.csl-left-margin\}\s*\[")
_BEHIND = lazily(rf"(?:\s|&nbsp;|<br\s*/?>|{_TAG}|:{{3,40}}(?=\s|$)|\]\{{\.csl-[\w-]{{1,20}}\}})+\Z")
_HEAD = lazily(r"\s*<th\b", re.IGNORECASE)
_WINDOW = 600
_ORDERED = lazily(r"<(?P<close>/?)(?P<name>ol|ul)\b(?P<html>[^<>]{0,500})>", re.IGNORECASE)
_COUNT = lazily(r"\b(?:start|value)\s*=\s*[\"']?(\d{1,3})\b", re.IGNORECASE)
_ID = lazily(r"\bid\s*=\s*[\"']?(?P<html>[^\"'\s<>]{1,80})|\{#(?P<fenced>[^\s{}]{1,80})")
_KEY = lazily(r"(?:ref-)?([A-Za-z][\w:.-]{0,60}\d[\w:.-]{0,20})")
_PLAIN_ID = lazily(
    r"(?:ref|reference|cite|citation|bib|note|fn|r|b|c|cr|li|item)[\w:.-]{0,3}[-_:.]?\d{1,3}|.*_.*", re.IGNORECASE
)


def opens_works(body: str) -> bool:
    """Whether a line opens the list that citeproc makes, which needs no heading to be known."""
    return (
        ("<" in body or ":::" in body) and _OPENS.match(body) is not None and _OF_WORKS.search(body[:600]) is not None
    )


def end_of(lines: Sequence[Line], first: int, most: int = 1 << 30) -> int:
    """The line behind the elements that begin on line `first` and the next ones like it; 0 where none is closed.

    An element of more than `most` lines is not followed to its end.
    """
    last = 0
    place = first
    while place < len(lines):
        if not lines[place].blank:
            behind = _closed(lines, place, most)
            if not behind:
                break
            last = place = behind
            continue
        place += 1
    return last


def extent(lines: Sequence[Line], first: int, most: int) -> int:
    """The line behind a run of elements that may be a list without a heading; 0 where the line opens none."""
    if not _OPENS.match(lines[first].body):
        return 0
    if last := end_of(lines, first, most):
        return last
    last = place = first
    while place < min(len(lines), first + most) and (lines[place].blank or _OPENS.match(lines[place].body)):
        last = last if lines[place].blank else place + 1
        place += 1
    return last


def items_in(text: str, start: int, end: int) -> tuple[Item, ...]:
    """The items between two places; () where no list of works is marked up there."""
    if not _OPENS.match(text, start, end):
        return ()
    for least, form in _UNITS:
        units = list(form.finditer(text, start, end))
        if len(units) >= least:
            numbers = _ordered(text, start, end, units)
            ends = [*(unit.start() for unit in units[1:]), end]
            rows = [
                _item(text, unit, stop, numbers[place])
                for place, (unit, stop) in enumerate(zip(units, ends, strict=True))
            ]
            found = tuple(item for row in rows for item in row)
            works = sum(is_item(text[item.start : item.end]) for item in found)
            return found if works * 2 >= len(found) else ()
    return ()


def _closed(lines: Sequence[Line], place: int, most: int) -> int:
    """The line behind the element or fenced div that opens on a line; 0 where it opens none or none is closed."""
    body = lines[place].body
    fence = _FENCE.match(body)
    holder = _HOLDER.match(body)
    if not (holder or (fence and fence["opens"])):
        return 0
    tag = lazily(rf"<(/?){holder['name']}\b", re.IGNORECASE) if holder else None
    depth = 0
    for after in range(place, min(len(lines), place + most)):
        line = lines[after].body
        if after > place and markdown_lines.heading_length(line):
            return 0
        if tag:
            depth += sum(-1 if found[1] else 1 for found in tag.finditer(line))
        elif found := _FENCE.match(line):
            depth += 1 if found["opens"] else -1
        if depth <= 0:
            return after + 1
    return 0


def _item(text: str, unit: re.Match[str], stop: int, counted: int) -> Iterator[Item]:
    """The item that `unit` opens, without its number, which stands in it or is `counted` by its list."""
    start = unit.end()
    if _HEAD.match(text, start, stop) and not is_item(text[start:stop]):
        return
    key = _key_of(unit)
    number = _SPANS.match(text, start, stop) or _NUMBER.match(text, start, stop)
    if number:
        start = number.end()
    start = _BEFORE.match(text, start, stop).end()  # type: ignore[union-attr]  # it matches nothing as well
    window = max(start, stop - _WINDOW)
    if behind := _BEHIND.search(text[window:stop]):
        stop = window + behind.start()
    if number or key:
        yield from trimmed(text, start, stop, int(number["number"]) if number else counted, key)
        return
    for place, found in enumerate(one(text, start, stop)):
        yield found if found.number or place else Item(found.start, found.end, counted, found.key)


def _ordered(text: str, start: int, end: int, units: Sequence[re.Match[str]]) -> list[int]:
    """The number that its `<ol>` gives each unit; 0 elsewhere (HTML Standard, 4.4.5)."""
    marks = sorted([*_ORDERED.finditer(text, start, end), *units], key=lambda match: match.start())
    open_lists: list[int] = []
    numbers = []
    for match in marks:
        told = _COUNT.search(match["html"] or "")
        if match.re.groups < 3:  # a unit
            following = (
                int(told[1]) if told and open_lists and open_lists[-1] else (open_lists[-1] if open_lists else 0)
            )
            numbers.append(following)
            if open_lists and following:
                open_lists[-1] = following + 1
        elif match["close"]:
            del open_lists[-1:]
        else:
            open_lists.append((int(told[1]) if told else 1) if match["name"].lower() == "ol" else 0)
    return numbers


def _key_of(unit: re.Match[str]) -> str:
    """The citation key in the id of an item ("ref-smith2015"); "" where the id only counts."""
    found = _ID.search(unit.group())
    name = (found["html"] or found["fenced"]) if found else ""
    key = _KEY.fullmatch(name)
    entry = "csl-entry" in unit.group() and name.startswith("ref-")
    if entry and not name.removeprefix("ref-").isdecimal():
        return name.removeprefix("ref-")
    return key[1] if key and not _PLAIN_ID.fullmatch(name) else ""
