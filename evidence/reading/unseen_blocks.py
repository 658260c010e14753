"""What stands in the text and is not shown: style sheets, scripts, drawings, hidden elements, comments.

`end_of` gives the place of the last line of what begins on a line, and how many letters of that line belong to it; None
where nothing begins or nothing ends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from evidence.language.patterns import lazily
from evidence.language.unseen_inline import ATTRIBUTES, HIDES
from evidence.reading.markdown_lines import Line

_RAW = lazily(r"[ \t]{0,3}<(?P<name>style|script|template|svg)\b[^<>]{0,1000}>", re.IGNORECASE)
_HIDDEN = lazily(
    rf"[ \t]{{0,3}}<(?P<name>[a-z][a-z0-9]{{0,15}}(?:-[a-z0-9]{{1,20}}){{0,3}})(?=[\s>])"
    # a dialog is shown where it is open alone (HTML 4.11.4)
    rf"(?:(?<=dialog)(?!{ATTRIBUTES}\sopen(?=[\s=>/]))|{HIDES})[^<>]{{0,1000}}>",
    re.IGNORECASE,
)
COMMENTS = {"%%": "%%", "{/*": "*/}", "<!--": "-->"}
"""What opens a comment, of Obsidian, of MDX and of HTML, and what closes it."""
_ENDS_AT_ONCE = lazily(r"<!--(?:-?>|[^\n]*--!>)")
"""What browsers take for the whole comment (HTML 13.2.5.43-51), so that what follows is shown."""
_MOST = 4000
"""Lines of a hidden element [house]."""


@dataclass(slots=True, eq=False, repr=False)
class UnseenBlocks:
    """Finds such blocks on the lines of one text. What was looked for in vain is not looked for again."""

    lines: Sequence[Line]
    _unclosed: set[str] = field(default_factory=set)
    _goes_on: dict[str, int] = field(default_factory=dict)

    def end_of(self, place: int) -> tuple[int, int] | None:
        """The end of a style sheet, a script or a hidden element: one that is never closed hides nothing."""
        body = self.lines[place].body
        raw = _RAW.match(body)
        found = raw or _HIDDEN.match(body)
        if found is None:
            return None
        name = found["name"].lower()
        if name in self._unclosed:
            return None
        tag = lazily(rf"<(?P<close>/?){name}\b[^<>]{{0,1000}}>", re.IGNORECASE)
        depth = 0
        for after in range(place, min(len(self.lines), place + _MOST)):
            for mark in tag.finditer(self.lines[after].body):
                depth = 1 if raw and not mark["close"] else depth + (-1 if mark["close"] else 1)
                if depth <= 0:
                    return after, mark.end()
        self._unclosed.add(name)
        return None

    def comment(self, place: int, html: bool) -> int:
        """The line behind a comment that opens and closes on lines of its own; 0 where none does.

        Those of HTML count where tags are followed (`html`), and not in code, where they are shown.
        """
        whole = self.lines[place].body
        body = whole.strip()
        opens = next((mark for mark in COMMENTS if body.startswith(mark)), "")
        if not opens or opens in self._unclosed:
            return 0
        if opens == "<!--" and (not html or whole.startswith(("    ", "\t")) or _ENDS_AT_ONCE.match(body)):
            return 0
        closes, size = COMMENTS[opens], len(opens)
        if len(body) >= size + len(closes) and body.endswith(closes):
            return place + 1 if closes not in body[size : -len(closes)] else 0
        if closes in body[size:]:
            return 0
        if place < self._goes_on.get(opens, 0):
            return 0
        for after in range(place + 1, len(self.lines)):
            found = self.lines[after].body
            if closes in found or "--!>" in found:
                if found.rstrip().endswith(closes) and found.count(closes) == 1 and "--!>" not in found:
                    return after + 1
                self._goes_on[opens] = after
                return 0
        self._unclosed.add(opens)
        return 0
