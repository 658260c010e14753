"""Markers that lead to an item by its name: "[Miller 2015](#ref-3)" to an anchor in it, "[Mil15]" to its label."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from urllib.parse import unquote

from evidence.language.patterns import lazily
from evidence.reading import reference_lists
from evidence.reading.markdown_lines import Line, lines_of
from evidence.reading.reference_items import Item
from evidence.reading.reference_lists import ReferenceList
from evidence.values import How, Hyperlink, Marker

_ANCHOR = lazily(r"\b(?:id|name)\s*=\s*[\"']?(?P<html>[^\"'\s<>]{1,120})|\{#(?P<braced>[^\s{}]{1,120})")
_WITHIN = lazily(r"(?:\]\(\s?<?|\bhref\s*=\s*[\"']?)#([^()\s\"'<>]{1,120})")
_LABELLED = lazily(
    r"^[ \t]{0,3}(?:[-*+][ \t]+)?\\?\[[A-Za-z][\w:+-]{2,60}\\?\](?!\():?[ \t]+(?!<?https?:)\S", re.MULTILINE
)
_LABEL = lazily(r"[A-Za-z][\w:+-]{2,60}")
_FRONT_MATTER = lazily(r"\ufeff?---[ \t]*\r?\n(?:(?!---|\.\.\.)[^\n]*+\n){0,2000}+(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_DECLARES = lazily(r"^references[ \t]*:", re.MULTILINE)
_DEEP = 60
"""Letters of an item among which its own anchor stands; one further in belongs to something else [house]."""


class NamedItems:
    """The items of the reference lists of a text by their names. They are looked for when the first marker asks."""

    def __init__(self, text: str) -> None:
        self._text = text

    def led(self, found: Marker | Hyperlink) -> Iterator[Marker | Hyperlink]:
        """The marker that a link within the text is, with the keys of the items it leads to.

        A link that shows a number and leads to an anchor outside of every list cites nothing, so it is left out.
        """
        if isinstance(found, Hyperlink):
            key = self._by_anchor.get(unquote(found.url[1:]), "") if found.url.startswith("#") else ""
            written = self._text[found.start : found.end]
            yield Marker(found.start, found.end, written, How.MARKER, (key,), -1) if key else found
            return
        led = [self._by_anchor.get(unquote(name)) for name in _WITHIN.findall(found.text)]
        if len(led) != len(found.keys) or all(key is None for key in led):
            yield found
        elif all(led):
            yield replace(found, keys=tuple(dict.fromkeys(key for key in led if key)))

    def labelled(self, written: str) -> list[str]:
        """The labels of items that stand between brackets ("[Mil15, p. 4]"); [] where the first word is none."""
        names = [label.group() if (label := _LABEL.match(part.strip())) else "" for part in re.split(r"[;,]", written)]
        return [name for name in names if name in self._labels] if names[0] in self._labels else []

    @cached_property
    def _labels(self) -> frozenset[str]:
        if not _LABELLED.search(self._text):
            return frozenset()
        return frozenset(item.key for _, _, items in self._lists for item in items if item.key)

    @cached_property
    def _lists(self) -> list[tuple[int, bool, tuple[Item, ...]]]:
        """Of each list: where it begins, whether its numbers say which item is meant, and its items."""
        matter = _FRONT_MATTER.match(self._text)
        lines: list[Line] = lines_of(self._text, matter.end() if matter else 0)
        lists = reference_lists.find(lines, self._text)
        alone = len(lists) == 1 and not (matter and _DECLARES.search(matter.group()))
        return [(lines[listed.first].start, alone, _in_order(listed)) for listed in lists]

    @cached_property
    def _by_anchor(self) -> Mapping[str, str]:
        """By anchor the key of its item, or its number; "" for an anchor outside of every list."""
        anchors = list(_ANCHOR.finditer(self._text))
        found: dict[str, str] = {}
        for begin, numbered, items in self._lists if anchors else ():
            ends = [item.end for item in items]
            for anchor in anchors:
                place = self._item_of(anchor, items, ends) if anchor.start() >= begin else -1
                if place >= 0 and (
                    key := items[place].key or (str(items[place].number or place + 1) if numbered else "")
                ):
                    found.setdefault(_name(anchor), key)
        for anchor in anchors if found else ():
            found.setdefault(_name(anchor), "")
        return found

    def _item_of(self, anchor: re.Match[str], items: tuple[Item, ...], ends: list[int]) -> int:
        """The place of the item that an anchor stands in front of, at the beginning of or, in braces, behind; -1."""
        place = bisect_right(ends, anchor.start())
        if anchor["braced"] and place and not self._text[ends[place - 1] : anchor.start()].strip():
            return place - 1
        near = place < len(items) and anchor.start() <= items[place].start + _DEEP
        return place if near else -1


def _in_order(listed: ReferenceList) -> tuple[Item, ...]:
    """The items of a list and the remarks among them."""
    return tuple(sorted((*listed.items, *listed.remarks), key=lambda item: item.start))


def _name(anchor: re.Match[str]) -> str:
    return anchor["html"] or anchor["braced"]
