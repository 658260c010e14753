"""Where the reference lists of a text stand and where each of their items begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence import blocks, furniture
from evidence.blocks import Line

_NAMES = "|".join(
    (
        r"references?|sources?|citations|bibliography|works cited|literature(?: cited)?|further reading|reference list",
        r"footnotes|endnotes|notes|research cited|studies cited|references and (?:sources|notes|further reading)",
        r"sources and references|resources and references|source list",
    )
)
_HEADING = re.compile(
    r"[ \t]{0,3}(?:#{1,6}[ \t]+)?[*_]{0,3}(?:\d{1,2}\.?[ \t]+)?"
    r"(?:(?:selected|key|article|scientific|medical|literature|full|list of) )?"
    rf"(?:{_NAMES})[ \t]*:?[*_]{{0,3}}[ \t]*:?[ \t]*#*[ \t]*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[ \t]*(?:\[(?P<a>\d{1,3})\][.:]?|\(?(?P<b>\d{1,3})[.)]|(?P<c>\d{1,3})(?=[ \t]+[A-Z]))[ \t]*\\?[ \t]*"
)
_BARE_NUMBER = re.compile(r"[ \t]*(?:\[\d{1,3}\]|\d{1,3}[.)])[ \t↑^]*$")
_NAMED = re.compile(r"[ \t]*\[@?(?P<key>[A-Za-z][\w:-]{2,60})\](?!\():?[ \t]+")
_BULLET = re.compile(r"[ \t]*[-*+•‣◦▪·–][ \t]+(?=\S)")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d[a-z]?(?![\d-])")
_AUTHOR = re.compile(
    r"[“\"*_]{0,2}(?:(?:van|von|de|del|della|di|da|la|le|der)\s){0,2}[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}"
    r"(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]{1,40})?"
    r"(?:,\s?(?:[A-ZÀ-ÖØ-Þ]\.\s?-?){1,4}|\s[A-ZÀ-ÖØ-Þ]{1,4}(?=[,.;:\s(])|,\s[A-Z][a-z]+(?=[,.\s])|(?:\s\w+)?,?\set\sal\b)"
)
_PLACE = re.compile(
    r"\d{1,4}\s?\([^()\s]{1,15}\)|\b\d{1,4}\s?:\s?[eE]?\d{1,6}|\bpp?\.\s?\d|\bvol(?:ume)?\.?\s?\d|;\s?\d{1,4}",
    re.IGNORECASE,
)
_IDENTIFIED = re.compile(r"(?<!\d)10\.\d{4,9}/|\bPMID|\bPMC\d|pubmed|https?://|\bdoi\b|\bISBN\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its span without its number or bullet, and the number or key written in front of it."""

    start: int
    end: int
    number: int
    key: str


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """Indexes of the first line and of the line after the last, and of the heading (-1 for none)."""

    first: int
    last: int
    heading: int
    items: tuple[Item, ...]


def find(lines: Sequence[Line], text: str) -> tuple[ReferenceList, ...]:
    """The reference lists of a text: those under a heading and, where there is none, the untitled run of references."""
    found = []
    place = 0
    while place < len(lines):
        if len(lines[place].text) < 80 and _HEADING.match(lines[place].body):
            section = _section(lines, place, text)
            if section:
                found.append(section)
                place = section.last
                continue
        place += 1
    return tuple(found) if found else tuple(_untitled(lines, text))


def names_a_list(line: str) -> bool:
    """Whether a heading is the name of a reference list: "References", "Sources:", "Further reading"."""
    return len(line) < 80 and bool(_HEADING.match(line))


def looks_like_reference(line: str) -> bool:
    """Whether a line has at least three of the marks of a reference: author form, year, place in a journal, address."""
    body = line.strip()
    if not 25 <= len(body) <= 2500:
        return False
    number = _NUMBER.match(body) or _BULLET.match(body)
    head = body[number.end() :] if number else body
    score = 0
    author = _AUTHOR.match(head)
    score += 2 if author else 0
    score += 1 if _YEAR.search(body) else 0
    score += 1 if re.search(r"\(\d{4}[a-z]?(?:,[^()]{1,30})?\)\.|\b\d{4};", body) else 0
    score += 1 if _PLACE.search(body) else 0
    score += 1 if _IDENTIFIED.search(body) else 0
    return score >= 4 or (score >= 3 and bool(author)) or (score >= 3 and bool(number))


