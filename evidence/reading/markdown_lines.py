"""The lines of a text and the Markdown marks that may open them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from evidence.deadline import check
from evidence.language.patterns import lazily

_EOL = lazily(r"\r\n|\n|\r|\u2028|\u2029")
_OTHER_ENDS = ("\r", "\u2028", "\u2029")
"""Beside the line feed, which alone is found in a fifth of the time."""
_QUOTE = lazily(r"(?:[ \t]{0,3}+>)++[ \t]?")
_BULLET = lazily(r"[ \t]*(?:[-*+•‣◦▪·]|\(?\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_ATX = lazily(
    r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)"
    r"|={1,6}[ \t]+(?=[^\W\d_][^=\n]{0,200}(?:={1,6}[ \t]*)?$)|={2,6}(?=[^\s=][^=\n]{0,200}(?<![.!…])={2,6}[ \t]*$)"
)
"""The marks of a heading: "## Words"; "== Words" of Typst and AsciiDoc, "==Words==" of wikis."""

_SETEXT = lazily(r"[ \t]{0,3}(?:=+|-{2,})[ \t]*$")
_RULE = lazily("[ \t]{0,3}(?:" + "|".join(rf"(?:{sign}[ \t]*+){{3,}}+" for sign in (r"\*", "-", "_", "=", "~")) + ")$")
_FENCE = lazily(r"[ \t]{0,3}(```+|~~~+)")
_NOTE = lazily(r"[ \t]{0,3}\[\^(?P<name>[^\]\s]{1,60})\]:[ \t]?")
_TABLE_RULE = lazily(
    r"[ \t]{0,3}\|?[ \t]*:?-{1,}:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)++\|?[ \t]*+$"  # GFM 4.10: one hyphen is enough
    r"|[ \t]{0,3}\+(?::?[-=]{2,}+:?\+)++[ \t]*+$"  # the lines of a grid table (Docutils, Pandoc)
)
_CITES = lazily(
    r"\[[@^]?[\w;, –-]{1,60}\](?!\()|<sup>|\b(?:19|20)\d\d[a-z]?\)$"
    r"|\^[(\[{]?\d{1,3}(?:[,;–-]\s?\d{1,3}){0,9}[)\]}]?[\^$]?$"
)
_STOPPED = lazily(
    r"[.!?…:;,][\"'”’»)\]*_]*"
    r"(?:\s*(?:\[\^?[^\[\]]{1,60}\]|<sup>.{1,60}</sup>|[⁰¹²³⁴-⁹]+|\(\d{1,3}[\d, –-]{0,40}\)))*\s*$"
)


class Line(NamedTuple):
    """One line: its span without the line break, and where its content begins after quote marks."""

    start: int
    end: int
    content: int
    text: str
    body: str
    """The line after its quote marks."""

    @property
    def blank(self) -> bool:
        return not self.body.strip()


@dataclass(slots=True, eq=False, repr=False)
class Stretch:
    """Lines of one paragraph in the making: spans after quote marks and bullets; whether it is a list item."""

    spans: list[tuple[int, int]]
    item: bool = False


_LOOK_EVERY = 512
"""Lines between two looks at the deadline: a text may be of lines alone."""


def lines_of(text: str, offset: int) -> list[Line]:
    """The lines of `text` from `offset` on. LF, CRLF, lone CR and the Unicode separators all end a line."""
    lines: list[Line] = []
    start = offset
    for end, behind in _line_ends(text, offset):
        if not len(lines) % _LOOK_EVERY:
            check()
        line = text[start:end]
        skip = 1 if line.startswith("\ufeff") else 0
        quote = _QUOTE.match(line, skip) if ">" in line else None
        mark = quote.end() if quote else skip
        lines.append(Line(start, end, start + mark, line, line[mark:]))
        start = behind
    return lines


def _line_ends(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Where each line ends and where the next one begins."""
    if any(sign in text for sign in _OTHER_ENDS):
        yield from (found.span() for found in _EOL.finditer(text, offset))
    else:
        end = text.find("\n", offset)
        while end >= 0:
            yield end, end + 1
            end = text.find("\n", end + 1)
    if offset <= len(text):
        yield len(text), len(text)


def bullet_length(body: str) -> int:
    """How many characters of a list item are its bullet or number; 0 where the line is no item."""
    match = _BULLET.match(body)
    return match.end() if match else 0


def note_length(body: str) -> int:
    """How many characters open a footnote definition; 0 where the line is none."""
    match = _NOTE.match(body)
    return match.end() if match else 0


def fence_of(body: str) -> str:
    """The marks that open a block of code, or ""."""
    match = _FENCE.match(body)
    return match.group(1) if match else ""


def is_rule(body: str) -> bool:
    """Whether a line is a horizontal rule."""
    return bool(_RULE.match(body))


def is_setext(body: str) -> bool:
    """Whether a line underlines the heading above it."""
    return bool(_SETEXT.match(body))


def is_table_rule(body: str) -> bool:
    """Whether a line parts the head of a table from its rows."""
    return bool(_TABLE_RULE.match(body))


def heading_length(body: str) -> int:
    """How many characters of a Markdown heading are its marks; 0 where the line is none."""
    match = _ATX.match(body)
    return match.end() if match else 0


def looks_like_heading(body: str) -> bool:
    """A short line without an end: at most 12 words, no closing punctuation or marker, beginning like a title."""
    stripped = body.strip().strip("*_").strip()
    if not stripped or len(stripped) > 110 or len(stripped.split()) > 12:
        return False
    return not (_STOPPED.search(stripped) or _CITES.search(stripped) or stripped[0].islower())


def ends_sentence(body: str) -> bool:
    """Whether a line closes with punctuation, markers after it included."""
    return bool(_STOPPED.search(body[-200:]))
