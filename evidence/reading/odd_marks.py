"""Marks of a numbered list in forms that writers use and no manual has: "[1+3]", "[#1]", "[items 1, 3]", "{1}", "①".

None of them is a mark by itself: each counts only up to the length of the list, and behind a word or a stop.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from evidence.language.patterns import lazily

_BEHIND = r"(?<=[\w.,;:!?%”\"’')\]\s])"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LISTED = r"\d{1,3}(?:\s?(?:[,;–-]|[,;]?\s(?:and|&))\s?\d{1,3}){0,9}"
SIGNS = _CIRCLES
"""What a mark in a circle begins with."""
IN_SQUARE = (
    rf"(?P<odd>{_BEHIND}\[\s?(?:\d{{1,3}}(?:\s?\+\s?\d{{1,3}}|\s\d{{1,3}}){{1,9}}|(?:#|[Nn]os?\.?\s?|[nN])\d{{1,3}}(?:(?:\s?[,–-]|\s(?:and|&))\s?(?:#|[Nn]os?\.?\s?|[nN])?\d{{1,3}}){{0,9}}"
    rf"|(?:[Ii]tems?|[Ee]ntr(?:y|ies)|[Ww]orks?|[Pp]apers?|[Tt]itles?)\s(?:[Nn]os?\.?\s)?{_LISTED}"
    rf"|[{_CIRCLES}](?:[,;\s]?[{_CIRCLES}]){{0,9}})\s?\](?![\w(\[]))"
)
IN_ROUND = rf"(?P<odd>{_BEHIND}\([Nn]os\.?\s{_LISTED}\)(?!\w))"
"""Of several numbers alone: "(no. 3)" may be a symphony or a stain, and "(items 1 and 3)" are those of a scale."""
IN_BRACES = rf"(?P<braced>{_BEHIND}\{{\d{{1,3}}(?:\s?[,;–-]\s?\d{{1,3}}){{0,9}}\}}(?![\w{{]))"
CIRCLED = rf"(?P<circled>(?<=[\w.,;:!?%”\"’')\]])[{_CIRCLES}](?:[,;]?[{_CIRCLES}]){{0,9}}(?=[\s.,;:!?)]|$))"
NAMES = ("odd", "braced", "circled")

_COUNTED = lazily(
    r"\\[A-Za-z]{1,20}$|[\^_=$]$|\b(?:sets?|values?|intervals?|ranges?|vectors?|scores?|scales?|of|in|from|either"
    r"|types?|typed|enter|insert|replaces?|placeholders?|variables?|fields?|(?-i:Write|Put))\s$|\}\s(?:and|or)\s$",
    re.IGNORECASE,
)
"""A formula, or a word whose numbers these are: the last ones speak of what stands in a form or a template."""
_SCALE = lazily(
    r"\b(?:(?:sub)?scales?|questionnaires?|inventor(?:y|ies)|survey|ind(?:ex|ices)|checklists?|interview|tests?|quiz)\b",
    re.IGNORECASE,
)
"""What has items of its own: "the sleep scale asks for naps [items 1 and 3]"."""
_REACH = 120
"""So many letters before "[items …]" are looked at for it [house]."""


def keys_of(text: str, start: int, written: str) -> Sequence[str]:
    """The numbers of such a mark, in order; () where they count something. The list is asked for them elsewhere."""
    if _COUNTED.search(text, max(0, start - 24), start):
        return ()
    if "tem" in written and _SCALE.search(text, max(0, start - _REACH), start):
        return ()
    plain = "".join(str(int(unicodedata.numeric(sign))) + "," if sign in _CIRCLES else sign for sign in written)
    found: list[str] = []
    for first, last in re.findall(r"(\d{1,3})(?:\s?[–-]\s?#?(\d{1,3}))?", plain):
        if last and 0 <= int(last) - int(first) <= 60:
            found += [str(number) for number in range(int(first), int(last) + 1)]
        else:
            found += [str(int(number)) for number in (first, last) if number]
    return tuple(dict.fromkeys(found))