def _section(lines: Sequence[Line], heading: int, text: str) -> ReferenceList | None:
    """The list under a heading, up to the next heading or to what belongs to the page; None where it is no list."""
    first = last = heading + 1
    for place in range(heading + 1, len(lines)):
        line = lines[place]
        if line.blank:
            continue
        if blocks.is_setext(line.body) and place == heading + 1:
            first = last = place + 1
            continue
        if _ends_list(line, lines, place):
            break
        last = place + 1
    items = tuple(_items(lines, first, last, text))
    good = sum(_is_item(text[item.start : item.end]) or item.number > 0 for item in items)
    bare = all(line.blank or _BARE_NUMBER.match(line.body) for line in lines[first:last])
    if not (items or (bare and last > first)) or good * 2 < len(items):
        return None
    return ReferenceList(first, last, heading, items)


def _ends_list(line: Line, lines: Sequence[Line], place: int) -> bool:
    body = line.body
    if blocks.heading_length(body) or furniture.kind_of(body) in ("byline", "nav", "thumbnail", "tag-line"):
        return True
    if blocks.note_length(body) or blocks.is_rule(body):
        return True
    if place + 1 < len(lines) and blocks.is_setext(lines[place + 1].body) and not _is_item(body):
        return True
    opened = lines[place - 1].blank
    return opened and blocks.looks_like_heading(body) and not _is_item(body) and not _starts_item(body)


def _is_item(body: str) -> bool:
    return bool(_YEAR.search(body) or _IDENTIFIED.search(body) or _PLACE.search(body))


def _starts_item(body: str) -> bool:
    return bool(_NUMBER.match(body) or _BULLET.match(body) or _NAMED.match(body))


def _items(lines: Sequence[Line], first: int, last: int, text: str) -> Iterator[Item]:
    marked = [place for place in range(first, last) if _starts_item(lines[place].body)]
    if marked and marked[0] <= first + 1:
        for place, after in zip(marked, [*marked[1:], last], strict=True):
            yield from _item(lines, place, after, text)
        return
    for group in _chunks(lines, first, last):
        yield from _plain_items(lines, group, text)


def _chunks(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank one between them."""
    begin = -1
    for place in range(first, last + 1):
        open_line = place < last and not lines[place].blank
        if open_line and begin < 0:
            begin = place
        elif not open_line and begin >= 0:
            yield begin, place
            begin = -1


def _plain_items(lines: Sequence[Line], group: tuple[int, int], text: str) -> Iterator[Item]:
    """Unnumbered items: a new one begins where a line looks like one and the line before has come to its end."""
    begin, last = group
    for place in range(begin + 1, last):
        body = lines[place].body
        before = lines[place - 1].body.rstrip()
        fresh = bool(_AUTHOR.match(body.strip())) or (_is_item(body) and not body[:1].islower())
        if fresh and (before[-1:] in ".)" or _IDENTIFIED.search(before) or len(before) < 60):
            yield from _item(lines, begin, place, text)
            begin = place
    yield from _item(lines, begin, last, text)


def _item(lines: Sequence[Line], first: int, last: int, text: str) -> Iterator[Item]:
    while last > first and lines[last - 1].blank:
        last -= 1
    if last <= first:
        return
    start, end = lines[first].content, lines[last - 1].end
    number, key = 0, ""
    if bullet := _BULLET.match(text, start, end):
        start = bullet.end()
    if match := _NUMBER.match(text, start, end):
        number = int(match["a"] or match["b"] or match["c"])
        start = match.end()
    elif named := _NAMED.match(text, start, end):
        key = named["key"]
        start = named.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start >= 6:
        yield Item(start, end, number, key)


def _untitled(lines: Sequence[Line], text: str) -> Iterator[ReferenceList]:
    """Runs of at least two lines that look like references, with blank lines and their second lines between."""
    place = 0
    while place < len(lines):
        if not looks_like_reference(lines[place].body):
            place += 1
            continue
        first, last, count = place, place + 1, 1
        for after in range(place + 1, len(lines)):
            line = lines[after]
            if line.blank:
                continue
            if looks_like_reference(line.body):
                count += 1
            elif lines[after - 1].blank or furniture.kind_of(line.body) or len(line.body) > 200:
                break
            last = after + 1
        if count >= 2:
            yield ReferenceList(first, last, -1, tuple(_items(lines, first, last, text)))
        place = last
