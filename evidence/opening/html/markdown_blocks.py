"""Blocks of Markdown: pieces of text with what opens their lines, and the one text that they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence.opening.html.inline import Piece


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: what opens its first line and the lines after it, how deep in lists, whether in a list of
    references or notes (`plain`)."""

    first: str = ""
    rest: str = ""
    depth: int = 0
    plain: bool = False

    def after(self) -> Place:
        """The place of what follows a block here."""
        return replace(self, first=self.rest)


@dataclass(slots=True)
class Block:
    """Pieces of text with what opens their lines; `close` where it follows on the block before without a blank line."""

    pieces: list[Piece]
    place: Place
    close: bool = False


def text_of(blocks: Sequence[Block]) -> tuple[str, list[tuple[int, int]]]:
    """The blocks as one text, and where its pieces come from: their places in the text and in the page, in order."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    size = 0

    def put(text: str) -> None:
        nonlocal size
        parts.append(text)
        size += len(text)

    for number, block in enumerate(blocks):
        if number:
            put("\n" if block.close else "\n\n")
        put(block.place.first)
        for text, place in block.pieces:
            places.append((size, place))
            put(text.replace("\n", f"\n{block.place.rest}"))
    return "".join(parts) + ("\n" if parts else ""), places
