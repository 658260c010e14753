"""What of a Word document is not in its text, so that nobody takes silence for a clean bill.

Headers, footers, comments, charts and diagrams stand in parts of their own, of which only the words are counted. Lines
are 0: a Word document has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from evidence.language.patterns import lazily
from evidence.opening.word.hidden import W
from evidence.values import LeftOut

COUNTED = lazily(r"word/(?:(?P<kind>header|footer|comments|charts/chart|diagrams/data)\d{0,4})\.xml")
"""The parts of which the words are counted."""
MOST = 200
"""So many parts are counted [house]: a long report has a header and a footer for each of its sections."""
LONGEST = 2_000_000
"""Bytes of one such part that are looked at [house]."""

_KINDS = {
    "header": "page header", "footer": "page footer", "comments": "comment", "charts/chart": "chart",
    "diagrams/data": "diagram",
}  # fmt: skip
_COMMENT = re.compile(rb"<w:comment[\s>]")
_TEXT = re.compile(rb"<(?:w|a):t(?:\s[^<>]{0,200})?>([^<]+)")
_WORD = lazily(r"[^\W\d_]{2,}")
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"


def beside(parts: Mapping[str, bytes]) -> Iterator[LeftOut]:
    """The parts that stand beside the text and hold words; comments one by one."""
    for name in sorted(parts):
        match = COUNTED.fullmatch(name)
        if match is None:
            continue
        pieces = _COMMENT.split(parts[name])[1:] if match["kind"] == "comments" else [parts[name]]
        for piece in pieces:
            if words := _words(text.decode("utf-8", "replace") for text in _TEXT.findall(piece)):
                yield LeftOut(_KINDS[match["kind"]], 0, words)


def within(tree: Element) -> Iterator[LeftOut]:
    """Text boxes that are not read, deleted text and pictures without a description in the text itself."""
    read = _read_otherwise(tree)
    for box in tree.iter(f"{W}txbxContent"):
        if id(box) not in read and (words := _words(text.text or "" for text in box.iter(f"{W}t"))):
            yield LeftOut("text box", 0, words)
    for deleted in tree.iter(f"{W}del"):
        if words := _words(text.text or "" for text in deleted.iter(f"{W}delText")):
            yield LeftOut("passage of deleted text", 0, words)
    for kind in ("inline", "anchor"):
        for drawing in tree.iter(f"{_DRAWING}{kind}"):
            about = drawing.find(f"{_DRAWING}docPr")
            told = "" if about is None else f"{about.get('descr', '')}{about.get('title', '')}"
            if not told.strip() and drawing.find(f".//{_PICTURE}pic") is not None:
                yield LeftOut("picture without a description", 0, 0)


def hidden(texts: Iterable[str]) -> Iterator[LeftOut]:
    """What was hidden, a passage each."""
    for text in texts:
        if words := _words([text]):
            yield LeftOut("passage of hidden text", 0, words)


def _read_otherwise(tree: Element) -> set[int]:
    """The text boxes that mammoth reads: those of old drawings, which newer ones bring along as their fallback."""
    read = {id(box) for picture in tree.iter(f"{W}pict") for box in picture.iter(f"{W}txbxContent")}
    for choices in tree.iter(f"{_MC}AlternateContent"):
        fallback = choices.find(f"{_MC}Fallback")
        if fallback is not None and next(fallback.iter(f"{W}txbxContent"), None) is not None:
            read |= {id(box) for box in choices.iter(f"{W}txbxContent")}
    return read


def _words(texts: Iterable[str]) -> int:
    return sum(len(_WORD.findall(re.sub(r"&#?\w+;", " ", text))) for text in texts)
