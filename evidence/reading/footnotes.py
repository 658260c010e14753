"""Footnotes that stand for works: a marker [^a] leads to the work its note holds or to the works its note cites.

Numbers that several lists of one text give out are read by place here as well: "[1]" means the list that follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import author_date
from evidence.reading.author_date import family_key
from evidence.reading.listed_references import note_names
from evidence.reading.note_pointers import IBID, OP_CIT, SEE_NOTE, SHORT_TITLE
from evidence.references.identifiers import work_key
from evidence.values import Block, Document, Held, Marker, Reference

_NOTE = lazily(r"\s{0,3}\[\^(?P<name>[^\[\]\s]{1,60})\]:(?P<text>.*)", re.DOTALL)
_KEY = lazily(r"(?<![\w@])-?@\{?([A-Za-z0-9_][\w:./-]{0,120})")
_BRACKETED = lazily(r"\([^()\n]{4,300}\)")
_WORDS = lazily(r"(?<![\w@/.])[^\W\d_]{2,}(?![\w/@])")
_POINTS = lazily(
    r"\W*(?:(?:for|on)\s[^.]{1,80}?\s)?(?:but |also |e\.g\.,? )?"
    r"(?:see|cf|compare|quoted|cited|taken|adapted|source|sources|via|from|as in|based on)\b",
    re.IGNORECASE,
)
_FEWEST = 4
"""A note of fewer words is a mark or a name [house]."""

_WORK = lazily(r"https?://[^\s<>\"“”]{4,500}|(?<!\d)10\.\d{4,9}/[^\s<>\"“”]{1,300}|\bPM(?:C?ID):?\s?(?:PMC)?\d{4,9}")


def is_prose(text: str) -> bool:
    """Whether the words of a note that holds no work tell something, rather than lead to another note or work."""
    if IBID.match(text) or OP_CIT.match(text) or (_POINTS.match(text) and len(split(text)) < 2):
        return False
    return len(_WORDS.findall(text)) >= _FEWEST


def markers(document: Document) -> tuple[Marker, ...]:
    """The document's markers, those to footnotes with the keys of the works there.

    A marker to a note that holds a mere remark cites nothing and is left out; one without its note stays as written.
    """
    return _markers(Held(document))


@lru_cache(maxsize=4)
def _markers(held: Held[Document]) -> tuple[Marker, ...]:
    document = held.value
    works = _works(document)
    numbers = _repeated_numbers(document.references)
    found = []
    for marker in document.markers:
        keys = tuple(dict.fromkeys(work for key in marker.keys for work in works.get(key, (key,))))
        if numbers:
            keys = tuple(_by_place(key, marker.start, numbers) for key in keys)
        if keys:
            found.append(marker if keys == marker.keys else replace(marker, keys=keys))
    return tuple(found)


def works_of_note(document: Document, name: str) -> tuple[str, ...]:
    """The keys of the works that the note of this name holds or cites, as a heading with its mark needs them."""
    return _works(document).get(f"note:{name}", ())


def _works(document: Document) -> Mapping[str, tuple[str, ...]]:
    """By "note:a": the keys of the works that a note holds or cites; () for a remark."""
    works: dict[str, tuple[str, ...]] = {
        f"note:{name}": (reference.key,) for reference in document.references for name in note_names(reference)
    }
    works |= _works_of_remarks(document)
    before: tuple[str, ...] = ()
    for name, text in _notes(document):
        named = f"note:{name}"
        if IBID.match(text):
            works[named] = before
        else:
            works[named] = works.get(named) or _cited(text, document.references, works)
            before = works[named] or before  # "Ibid." behind a mere remark means the work before the remark
    return works


def _works_of_remarks(document: Document) -> Mapping[str, tuple[str, ...]]:
    """By its number: the keys of the works that a remark of a numbered list cites or points to."""
    listed = {str(reference.number): (reference.key,) for reference in document.references if reference.number}
    works: dict[str, tuple[str, ...]] = {}
    for number, text in document.remarks:
        if number in listed:
            continue
        pointed = SEE_NOTE.search(text)
        earlier = _before(number, works, listed) if IBID.match(text) else pointed["name"] if pointed else ""
        held = works.get(earlier) or listed.get(earlier) or ()
        works[number] = held if IBID.match(text) else _cited(text, document.references, {}) or held
    return works


def _before(number: str, works: Mapping[str, tuple[str, ...]], listed: Mapping[str, tuple[str, ...]]) -> str:
    """The number of the note before that "ibid." means: a mere remark between the two is passed over."""
    earlier = int(number) - 1
    while str(earlier) in works and not works[str(earlier)] and str(earlier) not in listed:
        earlier -= 1
    return str(earlier)


def _notes(document: Document) -> Iterator[tuple[str, str]]:
    """Name and text of each note, those in the running text included, in order of place."""
    found = [(block.start, *_note(block)) for block in document.not_prose if block.kind == "note"]
    for marker in document.markers:
        inner = (
            marker.text[2:-1] if marker.text.startswith("^[") else marker.text.partition(">")[2].partition("</ref")[0]
        )
        if marker.text.startswith(("^[", "<ref")) and inner.strip():
            found.append((marker.start, marker.keys[0].removeprefix("note:"), inner))
    for _, name, text in sorted(found):
        if name:
            yield name, text


def _note(block: Block) -> tuple[str, str]:
    match = _NOTE.match(block.text)
    return (match["name"], match["text"]) if match else ("", "")


def _cited(text: str, references: Sequence[Reference], works: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys of the works that the words of a note cite; () for a mere remark."""
    keys = [key.rstrip(".:/-") for key in _KEY.findall(text)]
    plain = text.strip().rstrip(".").strip()
    keys += author_date.in_brackets(plain) if len(plain) < 400 else []
    for bracketed in _BRACKETED.finditer(text):
        inner = bracketed.group()[1:-1]
        if author_date.is_years(inner):
            _, family = author_date.before_years(text, 0, bracketed.start())
            keys += [f"author:{family}:{year}" for year in author_date.years_of(inner.split(";")[0])] if family else []
        else:
            keys += author_date.in_brackets(inner)
    keys += [one.key for one in references if f"[{one.key}]" in text]
    keys += [key for found in _WORK.finditer(text) if (key := work_key(found.group()))]
    if earlier := SEE_NOTE.search(text):
        keys += works.get(f"note:{earlier['name']}", ())
    if again := OP_CIT.match(text):
        family = family_key(again["name"])
        keys += [one.key for one in references if one.key.startswith(family) and family][:1]
    if (short := SHORT_TITLE.match(plain)) and len(plain) < 400:
        keys += _titled(short["name"], short["title"], references)
    return tuple(dict.fromkeys(keys))


def _titled(family: str, title: str, references: Sequence[Reference]) -> list[str]:
    """The key of the one work by that first author whose title begins with these words or holds them, or none."""
    words = _plain(title)
    found = [
        one.key
        for one in references
        if (people := one.csl.get("author"))
        and family_key(str(people[0].get("family") or "")) == family_key(family)
        and words in _plain(str(one.csl.get("title") or ""))
    ]
    return found if len(found) == 1 else []


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _repeated_numbers(references: Sequence[Reference]) -> Mapping[str, list[tuple[int, str]]]:
    """Numbers that more than one reference of the text has, with the place and key of each."""
    held: dict[str, list[tuple[int, str]]] = {}
    for reference in references:
        if reference.end > reference.start:
            held.setdefault(str(reference.number), []).append((reference.start, reference.key))
    return {number: sorted(found) for number, found in held.items() if len(found) > 1}


def _by_place(key: str, start: int, numbers: Mapping[str, list[tuple[int, str]]]) -> str:
    """The reference that a repeated number means at a place: that of the next list, behind all lists the last."""
    found = numbers.get(key)
    if not found:
        return key
    place = bisect_right([begin for begin, _ in found], start)
    return found[min(place, len(found) - 1)][1]
