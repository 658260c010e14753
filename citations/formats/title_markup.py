"""Markup in titles as web pages have it, into the little that CSL-JSON allows: i, b, sub and sup."""

from __future__ import annotations

import html
import re

_SHORT = {
    "i": "i", "em": "i", "italic": "i", "b": "b", "strong": "b", "bold": "b", "sub": "sub", "inf": "sub", "sup": "sup",
}  # fmt: skip
_DROPPED = "p|br|span|font|u|scp|sc|small|title|div|a|tt|mml:\\w+|math|mi|mn|mo|mrow|msub|msup"
_TAG = re.compile(rf"<\s?(/?)\s?(?:jats:)?({'|'.join(_SHORT)}|{_DROPPED})(?:\s[^<>]{{0,200}})?\s?/?>", re.IGNORECASE)
"""Known tags alone: "p <0.05 and b>3" is none."""


def title(text: str) -> str:
    """A title in which i, b, sub and sup are kept, and no other tag; where they are not balanced, none is."""
    if "<" not in text and "&" not in text:
        return text
    text = html.unescape(html.unescape(text))
    opened: list[str] = []
    balanced = True
    for closing, name in _TAG.findall(text):
        if kept := _SHORT.get(name.lower()):
            if not closing:
                opened.append(kept)
            elif not opened or opened.pop() != kept:
                balanced = False

    def put(match: re.Match[str]) -> str:
        kept = _SHORT.get(match[2].lower()) if balanced and not opened else None
        return f"<{match[1]}{kept}>" if kept else " " if match[2].lower() in ("br", "p", "div") else ""

    return " ".join(_TAG.sub(put, text).split())
