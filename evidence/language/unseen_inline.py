"""What stands within a line and is not shown: drawings, style sheets, hidden elements, comments in mid-sentence.

Whole blocks of these, and comments between sentences, are looked for in `reading`: what a comment claims counts there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.patterns import lazily

_INLINE = "a|abbr|b|bdi|bdo|cite|del|em|font|i|ins|label|mark|q|s|small|span|strong|sub|sup|time|u|var"
ATTRIBUTES = r"(?:[^<>\"']|\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'){0,400}?"
"""What stands in a tag before an attribute of it; what is in quotation marks is read over."""
HIDES = (
    # a rule of its own shows it after all: style="display: none; display: block"
    r"(?![^<>]{0,1000}\b(?:display\s{0,3}:(?!\s{0,3}none)|visibility\s{0,3}:(?!\s{0,3}hidden)))"
    # the words stand somewhere in the tag, which is quickly seen, and outside of the marks of another attribute
    r"(?=[^<>]{0,1000}(?:hidden|style))"
    rf"(?={ATTRIBUTES}(?:\shidden(?=[\s=>/])"
    r"|\sstyle\s*=\s*[\"'][^\"'<>]{0,300}(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)))"
)
"""Behind the name of an element: that an attribute keeps it from readers."""
_OPENS = lazily(
    r"<(?:(?P<raw>style|script|template|svg)\b[^<>]{0,1000}>"
    rf"|(?P<name>{_INLINE})\b{HIDES}[^<>]{{0,1000}}>"
    r"|(?P<html>!--))|(?<!\{)\{/(?P<comment>\*)|(?<!%)%(?P<percent>%)(?!%)",
    re.IGNORECASE,
)
_CLOSES = {"html": "-->", "comment": "*/}", "percent": "%%"}
_LONGEST = 2_000
"""Letters of such a thing [house]; a longer one is a block of its own."""
_REMARK = lazily(
    r"\{#-?[ \t](?:(?!#\}|\{#)[^\n]){0,2000}#\}|\{\{-?[ \t]?/\*(?:(?!\*/|\{\{)[^\n]){0,2000}\*/[ \t]?-?\}\}"
    r"|\{\{!--(?:(?!--|\{\{)[^\n]){0,2000}--\}\}"
    r"|\{%-?[ \t]?comment[ \t]?-?%\}(?:(?!\{%)[^\n]){0,2000}\{%-?[ \t]?endcomment[ \t]?-?%\}"
)
"""A remark of a template on one line: of Jinja, Hugo, Handlebars and Liquid."""
_FENCE = lazily(r"^ {0,3}(?P<mark>`{3,}|~{3,})", re.MULTILINE)
_CODE = lazily(r"(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]{1,1000}(?<!`)(?P=ticks)(?!`)")
_BLANK = lazily(r"\n[ \t]*\n")
_ENDED = lazily(r"[.!?:…][\"'”’»)\]*_]{0,3}\Z")
_NEAR = 80
"""Signs looked at on either side [house]."""


def unseen_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where, in order and apart. What is never closed, and what code shows as it is written, is left."""
    if "<" not in text and "{/*" not in text and "%%" not in text:
        return
    code: list[tuple[int, int]] | None = None
    behind, left, ends = 0, 0, _Ends(text)  # left: behind the last comment that stands between sentences
    for match in paced(_OPENS.finditer(text)):
        if match.start() < behind:
            continue
        end = ends.of(match)
        is_comment = match.lastgroup in _CLOSES
        follows = is_comment and left and not text[left : match.start()].strip()
        if not end or follows or not _within_a_line(text, match.start(), end, is_comment=is_comment):
            behind = left = end if is_comment else behind
            continue
        if code is None:
            code = list(code_in(text))
        if is_in(code, match.start()):
            continue
        behind = end
        yield match.start(), end


def remarks_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where remarks of a template stand beside other words of their line: a mark there leads nowhere."""
    if not any(sign in text for sign in ("{#", "{{", "{%")):
        return
    code: list[tuple[int, int]] | None = None
    for match in paced(_REMARK.finditer(text)):
        start, end = match.span()
        if not _within_a_line(text, start, end, is_comment=False):
            continue
        code = list(code_in(text)) if code is None else code
        if not is_in(code, start):
            yield start, end


class _Ends:
    """Where things are closed. The next of each kind is looked for once, however many begin before it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def of(self, match: re.Match[str]) -> int:
        """Behind what closes it in the same paragraph; 0 where nothing does."""
        kind = match.lastgroup or ""
        closes = _CLOSES.get(kind) or f"</{match[kind].lower()}"
        place = self._closing(closes, match.end())
        if not 0 <= place - match.end() < _LONGEST or _BLANK.search(self._text, match.start(), place):
            return 0
        if kind in _CLOSES:
            return place + len(closes)
        return self._behind_element(match[kind], match.end())

    def _closing(self, closes: str, begin: int) -> int:
        """The place of the next such sign, behind the text where none comes."""
        known = self._next.get(closes, -1)
        if known < begin:
            found = lazily(re.escape(closes), re.IGNORECASE).search(self._text, begin)
            known = self._next[closes] = found.start() if found else len(self._text) + _LONGEST
        return known

    def _behind_element(self, name: str, begin: int) -> int:
        tag = lazily(rf"<(?P<close>/?){name}\b[^<>]{{0,1000}}>", re.IGNORECASE)
        depth = 1
        for mark in tag.finditer(self._text, begin, min(len(self._text), begin + _LONGEST)):
            depth += -1 if mark["close"] else 1
            if not depth:
                return 0 if _BLANK.search(self._text, begin, mark.end()) else mark.end()
        return 0


def is_in(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a place lies in one of the spans, which are in order and apart."""
    number = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return number >= 0 and place < spans[number][1]


def _within_a_line(text: str, start: int, end: int, *, is_comment: bool) -> bool:
    """Whether words stand before it on its line, or for an element behind it; a comment stands in mid-sentence."""
    before = text[max(0, start - _NEAR) : start]
    before = before[before.rfind("\n") + 1 :] if not is_comment else before.rpartition("\n\n")[2]
    behind = text[end : end + _NEAR].partition("\n\n")[0]
    if not is_comment:
        return bool(before.strip() or behind.partition("\n")[0].strip())
    words = before.rstrip()
    if not words.strip() or not behind.strip():
        return False
    return _ENDED.search(words) is None or behind.lstrip()[:1].islower()


def code_in(text: str) -> Iterator[tuple[int, int]]:
    """Fenced blocks and spans of code, in order and apart."""
    opened: re.Match[str] | None = None
    behind = 0
    for fence in _FENCE.finditer(text):
        if opened is None:
            yield from _spans(text, behind, fence.start())
            opened = fence
        elif fence["mark"].startswith(opened["mark"]):
            yield opened.start(), fence.end()
            opened, behind = None, fence.end()
    if opened is not None:
        yield opened.start(), len(text)
    else:
        yield from _spans(text, behind, len(text))


def _spans(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    return (span.span() for span in _CODE.finditer(text, begin, end))
