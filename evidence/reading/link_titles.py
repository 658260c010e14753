"""The titles of links and images: readers see them on pointing there. What images show is read elsewhere.

Read as CommonMark reads them (0.31, 4.7 and 6.3), escapes, brackets and containers included: a title in a form that is
overlooked would be words that nobody judges.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.patterns import lazily

_OPENS = lazily(r"\]\(")
_DEFINES = lazily(
    r"^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){0,20}\[(?!\^)(?:\\.|[^\[\]\\]){1,999}\]:(?P<gap>)", re.MULTILINE
)
_GAP = lazily(r"[ \t]*(?:\r?\n[ \t>]*)?")
"""What stands between the parts: a line may end, and a quotation goes on behind its sign."""
_ANGLED = lazily(r"<(?:\\.|[^<>\\\r\n])*+>", re.DOTALL)
_NESTED = 32
"""Brackets in an address may stand in each other so deep, as in cmark and markdown-it."""
_PLAIN = r"(?:\\[^ ]|[^\s()\\]|\\)"
"""A stroke takes whatever follows along but a space, as in markdown-it, which shows our pages."""


def _address() -> str:
    """An address whose brackets are balanced, in one expression: each address costs one step of Python's then."""
    inner = f"{_PLAIN}*+"
    for _ in range(_NESTED):
        inner = rf"(?:{_PLAIN}++|\({inner}\))*+"
    return inner


_BARE = lazily(_address())
_BLANK = lazily(r"\n[ \t>]*\n")
_QUOTED = {
    '"': lazily(r'"(?>((?:\\.|[^"\\])*))"', re.DOTALL),
    "'": lazily(r"'(?>((?:\\.|[^'\\])*))'", re.DOTALL),
    "(": lazily(r"\((?>((?:\\.|[^()\\])*))\)", re.DOTALL),
}
_REST = lazily(r"[ \t]*(?:\r?\n|\Z)")
_END = lazily(r"[\s>]*\)")
_ESCAPED = lazily(r"\\([!-/:-@\[-`{-~])")
_OF_TAG = lazily(
    r"\b(?:title|aria-label)[ \t]*=[ \t]*(?:\"(?P<double>[^\"<>]{1,500})\"|'(?P<single>[^'<>]{1,500})')",
    re.IGNORECASE,
)


def titles_in(markdown: str) -> Iterator[str]:
    """Each title in a text in Markdown, those of HTML tags included."""
    unclosed: set[str] = set()
    for pattern, ends in ((_OPENS, _END), (_DEFINES, _REST)):
        for match in paced(pattern.finditer(markdown)):
            text = _title_at(markdown, match.end(), ends, unclosed)
            if text.strip():
                yield " ".join(html.unescape(_ESCAPED.sub(r"\1", text)).replace("\n>", "\n").split())
    for match in _OF_TAG.finditer(markdown):
        if (text := match["double"] or match["single"]).strip():
            yield " ".join(html.unescape(text).split())


def _title_at(text: str, place: int, ends: re.Pattern[str], unclosed: set[str]) -> str:
    """The title behind the address that begins here, or "". `unclosed` are quotes that nothing closes any more."""
    begin = _behind(_GAP, text, place)
    stop = _behind_address(text, begin)
    title = _behind(_GAP, text, stop)
    if title == stop or (quote := text[title : title + 1]) not in _QUOTED or quote in unclosed:
        return ""
    quoted = _QUOTED[quote].match(text, title)
    if quoted is None:
        if quote != "(" and text.count(quote, title + 1) == 0:
            unclosed.add(quote)
        return ""
    if _BLANK.search(text, title, quoted.end()) or not ends.match(text, quoted.end()):
        return ""
    return quoted[1]


def _behind(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place


def _behind_address(text: str, place: int) -> int:
    """Behind an address in angles, or one whose brackets are balanced; the same place where none stands here."""
    return _behind(_ANGLED if text.startswith("<", place) else _BARE, text, place)
