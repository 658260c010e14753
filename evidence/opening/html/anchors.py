"""Where the marks of a page lead: "#ref-3" to the third item of its reference list, "#fn1" to a footnote.

A list under a heading that the engine knows ("References", "Sources") is numbered, and marks become "[3]". Any other
target is a footnote, and marks become "[^fn1]" with its text behind the paragraphs, as in Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from evidence.language.patterns import lazily
from evidence.opening.html import google_docs, hidden_notes
from evidence.opening.html.boilerplate import HEADS
from evidence.opening.html.own_numbers import number_alone, own_number
from evidence.opening.html.tree import HEADINGS, Node
from evidence.reading.reference_lists import names_a_list

LABEL = lazily(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,3}|note \d{1,3})\s*[\])]?\s*", re.IGNORECASE)
"""What a mark shows: a number, a letter, a sign."""

_KEY = lazily(r"\s*\[(?=\D{1,40}\d)[A-Za-z][\w.:+-]{1,40}\]\s*")
_BACK = lazily(r"[\s^↑↩↵⤴⏎︎️a-z\[\]]{0,6}|(?:jump|go)? ?(?:back|up)(?: to (?:text|content|top|citation))?", re.IGNORECASE)
_NAME = lazily(r"[^\w:.-]+")
_SIBLINGS = 2000
"""Elements beside each other that are looked through [house]."""
_TEXTS = frozenset({"li", "p", "div", "dd", "td", "aside", "section", "tr"})


@dataclass(slots=True)
class Notes:
    """The targets of a page. `numbers` are the items of numbered lists, `names` those that are footnotes."""

    numbers: dict[int, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    targets: dict[str, Node] = field(default_factory=dict)
    behind: dict[int, tuple[str, Node]] = field(default_factory=dict)
    """Marks, by identity, whose notes stand behind them: name and element of each note."""
    apart: set[int] = field(default_factory=set)
    """The elements of those notes."""
    listed: bool = False
    """Whether the page has a numbered list of works, which raised numbers mean."""

    def mark(self, href: str, label: str) -> str:
        """The mark for a link within the page, or "" where it is none: "3" for an item, "^fn1" for a footnote."""
        node = self.targets.get(unquote(href[1:])) if href.startswith("#") else None
        if node is None or not (LABEL.fullmatch(label) or _is_key(label, node)):
            return ""
        if number := self.numbers.get(id(node)):
            return str(number)
        name = self.names.get(id(node))
        return f"^{name}" if name else ""

    def leads_back(self, href: str, label: str) -> bool:
        """Whether a link in a note or a list item leads back to its mark."""
        return href.startswith("#") and bool(_BACK.fullmatch(label.strip()))


def notes_of(nodes: Sequence[Node], dropped: set[int]) -> Notes:
    """The items and footnotes that marks of the page lead to. Labels that are marks of notes leave `dropped`."""
    ids = _ids(nodes)
    numbered, listed = _numbered(nodes)
    notes = Notes(listed=bool(numbered))
    taken: set[str] = set()
    for node in nodes:
        href = node.get("href") if node.name == "a" else ""
        if len(href) < 2 or href[0] != "#" or node.words > 12 or id(node) in dropped:
            continue
        name, label = unquote(href[1:]), node.plain(50)
        if name in notes.targets or name not in ids:
            continue
        if not (LABEL.fullmatch(label[:20]) or _is_key(label, ids[name])):
            continue
        target = _holder(ids[name])
        if target is None or target.words < 3 or target.start < node.start or number_alone(target):
            continue
        notes.targets[name] = target
        own = 0 if google_docs.NOTE.fullmatch(name) else own_number(target, listed=id(target) in listed)
        number = numbered.get(id(target)) or own
        if number:
            notes.numbers[id(target)] = number
        elif id(target) not in notes.names:
            notes.names[id(target)] = _free(_NAME.sub("-", name)[:50].strip("-") or "note", taken)
    for number, (mark, note) in enumerate(hidden_notes.pairs(nodes), 1):
        led = [inner for inner in (mark, *mark.children) if unquote(inner.get("href")[1:]) in notes.targets]
        if mark.name in ("label", "button"):
            dropped.discard(id(mark))
        if id(mark) not in dropped and not led:
            notes.behind[id(mark)] = _free(f"behind-{number}", taken), note
            notes.apart.add(id(note))
    return notes


def _is_key(label: str, target: Node) -> bool:
    """Whether a link shows the name of a work that the page sets apart as one: "[BELL2012]" of Sphinx."""
    named = target.get("role") == "doc-biblioentry" or "citation" in target.get("class").split()
    return named and target.name != "span" and _KEY.fullmatch(label) is not None


def _free(name: str, taken: set[str]) -> str:
    place, free = 2, name
    while free in taken:
        free, place = f"{name}-{place}", place + 1
    taken.add(free)
    return free


def _ids(nodes: Sequence[Node]) -> dict[str, Node]:
    ids: dict[str, Node] = {}
    for node in nodes:
        for attribute in ("id", "name"):
            if (name := node.get(attribute)) and (attribute == "id" or node.name == "a"):
                ids.setdefault(name, node)
    return ids


def _holder(node: Node) -> Node | None:
    """The item or paragraph that a target stands in."""
    for place, above in enumerate((node, *node.ancestors())):
        if place > 8:
            return None
        if above.name == "dt":  # LaTeX2HTML names the term, and the note or work is what follows it
            return _described(above)
        if above.name in _TEXTS and above.words <= 4000:
            item = next((outer for outer in above.ancestors() if outer.name in ("li", "ol", "ul", "body")), None)
            return item if item is not None and item.name == "li" and above.name != "li" else above
    return None


def _described(term: Node) -> Node | None:
    """What a list of terms says of one: the next `dd` beside it, or within it where the page never closes its tags."""
    siblings = term.parent.children if term.parent else []
    behind = False
    for sibling in siblings if len(siblings) <= _SIBLINGS else []:
        behind = behind or sibling is term
        if behind and sibling.name == "dd":
            return sibling
    return None


def _numbered(nodes: Sequence[Node]) -> tuple[dict[int, int], set[int]]:
    """The number of each item of the ordered lists under a heading that names a reference list, and what is there."""
    numbers: dict[int, int] = {}
    listed: set[int] = set()
    heading = under = False
    for node in nodes:
        if node.name in HEADS and node.words < 80:
            named = names_a_list(node.plain(100))
            heading = named or (heading and node.name not in ("h1", "h2", "h3"))
            under = named or (under and node.name not in HEADINGS)
        elif node.name == "ol" and heading:
            numbers.update({id(item): number for number, item in items_of(node)})
            heading = False
        elif node.name == "hr":
            heading = under = False
        if under and node.name:
            listed.add(id(node))
    return numbers, listed


def items_of(node: Node) -> list[tuple[int, Node]]:
    """The items of an ordered list with their numbers (HTML Standard, 4.4.5: start, reversed is not followed)."""
    start = node.get("start")
    number = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
    found = []
    for item in node.children:
        if item.name == "li":
            value = item.get("value")
            number = int(value) if re.fullmatch(r"\d{1,4}", value) else number
            found.append((number, item))
            number += 1
    return found
