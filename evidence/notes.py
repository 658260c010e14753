"""Footnotes that stand for works: a marker [^a] leads to the work its note holds or to the works its note cites."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from evidence.values import Document, Marker

_NOTE = re.compile(r"\s{0,3}\[\^(?P<name>[^\[\]\s]{1,60})\]:(?P<text>.*)", re.DOTALL)
_IBID = re.compile(
    r"\s*[*_]{0,2}(?:ibid(?:em)?|id(?:em)?)\b[*_]{0,2}\.?[*_]{0,2}"
    r"(?:,?\s(?:at\s|pp?\.\s?|pages?\s|ch\.\s?)?[\dxvi–, -]{1,20})?\.?\s*$",
    re.IGNORECASE,
)
"""A note that says: the work of the note before, perhaps on another page."""

_KEY = re.compile(r"(?<![\w@])-?@\{?([A-Za-z0-9_][\w:./-]{0,120})")


def markers(document: Document) -> tuple[Marker, ...]:
    """The document's markers, those to footnotes with the keys of the works there.

    A marker to a note that holds a mere remark cites nothing and is left out; one without its note stays as written.
    """
    works = _works(document)
    found = []
    for marker in document.markers:
        keys = tuple(dict.fromkeys(work for key in marker.keys for work in works.get(key, (key,))))
        if keys:
            found.append(marker if keys == marker.keys else replace(marker, keys=keys))
    return tuple(found)


def _works(document: Document) -> Mapping[str, tuple[str, ...]]:
    """By "note:a": the keys of the works that a note holds or cites; () for a remark."""
    works: dict[str, tuple[str, ...]] = {
        f"note:{reference.csl['note-id']}": (reference.key,)
        for reference in document.references
        if reference.csl.get("note-id")
    }
    before: tuple[str, ...] = ()
    for block in document.not_prose:
        note = _NOTE.match(block.text) if block.kind == "note" else None
        if note:
            keys = [key.rstrip(".:/-") for key in _KEY.findall(note["text"])]
            named = f"note:{note['name']}"
            own = works.get(named) or tuple(dict.fromkeys(keys))
            works[named] = before = before if _IBID.match(note["text"]) else own
    return works
