"""Reference lists into references: parsed, numbered and keyed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from evidence.reading import noted_works
from evidence.reading.markers import family_key
from evidence.reading.reference_lists import Item, ReferenceList
from evidence.references.csl_dates import parts_of, with_parts
from evidence.references.parsing import parse_with_doubts
from evidence.references.status_marks import status_of_title
from evidence.values import Reference

__all__ = ["from_front_matter", "from_lists", "make_keys", "note_names", "with_notes", "year_of"]

_LABELLED = 300
"""Items of a list that are read with learned labels; later ones, some fifty times as quick, by rules alone [house]."""

_TELLING = 24
"""Fewer letters and digits do not tell one reference from another [house]."""

_LISTS = ("sources", "citations", "studies")
_PLACES = {"url": "URL", "link": "URL", "href": "URL", "doi": "DOI", "pmid": "PMID"}
_MOST = 500
"""Works of such a list that are read [house]."""

_LONGEST_TITLE = 600

_SUFFIXES = "bcdefghijklmnopqrstuvwxyz"


def from_lists(text: str, lists: Sequence[ReferenceList], taken: Iterable[str] = ()) -> tuple[Reference, ...]:
    """Every item of the lists as a reference, in order; one that another list prints again under the same number counts
    once. `taken` are keys that are already in use."""
    items = list(_printed_once(text, lists))
    read = [parse_with_doubts(_marked(text, item), learned=place < _LABELLED) for place, item in enumerate(items)]
    wanted = ["" if status_of_title(f"[{item.key}]") else item.key for item in items]
    keys = make_keys([csl for csl, _ in read], wanted=wanted, taken=taken)
    numbers = _numbers(items, {item.number for found in lists for item in found.remarks})
    return tuple(
        Reference(key, text[item.start : item.end], item.start, item.end, csl, number, doubtful)
        for number, item, (csl, doubtful), key in zip(numbers, items, read, keys, strict=True)
    )


def _numbers(items: Sequence[Item], told: Collection[int]) -> list[int]:
    """The number written in front of each item, or its place; one that a note `told` bears leads to the note alone."""
    taken = {item.number for item in items if item.number}.union(told)
    behind = max((len(items), *taken))
    found = []
    for place, item in enumerate(items, 1):
        behind += not item.number and place in taken
        found.append(item.number or (behind if place in taken else place))
    return found


def _marked(text: str, item: Item) -> str:
    """An item as it is read. "[Retracted] Miller A. …" is no key: it goes with the words behind it."""
    written = text[item.start : item.end]
    return f"[{item.key}] {written}" if status_of_title(f"[{item.key}]") else written


def with_notes(text: str, notes: Sequence[tuple[str, int, int]], known: Sequence[Reference]) -> tuple[Reference, ...]:
    """The `known` references and, after them, the works that footnotes hold (name, start, end of each).

    Remarks are passed over. A note whose work is known already, by DOI or PMID or by its words, adds its name to that
    reference: see `note_names`.
    """
    found = list(known)
    names: dict[int, list[str]] = {place: list(note_names(reference)) for place, reference in enumerate(found)}
    places = {name: place for place, reference in enumerate(found) for name in _identities(reference)}
    for name, start, end in notes:
        raw = text[start:end]
        if not noted_works.is_work(raw):
            continue
        csl, doubtful = parse_with_doubts(raw, learned=len(found) < _LABELLED)
        note = Reference("", raw, start, end, csl, len(found) + 1, doubtful)
        place = next((places[one] for one in _identities(note) if one in places), len(found))
        if place == len(found):
            found.append(note)
            places.update(dict.fromkeys(_identities(note), place))
        names.setdefault(place, []).append(name)
    keys = make_keys([note.csl for note in found[len(known) :]], taken=[reference.key for reference in known])
    keyed = [*known, *(replace(note, key=key) for note, key in zip(found[len(known) :], keys, strict=True))]
    return tuple(_named(reference, names.get(place, ())) for place, reference in enumerate(keyed))


def _named(reference: Reference, names: Sequence[str]) -> Reference:
    held = names[0] if len(names) == 1 else tuple(names)
    return replace(reference, csl={**reference.csl, "note-id": held}) if names else reference


def note_names(reference: Reference) -> tuple[str, ...]:
    """The names of the footnotes that hold a work: the marker "note:a" leads to it for the name "a"."""
    held = reference.csl.get("note-id") or ()
    return (held,) if isinstance(held, str) else tuple(held)


def from_front_matter(meta: Mapping[str, Any], offset: int) -> tuple[Reference, ...]:
    """References declared in front matter. Their id is the key; items without one get a key of their own.

    Entries that are not mappings are left out. `facts` is not part of the CSL item: see `sources.sources_of`. Where
    there are none, a list that a template prints stands in: `sources`, `citations` or `studies`, each with its title
    and an address or identifier.
    """
    declared = meta.get("references")
    rows = declared if isinstance(declared, list) else _printed_by_template(meta)
    items = [with_parts(item) for item in rows if isinstance(item, dict)]
    for item in items:
        item.pop("facts", None)
    keys = make_keys(items, wanted=[str(item.get("id") or "") for item in items])
    return tuple(
        Reference(key, "", offset, offset, item, number)
        for number, (key, item) in enumerate(zip(keys, items, strict=True), 1)
    )


def _printed_by_template(meta: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The works of a list that a template of the site prints, as CSL items."""
    for name in _LISTS:
        rows = meta.get(name)
        items = [_as_csl(row) for row in rows[:_MOST] if isinstance(row, dict)] if isinstance(rows, list) else []
        if found := [item for item in items if item]:
            return found
    return []


