"""Posts as Ghost's editor of versions 1 to 5 kept them (Mobiledoc 0.3: sections of words, cards beside), as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from articles.exports.ghost_cards import card, figure

MARKUP, PICTURE, LIST, CARD = 1, 2, 3, 10
"""The kinds of sections."""
_TAGS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside")
_MARKS = ("b", "strong", "i", "em", "u", "s", "code", "sub", "sup", "a")


def as_html(document: Any) -> str:
    """The sections of a document; "" where it is none."""
    if not isinstance(document, Mapping):
        return ""
    sections = [row for row in _rows(document, "sections") if isinstance(row, list) and row]
    return "\n".join(filter(None, (_section(row, document) for row in sections)))


def _rows(document: Mapping[str, Any], name: str) -> Sequence[Any]:
    rows = document.get(name)
    return rows if isinstance(rows, list) else ()


def _section(row: Sequence[Any], document: Mapping[str, Any]) -> str:
    kind, rest = row[0], row[1:]
    if kind == PICTURE and rest:
        return figure(rest[0], "")
    if kind == CARD and rest:
        held = _at(_rows(document, "cards"), rest[0])
        return card(str(held[0]), held[1]) if len(held) > 1 and isinstance(held[1], Mapping) else ""
    if kind not in (MARKUP, LIST) or len(rest) < 2 or not isinstance(rest[1], list):
        return ""
    if kind == MARKUP:
        tag = rest[0] if rest[0] in _TAGS else "p"
        return f"<{tag}>{_words(rest[1], document)}</{tag}>"
    tag = rest[0] if rest[0] in ("ul", "ol") else "ul"
    items = "".join(f"<li>{_words(item, document)}</li>" for item in rest[1] if isinstance(item, list))
    return f"<{tag}>{items}</{tag}>"


def _words(markers: Sequence[Any], document: Mapping[str, Any]) -> str:
    """Words and atoms; each says which marks open before it and how many close behind it."""
    open_ones: list[str] = []
    pieces: list[str] = []
    for marker in markers:
        if not (isinstance(marker, list) and len(marker) == 4 and isinstance(marker[1], list)):
            continue
        kind, opens, closes, value = marker
        for start, tag in _opened(opens, document):
            pieces.append(start)
            open_ones.append(tag)
        pieces.append(escape(str(value)) if kind == 0 else _atom(_at(_rows(document, "atoms"), value)))
        for _ in range(min(closes if isinstance(closes, int) else 0, len(open_ones))):
            pieces.append(f"</{open_ones.pop()}>" if open_ones[-1] else open_ones.pop())
    return "".join(pieces) + "".join(f"</{tag}>" for tag in reversed(open_ones) if tag)


def _opened(opens: Sequence[Any], document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for place in opens:
        mark = _at(_rows(document, "markups"), place)
        tag = str(mark[0]) if mark else ""
        if tag == "a" and len(mark) > 1 and isinstance(mark[1], list):
            said = dict(zip(mark[1][::2], mark[1][1::2], strict=False))
            yield f'<a href="{escape(str(said.get("href") or ""))}">', tag
        else:
            yield (f"<{tag}>", tag) if tag in _MARKS and tag != "a" else ("", "")


def _atom(atom: Sequence[Any]) -> str:
    if atom and atom[0] == "soft-return":
        return "<br>"
    return escape(str(atom[1])) if len(atom) > 1 else ""


def _at(rows: Sequence[Any], place: Any) -> Sequence[Any]:
    found = rows[place] if isinstance(place, int) and 0 <= place < len(rows) else ()
    return found if isinstance(found, list) else ()
