"""Markdown's reference-style links: "[a trial][1]" with "[1]: https://..." on a line of its own (CommonMark 4.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from evidence.language.patterns import lazily

_DEFINED = lazily(
    r"^[ \t]{0,3}(?:>[ \t]?)?\[(?!\^)(?P<label>[^\[\]\n]{1,200})\]:[ \t]+<?(?P<url>(?:https?://|/|#|mailto:)[^\s<>]{1,2000})>?"
    r"(?:[ \t]+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?[ \t]*$",
    re.MULTILINE,
)
_USED = lazily(
    r"(?<![\]\\!])\[(?P<text>(?:[^\[\]\n]|\n(?![ \t]*\n)){1,600})\](?:[ ]?\[(?P<label>[^\[\]\n]{0,200})\])?(?![(:\w])"
)


class DefinedLink(NamedTuple):
    """A link whose address stands elsewhere in the text."""

    start: int
    end: int
    text: str
    url: str


def definitions(text: str, numbers: int = 0) -> Mapping[str, str]:
    """Addresses by label, in lower case with single spaces; the first definition of a label counts.

    Labels that are numbers of a numbered reference list are left to the list.
    """
    found: dict[str, str] = {}
    if "]:" in text:
        for match in _DEFINED.finditer(text):
            label = _label(match["label"])
            if not (label.isdecimal() and 0 < int(label) <= numbers):
                found.setdefault(label, match["url"])
    return found


def links(text: str, begin: int, end: int, defined: Mapping[str, str]) -> Iterator[DefinedLink]:
    """The links between two places that use a definition."""
    if not defined:
        return
    for match in _USED.finditer(text, begin, end):
        url = defined.get(_label(match["label"] or match["text"]))
        if url:
            yield DefinedLink(match.start(), match.end(), match["text"], url)


def _label(text: str) -> str:
    return " ".join(text.split()).lower()
