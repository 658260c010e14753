"""Pieces of running text: trimmed, cut into paragraphs, freed of the labels in front of notes and items."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.language.patterns import lazily
from evidence.opening.html.inline import Piece

_LABEL = lazily(r"\s*(?:[\[(]\d{1,3}[\])]|\d{1,3}[.:)]?(?=\s)|[*†‡§¶]{1,3}|\^)[.:]?\s*")
_KEY = lazily(r"\s*\[(?=\D{1,40}\d)[A-Za-z][\w.:+-]{1,40}\](?![(:])\s*(?=\S)")
"""The name of a work in front of it: "[BELL2012]", as a rule in pieces of its own. "[Retracted]" is none."""
_OF_A_KEY = 8
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
    if key := _KEY.match("".join(text for text, _ in pieces[:_OF_A_KEY])):
        return stripped(list(_behind(pieces, key.end())))
    return pieces


def _behind(pieces: list[Piece], size: int) -> Iterator[Piece]:
    """The pieces without the first letters of them."""
    for text, place in pieces:
        if len(text) > size:
            yield text[size:], place
        size = max(0, size - len(text))


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
