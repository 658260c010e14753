"""Pieces of running text: trimmed, cut into paragraphs, freed of the labels in front of notes and items."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.language.patterns import lazily
from evidence.opening.html.inline import Piece

_LABEL = lazily(r"\s*(?:[\[(]\d{1,3}[\])]|\d{1,3}[.:)]?(?=\s)|[*†‡§¶]{1,3}|\^)[.:]?\s*")
_ITEM_NUMBER = lazily(r"\s*(?:[\[(]\d{1,3}[\])]|\d{1,3}[.)])\s+")


def stripped(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space at either end."""
    while pieces and not pieces[0][0].strip():
        pieces = pieces[1:]
    while pieces and not pieces[-1][0].strip():
        pieces = pieces[:-1]
    if pieces:
        pieces = [(pieces[0][0].lstrip(), pieces[0][1]), *pieces[1:]]
        pieces = [*pieces[:-1], (pieces[-1][0].rstrip(), pieces[-1][1])]
    return pieces


def without_label(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a note without the number or sign in front of its text."""
    if pieces and (label := _LABEL.match(pieces[0][0] + (" " if len(pieces) > 1 else ""))):
        return stripped([(pieces[0][0][label.end() :], pieces[0][1]), *pieces[1:]])
    return pieces


def without_number(pieces: list[Piece]) -> list[Piece]:
    """The pieces of an item without a number that its author wrote beside the list's own."""
    if pieces and (number := _ITEM_NUMBER.match(pieces[0][0])):
        return stripped([(pieces[0][0][number.end() :], pieces[0][1]), *pieces[1:]])
    return pieces


def paragraphs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Pieces cut where two line breaks follow each other."""
    part: list[Piece] = []
    for text, place in pieces:
        if text == "\n" and part and part[-1][0] == "\n":
            yield stripped(part)
            part = []
        elif not (text == " " and part and part[-1][0] == "\n"):
            part.append((text, place))
    yield stripped(part)
