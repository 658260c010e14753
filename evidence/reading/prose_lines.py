"""Lines of prose into stretches, one for each paragraph: which lines go on with the line before, and which begin anew.

Authors break lines in two ways: by hand at some width (hard wrapping), or only where a paragraph ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line, Stretch

_TARGET = lazily(r"\]\([^()\s]{0,2000}\)|https?://\S{1,2000}|<[^<>]{0,500}>")
_WRAP = 140
"""A line longer than this was not wrapped by hand, so its end is the end of a paragraph [house]."""
_ELEMENT = r"(?:p|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|td|th|div|section|article|blockquote|figure|figcaption|center)"
_OPENS = lazily(rf"[ \t]*<{_ELEMENT}\b[^<>]{{0,1000}}>", re.IGNORECASE)
_CLOSES = lazily(rf"</{_ELEMENT}\s{{0,3}}>\s{{0,9}}\Z", re.IGNORECASE)
"""Elements whose words are a paragraph of their own: HTML Standard 4.4 and 4.9, CommonMark 4.6."""
_LABELLED = lazily(r"[ \t]*(?:\*\*|__)[^*_\n]{1,60}(?::(?:\*\*|__)|(?:\*\*|__):)")
"""A label in bold on a line that its author broke by hand: "**When:** on Mondays" (CommonMark 6.7)."""
_ITEM = lazily(r"[ \t]*<(?:li|dd)\b", re.IGNORECASE)


def is_wrapped(lines: Sequence[Line], format: str) -> bool:  # noqa: A002
    """Whether lines were broken by hand at some width. Otherwise every line is a paragraph of its own.

    Long lines that stand close to others give it away; the targets of links do not count, they cannot be broken.
    Markdown with blank lines between its paragraphs follows CommonMark: lines that touch are one paragraph.
    """
    blanks = sum(line.blank for line in lines)
    if format == "markdown" and blanks * 5 >= len(lines):
        return True
    close = [
        len(_TARGET.sub("", line.body))
        for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False)
        if not line.blank and ((before and not before.blank) or (after and not after.blank))
    ]
    return sum(length > _WRAP for length in close) * 20 <= len(close)


@dataclass(slots=True, eq=False, repr=False)
class ProseLines:
    """Collects lines of prose as `stretches`, in order of place. Mutable while the walk over the lines lasts.

    `open` is the paragraph that the next line may go on with. With `wrapped` a line may go on with the one before it;
    in Markdown (`marked`) it always does.
    """

    text: str
    marked: bool
    wrapped: bool
    stretches: list[Stretch] = field(default_factory=list)
    open: Stretch | None = None

    def add(self, line: Line) -> None:
        """Adds a line to the open paragraph; a bullet or number opens a new one."""
        bullet = markdown_lines.bullet_length(line.body)
        element = self.marked and "<" in line.body[:40] and _OPENS.match(line.body) is not None
        if bullet or element:
            self.close()
        if self.open is None:
            self.open = Stretch([], bool(bullet) or (element and _ITEM.match(line.body) is not None))
        self.open.spans.append((line.content + bullet, line.end))

    def close(self) -> None:
        """Ends the open paragraph, cutting it where its lines are paragraphs of their own."""
        if self.open is None:
            return
        spans, item = self.open.spans, self.open.item
        self.open = None
        begin = 0
        for place in range(1, len(spans)):
            if not self._goes_on(spans[place - 1], spans[place], item):
                self.stretches.append(Stretch(spans[begin:place], item and begin == 0))
                begin = place
        self.stretches.append(Stretch(spans[begin:], item and begin == 0))

    def _goes_on(self, earlier: tuple[int, int], later: tuple[int, int], item: bool) -> bool:
        """Whether a line goes on with the sentence of the line before it."""
        if not self.wrapped:
            return False
        before = self.text[earlier[0] : earlier[1]]
        if before.rstrip().endswith(":") and len(before) < 45:
            return False
        if self.marked or item:
            labelled = before.endswith(("  ", "\\")) and _LABELLED.match(self.text, later[0], later[1]) is not None
            return not labelled and _CLOSES.search(before[-200:]) is None
        body = self.text[later[0] : later[1]].lstrip()
        if body[:1].islower() and not markdown_lines.ends_sentence(before):
            return True
        return len(before) >= 45 and len(before) + len(body.split(" ", 1)[0]) >= 60
