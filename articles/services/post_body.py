"""What of a finished post becomes the text of a draft: its prose, without what the page shows by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence import Block, Document

_SAYS_SOURCE = re.compile(r"[\[(]?\s?(?:see\s+|cf\.?\s+)?(?:sources?|refs?\.?|references?|citations?)\b", re.IGNORECASE)
_ADDRESSED = ("](http", "{:", 'href="http', "href='http", "href=http")
# What stands around the prose of a post and never becomes part of its body: the page shows these itself.
LEFT_OUT = frozenset({"front-matter", "title", "byline", "thumbnail", "nav", "tag-line", "reference-list", "notice"})


def body_of(document: Document) -> str:
    """The post without what stands around it, as Markdown.

    Notes that only cite become citations by key. Remarks among the numbered references become notes of the text: they
    name no work, and would be lost with the list.
    """
    notes = {
        block: reference
        for block in document.not_prose
        if block.kind == "note"
        for reference in document.references
        if block.start <= reference.start and reference.end <= block.end
    }
    cuts: list[tuple[int, int, str]] = [
        (block.start, block.end, "")
        for block in document.not_prose
        if block.kind in LEFT_OUT or block in notes or _heads_the_list(block, document)
    ]
    labels = {_note_label(block.text): reference.key for block, reference in notes.items()}
    for marker in document.markers:
        keys = [key.removeprefix("note:") for key in marker.keys if key.startswith("note:")]
        if keys and all(key in labels for key in keys):
            cited = "; ".join(f"@{labels[key]}" for key in keys)
            cuts.append((marker.start, marker.end, f" [{cited}]"))
    cuts += [*_markers_of_remarks(document), *_clipped_marks(document)]
    body = _tidy(_without(document.text, cuts), plain=document.format == "text")
    return body + "".join(f"\n{line}\n" for line in _remarks(document, body))


def _markers_of_remarks(document: Document) -> Iterator[tuple[int, int, str]]:
    """Where the text points to remarks by number, and what takes the place: "[1, 2]" becomes "[1][^remark-2]"."""
    numbers = {number for number, _ in document.remarks}
    for marker in document.markers:
        told = [key for key in marker.keys if key in numbers]
        if told and all(key.isdigit() for key in marker.keys):
            works = ", ".join(key for key in marker.keys if key not in numbers)
            notes = "".join(f"[^remark-{key}]" for key in told)
            yield marker.start, marker.end, (f"[{works}]" if works else "") + notes


def _clipped_marks(document: Document) -> Iterator[tuple[int, int, str]]:
    """Marks that kept the address of the page they were clipped from or say "source", and the number in place: "[22]".

    Without the list in the text the address is all they would be, attributes of Kramdown would show, and a number
    behind a word would lead nowhere.
    """
    for marker in document.markers:
        told = any(sign in marker.text for sign in _ADDRESSED) or _SAYS_SOURCE.match(marker.text)
        if told and all(key.isdigit() for key in marker.keys):
            yield marker.start, marker.end, f"[{', '.join(marker.keys)}]"


def _remarks(document: Document, body: str) -> Iterator[str]:
    """The remarks as notes of the text. One that nothing points to is a paragraph: readers never see such a note."""
    for number, words in document.remarks:
        words, note = " ".join(words.split()), f"[^remark-{number}]"
        yield f"{note}: {words}" if note in body else words


def _heads_the_list(block: Block, document: Document) -> bool:
    """Whether a heading stands over nothing but the reference list, which leaves the text with it."""
    return block.kind == "heading" and any(
        other.kind == "reference-list"
        and other.start >= block.end
        and not document.text[block.end : other.start].strip()
        for other in document.not_prose
    )


def _note_label(text: str) -> str:
    found = re.match(r"\s*\[\^([^\]]+)\]:", text)
    return found.group(1) if found else ""


def _without(text: str, cuts: Sequence[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, instead in sorted(cuts):
        if start >= at:
            pieces += [text[at:start], instead]
            at = end
    return "".join([*pieces, text[at:]])


def _tidy(text: str, *, plain: bool) -> str:
    """Line ends made equal, blank runs shortened; in plain text no line may turn into Markdown code."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [line.strip() if plain else line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