def _as_csl(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row such as `{title: …, url: …, year: 2019}` as a CSL item; empty without a title and a place to find it."""
    plain = {str(name).lower(): value for name, value in row.items()}
    title = next((str(plain[name]) for name in ("title", "name") if isinstance(plain.get(name), str)), "")
    places = {csl: str(plain[name]) for name, csl in _PLACES.items() if isinstance(plain.get(name), str | int)}
    if not title.strip() or not places:
        return {}
    year = re.search(r"(?:19|20)\d\d", str(plain.get("year") or plain.get("date") or ""))
    issued = {"year": int(year.group())} if year else {}
    return {"title": title.strip()[:_LONGEST_TITLE], **places, **issued}


def make_keys(items: Sequence[Mapping[str, Any]], wanted: Sequence[str] = (), taken: Iterable[str] = ()) -> list[str]:
    """One key per CSL item: the first family name and the year ("rautava2012", then "rautava2012b").

    `wanted` are keys the author gave ("" for none); they win. Without an author the first long word of the
    title stands in, and without a year "nd".
    """
    used = set(taken)
    turns: dict[str, int] = {}
    keys = []
    for place, item in enumerate(items):
        given = wanted[place] if place < len(wanted) else ""
        base = given or _base_key(item, place + 1)
        key = base
        while key in used:
            turn = turns[base] = turns.get(base, -1) + 1
            key = base + (_SUFFIXES[turn] if turn < len(_SUFFIXES) else f"-{turn + 2}")
        used.add(key)
        keys.append(key)
    return keys


def year_of(csl: Mapping[str, Any]) -> int | None:
    """The year of issue of a CSL item, from `issued` or a plain `year`; None where none is recorded."""
    try:
        if found := parts_of(csl.get("issued")):
            return found[0]
        return int(csl["year"]) if "year" in csl else None
    except (TypeError, ValueError):
        return None


def _base_key(item: Mapping[str, Any], number: int) -> str:
    name = ""
    for role in ("author", "editor"):
        people = item.get(role)
        if isinstance(people, list) and people and isinstance(people[0], dict):
            first = people[0]
            name = family_key(str(first.get("family") or "")) or _first_word(str(first.get("literal") or ""))
            break
    name = name or _first_word(str(item.get("title") or ""))
    year = year_of(item)
    if not name:
        return f"ref{number}"
    return f"{name}{year}" if year else f"{name}nd"


def _first_word(text: str) -> str:
    words = [family_key(word) for word in re.findall(r"[^\W\d_]+", text)]
    return next((word for word in words if len(word) > 3), "")


def _printed_once(text: str, lists: Sequence[ReferenceList]) -> Iterator[Item]:
    """The items of the lists without those that an earlier list has under the same number or without one."""
    seen: dict[str, tuple[int, int]] = {}
    for place, found in enumerate(lists):
        for item in found.items:
            words = _words_of(text[item.start : item.end])
            before, number = seen.setdefault(words, (place, item.number))
            if before == place or (item.number and number and item.number != number):
                yield item


def _identities(reference: Reference) -> Iterator[str]:
    """What a work is known by: its DOI, its PMID, its words."""
    for name in ("DOI", "PMID", "PMCID"):
        if value := reference.csl.get(name):
            yield f"{name}:{str(value).lower()}"
    if words := _words_of(reference.raw):
        yield words


def _words_of(raw: str) -> str:
    """The letters and digits of a reference, as far as they tell it from any other; "" where there are too few."""
    plain = re.sub(r"[\W_]+", "", raw[:600]).lower()[:120]
    return plain if len(plain) >= _TELLING else ""
