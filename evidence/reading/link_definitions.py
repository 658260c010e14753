"""Markdown's reference-style links: "[a trial][1]" with "[1]: https://..." on a line of its own (CommonMark 4.7)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.patterns import lazily

_DEFINED = lazily(
    r"^[ \t]{0,3}(?:>[ \t]?)?\[(?!\^)(?P<label>[^\[\]\n]{1,200})\]:[ \t]+<?(?P<url>(?:https?://|/|#|mailto:)[^\s<>]{1,2000})>?"
    r"(?:[ \t]+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?[ \t]*$",
    re.MULTILINE,
)
_COMMENTS = (("<!--", lazily("<!--"), "-->"), ("{%", lazily(r"\{%-?\s{0,3}comment\s{0,3}-?%\}"), "endcomment"))
"""A sign without which there is none, what opens a comment, and what closes it."""
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

    Those in comments count for nothing. Labels that are numbers of a numbered reference list are left to the list.
    """
    found: dict[str, str] = {}
    if "]:" not in text:
        return found
    unseen = _comments(text)
    for match in paced(_DEFINED.finditer(text)):
        label = _label(match["label"])
        place = bisect_right(unseen, (match.start(), len(text))) - 1
        commented = place >= 0 and match.start() < unseen[place][1]
        if not commented and not (label.isdecimal() and 0 < int(label) <= numbers):
            found.setdefault(label, match["url"])
    return found


def _comments(text: str) -> list[tuple[int, int]]:
    """Where a text has comments, in order: what stands in one defines nothing."""
    spans = []
    for sign, opens, closes in _COMMENTS:
        behind = 0
        for match in paced(opens.finditer(text)) if sign in text else ():
            if match.start() >= behind and (end := text.find(closes, match.end())) >= 0:
                spans.append((match.start(), end))
                behind = end
            elif match.start() >= behind:
                break
    return sorted(spans)


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
