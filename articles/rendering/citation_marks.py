"""Settles the citations of a text once it is parsed: notes that only cite, runs of numbers, stops behind a number.

A number stands behind the stop of its sentence and no underline runs below it (AMA 11, 2.10.3: superscript numerals
follow periods and commas). A footnote that holds nothing but citations is no note: each mark that leads to it becomes
what it cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from articles.rendering.sentinels import strip_sentinels

_STOP = re.compile(r"([.,][”\"’']?)(?![.,\d])")
Cited = dict[tuple[str, int | None], None]
"""Keys and their numbers on the list, each once, in the order of the text."""
_MOST_OF_A_NOTE = 60
"""Works that a note may cite and still be put in the place of its marks, as many as a range of numbers may name: a note
that cites thousands, under thousands of marks, would fill the memory."""


def settle_citations(tokens: list[Token]) -> list[Token]:
    """The tokens with citations merged, set behind stops, and in the place of notes that only cite."""
    citing = _notes_that_cite(tokens)
    letters = _letters(tokens, citing)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = _behind_stops(_merged([_of_note(child, citing, letters) for child in token.children]))
        elif token.type.startswith("footnote_") and "id" in token.meta:
            token.meta["letter"] = letters.get(int(token.meta["id"]), 0)
    return _without_notes(tokens, citing)


# --- Notes that only cite ----------------------------------------------------------------------------------


def _notes_that_cite(tokens: list[Token]) -> dict[int, Cited]:
    """What each note that holds nothing but citations cites, by the note's id."""
    found: dict[int, Cited] = {}
    for first, last in _notes(tokens):
        inner = [token for token in tokens[first + 1 : last] if token.type == "inline"]
        words = [child for token in inner for child in token.children or () if not _is_blank(child)]
        if words and all(child.type == "citation" for child in words):
            cited = dict.fromkeys(one for child in words for one in child.meta["cited"])
            if len(cited) <= _MOST_OF_A_NOTE:
                found[int(tokens[first].meta["id"])] = cited
    return found


def _notes(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where each note begins and ends."""
    first = -1
    for place, token in enumerate(tokens):
        if token.type == "footnote_open":
            first = place
        elif token.type == "footnote_close" and first >= 0:
            yield first, place


def _is_blank(token: Token) -> bool:
    return token.type in ("softbreak", "text", "footnote_anchor") and not re.sub(
        r"[\s.,;]", "", strip_sentinels(token.content)
    )


def _letters(tokens: list[Token], citing: dict[int, Cited]) -> dict[int, int]:
    """The place of each note that stays among those that stay, by its id."""
    ids = [int(tokens[first].meta["id"]) for first, _ in _notes(tokens)]
    return {note: place for place, note in enumerate(one for one in ids if one not in citing)}


def _of_note(token: Token, citing: dict[int, Cited], letters: dict[int, int]) -> Token:
    if token.type != "footnote_ref":
        return token
    note = int(token.meta["id"])
    if note not in citing:
        token.meta["letter"] = letters.get(note, note)
        return token
    cites = Token("citation", "sup", 0)
    cites.meta = {"cited": dict(citing[note]), "name_unknown": False}
    return cites


def _without_notes(tokens: list[Token], citing: dict[int, Cited]) -> list[Token]:
    gone = [(first, last) for first, last in _notes(tokens) if int(tokens[first].meta["id"]) in citing]
    kept, reach = [], 0
    for first, last in gone:
        kept += tokens[reach:first]
        reach = last + 1
    kept += tokens[reach:]
    if gone and not any(token.type == "footnote_open" for token in kept):
        kept = [token for token in kept if not token.type.startswith("footnote_block")]
    return kept


# --- Numbers in a line -------------------------------------------------------------------------------------


def _merged(children: list[Token]) -> list[Token]:
    """Citations that stand side by side as one."""
    out: list[Token] = []
    for child in children:
        gap = len(out) > 1 and out[-1].type == "text" and not out[-1].content.strip(" ") and out[-2].type == "citation"
        if child.type == "citation" and gap:
            out.pop()
        if child.type == "citation" and out and out[-1].type == "citation":
            out[-1].meta["cited"] |= child.meta["cited"]
        else:
            out.append(child)
    return out


def _behind_stops(children: list[Token]) -> list[Token]:
    out: list[Token] = []
    for child in children:
        before = out[-1] if out else None
        stop = _STOP.match(child.content) if child.type == "text" and len(out) > 1 else None
        if before is not None and before.type == "citation" and stop and not out[-2].content.rstrip().endswith(stop[1]):
            child.content = child.content[stop.end() :]
            moved = Token("text", "", 0, content=stop[1])
            out.insert(len(out) - 1, moved)
        out.append(child)
    return out
