"""A text is read as it looks, and every place leads back to the text as it is written (see `language.folding`)."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from evidence.language.folding import Edit, Folded, fold
from evidence.language.patterns import lazily
from evidence.reading import html_tables, learned_marks, names_on_a_line, rst_notes, sign_notes
from evidence.values import Block, Document, Hyperlink, Marker, Reference, Sentence

_AROUND = 40
_MOST_WORDS = 20
"""Words with hidden characters that are named; more tell an author nothing more [house]."""
_HEAD = lazily(r"[\w*<>/&;#-]{0,40}\Z")
_TAIL = lazily(r"[\w*<>/&;#-]{0,40}")

Worded = TypeVar("Worded", Sentence, Marker, Block)


def read_as_seen(text: str, read: Callable[[str], Document], *, markdown: bool, html: bool = False) -> Document:
    """What `read` makes of the text as it looks, with the places of the text as it is written."""
    folded = fold(text, markdown=markdown, html=html, also=_told_by_the_whole(text, markdown=markdown, html=html))
    if folded is None:
        return read(text)
    seen = replace(read(folded.text), hidden=tuple(_hidden_words(text, folded)))
    return _as_written(seen, text, folded)


def _told_by_the_whole(text: str, *, markdown: bool, html: bool) -> Iterator[Edit]:
    """The edits for which more than a line has to be looked at."""
    yield from rst_notes.edits(text)
    yield from sign_notes.edits(text)
    yield from learned_marks.edits(text)
    if markdown and html:
        yield from html_tables.edits(text)
        yield from names_on_a_line.edits(text)


def _as_written(seen: Document, text: str, folded: Folded) -> Document:
    def moved(link: Hyperlink) -> Hyperlink:
        return replace(link, start=folded.start(link.start), end=folded.end(link.end))

    def as_printed(reference: Reference) -> Reference:
        start, end = folded.start(reference.start), folded.end(reference.end)
        same = seen.text[reference.start : reference.end] == reference.raw
        return replace(reference, start=start, end=end, raw=text[start:end] if same else reference.raw)

    def rewritten(part: Worded) -> Worded:
        """The part with the words at its place; where its text is no slice of the text, it stays."""
        start, end = folded.start(part.start), folded.end(part.end)
        same = seen.text[part.start : part.end] == part.text
        return replace(part, start=start, end=end, text=text[start:end] if same else part.text)

    return replace(
        seen,
        text=text,
        sentences=tuple(map(rewritten, seen.sentences)),
        markers=tuple(map(rewritten, seen.markers)),
        references=tuple(map(as_printed, seen.references)),
        not_prose=tuple(map(rewritten, seen.not_prose)),
        links=tuple(map(moved, seen.links)),
        as_seen=seen,
    )


def _hidden_words(text: str, folded: Folded) -> Iterator[tuple[str, str]]:
    """Each word that hides something, as it looks, with the names of what it hides ("U+00AD SOFT HYPHEN")."""
    words: dict[int, tuple[int, list[str]]] = {}
    for edit in folded.edits:
        if not edit.deceives:
            continue
        head = _HEAD.search(text, max(0, edit.start - _AROUND), edit.start)
        tail = _TAIL.match(text, edit.end)
        start, end = head.start() if head else edit.start, tail.end() if tail else edit.end
        known = next((begin for begin, (last, _) in words.items() if begin <= edit.start < last), start)
        last, names = words.get(known, (end, []))
        names += [name for name in _names(text[edit.start : edit.end]) if name not in names]
        words[known] = (max(last, end), names)
        if len(words) == _MOST_WORDS:
            break
    for start, (end, names) in words.items():
        looks = folded.text[_place(folded, start) : _place(folded, end)]
        yield looks, ", ".join(names)


def _place(folded: Folded, written: int) -> int:
    """The place in the folded text that comes from a place of the written one."""
    shift = 0
    for edit in folded.edits:
        if edit.start >= written:
            break
        shift += len(edit.read) - (min(edit.end, written) - edit.start)
    return written + shift


def _names(written: str) -> list[str]:
    """What stands there by name; an entity that stands for a plain letter as it is written."""
    letters = html.unescape(written)
    if letters.isascii() and letters.isprintable():
        return [written]
    return [f"U+{ord(letter):04X} {unicodedata.name(letter, 'CONTROL CHARACTER')}" for letter in letters]
