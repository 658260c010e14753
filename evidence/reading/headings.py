"""Headings that carry no mark: short lines on their own, told from lists that lost their bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Stretch

_SET_APART = lazily(
    r"\s*(?:<(?:p|div|td|th|center)\b[^<>]{0,300}>\s*){0,3}<(?P<tag>strong|b|u)>(?P<words>[^<>]{2,150})</(?P=tag)>\s*(?:</(?:p|div|td|th|center)>\s*){0,3}",
    re.IGNORECASE,
)
"""A line of bold or underlined words alone, as editors write headings: "<p><strong>Words</strong></p>"."""
_CLOSED = lazily(r"(?:\s*</(?:strong|b|u|em|span|p|div|td|th|tr|ul|ol|table)>){1,4}\s*\Z", re.IGNORECASE)
_RUN = 3
"""From this many short lines in a row on, they are a list [house]."""


def find(text: str, stretches: Sequence[Stretch], explicit: bool) -> set[int]:
    """Which stretches are headings by their look alone. With `explicit` headings elsewhere, only bold lines can be.

    Three such lines in a row, or lines that go on from one without an end, are a list that lost its bullets: prose.
    """
    bodies = [text[stretch.spans[0][0] : stretch.spans[-1][1]] for stretch in stretches]
    alike = [_may_head(stretch, body, explicit) for stretch, body in zip(stretches, bodies, strict=True)]
    found: set[int] = set()
    begin = 0
    for number in range(len(alike) + 1):
        if number < len(alike) and alike[number]:
            continue
        listed = 0 < begin < number and _in_list(text, stretches[begin - 1], stretches[begin])
        first = begin + 1 if begin == 0 else begin  # the first line of all may be the title
        if number - first < _RUN and not listed:
            found.update(range(begin, number))
        elif begin == 0:
            found.add(0)
        begin = number + 1
    return set() if len(found) == len(alike) else found  # nothing but short lines: they are the text itself


def words_of(body: str) -> str:
    """The words of such a heading without what sets them apart."""
    apart = _SET_APART.fullmatch(body)
    return (apart["words"] if apart else body).strip().strip("*_").strip()


def _may_head(stretch: Stretch, body: str, explicit: bool) -> bool:
    plain = body.strip()
    bold = len(body) < 150 and plain.startswith(("**", "__")) and plain.endswith(("**", "__"))
    if apart := _SET_APART.fullmatch(body):
        body, bold = apart["words"], True
    if len(stretch.spans) > 1 or stretch.item or (explicit and not bold):
        return False
    if "](http" in body and plain.startswith("[") and plain.endswith(")"):
        return False  # a line that is a link names a source, or leads on
    return markdown_lines.looks_like_heading(body) and len(split(body)) < 2


def _in_list(text: str, before: Stretch, stretch: Stretch) -> bool:
    """Whether a stretch follows at once on a line that announces it or that has no end of its own."""
    start, end = before.spans[-1]
    body = text[start:end]
    closed = _CLOSED.search(body[-200:])
    if (body[: len(body) - len(closed.group())] if closed else body).rstrip().endswith(":"):
        return True
    if closed:
        return False
    between = text[end : stretch.spans[0][0]].replace("\r\n", "\n").replace("\r", "\n")
    return "\n" not in between[1:] and not markdown_lines.ends_sentence(body)
