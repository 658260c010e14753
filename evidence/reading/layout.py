"""The lines of a text into paragraphs of prose and the blocks that are not prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import boilerplate, headings, inline_footnotes, markdown_lines
from evidence.reading.markdown_lines import Line, Stretch
from evidence.reading.reference_lists import ReferenceList
from evidence.values import Block

_TARGET = lazily(r"\]\([^()\s]{0,2000}\)|https?://\S{1,2000}|<[^<>]{0,500}>")
_HTML_HEADING = lazily(r"[ \t]*<h([1-6])\b[^<>]{0,300}>(?P<words>.{1,500})</h\1>[ \t]*$", re.IGNORECASE)
_TAG = lazily(
    r"</?(?:p|div|li|ul|ol|td|th|tr|table|tbody|section|article|br|hr|blockquote|figure|figcaption|center|font)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_WRAP = 140
"""A line longer than this was not wrapped by hand, so its end is the end of a paragraph [house]."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose. `masked` is as long as its text; quote marks inside it are blanks."""

    start: int
    end: int
    masked: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A text laid out. `notes` are footnote definitions: name, start and end of their text."""

    text: str
    title: str
    byline: str
    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, int, int], ...]


def lay_out(
    text: str,
    lines: Sequence[Line],
    lists: Sequence[ReferenceList],
    format: str,  # noqa: A002
    *,
    guess: bool = True,
) -> Layout:
    """Paragraphs and blocks in order of place. `format` is "text" or "markdown".

    With `guess` a short line may be a heading by its look; where the author writes Markdown, only marks make one.
    """
    pass_over = _Pass(text, lines, format, explicit=not guess, wrapped=_is_wrapped(lines, format))
    by_start = {(found.heading if found.heading >= 0 else found.first): found for found in lists}
    place = 0
    while place < len(lines):
        found = by_start.get(place)
        place = pass_over.reference_list(found) if found else pass_over.line(place)
    pass_over.close()
    return pass_over.finish()


def _is_wrapped(lines: Sequence[Line], format: str) -> bool:  # noqa: A002
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


@dataclass
class _Pass:
    """One walk over the lines. Mutable while it lasts; what leaves it is frozen."""

    text: str
    lines: Sequence[Line]
    format: str
    stretches: list[Stretch] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    notes: list[tuple[str, int, int]] = field(default_factory=list)
    title: str = ""
    byline: str = ""
    open: Stretch | None = None
    explicit: bool = False
    wrapped: bool = True

    def reference_list(self, found: ReferenceList) -> int:
        self.close()
        if found.heading >= 0:
            self._block("heading", found.heading, found.heading + 1)
        first = found.first
        while first < found.last and self.lines[first].blank:
            first += 1
        self._block("reference-list", first, found.last)
        return found.last

    def line(self, place: int) -> int:
        """Takes the line at `place` (and what goes with it) and returns the place of the next."""
        line = self.lines[place]
        body = line.body
        if line.blank:
            self.close()
            return place + 1
        if fence := markdown_lines.fence_of(body):
            return self._until_fence(place, fence)
        if self._is_indented_code(place):
            return self._indented_code(place)
        if body.startswith("Title:") and not self.title and not self.stretches and self.open is None:
            self.title = body.removeprefix("Title:").strip()
            self._block("title", place, place + 1)
            return place + 1
        if self.format == "markdown" and markdown_lines.note_length(body):
            return self._note(place)
        if "|" in body and place + 1 < len(self.lines) and markdown_lines.is_table_rule(self.lines[place + 1].body):
            return self._table(place)
        if markdown_lines.heading_length(body):
            self.close()
            return self._heading(
                place, place + 1, body[markdown_lines.heading_length(body) :].strip().rstrip("#").strip()
            )
        if html := _HTML_HEADING.match(body):
            self.close()
            return self._heading(place, place + 1, re.sub(r"<[^<>]{0,300}>", "", html["words"]).strip())
        if self._setext_follows(place):
            return self._heading(place, place + 2, body.strip())
        if markdown_lines.is_rule(body):
            self.close()
            return place + 1
        kind = boilerplate.kind_of(body)
        if kind and not (self.open and kind in ("nav", "tag-line") and not self._apart(place)):
            return self._boilerplate(place, kind)
        self._prose(line)
        return place + 1

    def close(self) -> None:
        """Ends the open paragraph, cutting it where its lines are paragraphs of their own."""
        if self.open is None:
            return
        spans, item = self.open.spans, self.open.item
        self.open = None
        begin = 0
        for place in range(1, len(spans)):
            if not self._joined(spans, place, item):
                self.stretches.append(Stretch(spans[begin:place], item and begin == 0))
                begin = place
        self.stretches.append(Stretch(spans[begin:], item and begin == 0))

    def finish(self) -> Layout:
        """The layout of all lines taken so far."""
        paragraphs = []
        heads = headings.find(self.text, self.stretches, self.explicit)
        for number, stretch in enumerate(self.stretches):
            start, end = stretch.spans[0][0], stretch.spans[-1][1]
            if number == 0 and number in heads and not self.title and not self.explicit:
                self.title = self.text[start:end].strip().strip("*_").strip()
                self._found("title", start, end)
            elif number in heads:
                self._found("heading", start, end)
            else:
                paragraphs += self._without_notice(Paragraph(start, end, self._masked(stretch)))
        for paragraph in paragraphs:
            self.notes += inline_footnotes.find(self.text, paragraph.start, paragraph.end)
        ordered = tuple(sorted(self.blocks, key=lambda block: (block.start, block.end)))
        return Layout(self.text, self.title, self.byline, tuple(paragraphs), ordered, tuple(self.notes))

    def _without_notice(self, whole: Paragraph) -> list[Paragraph]:
        """The paragraph, or what is left of it where sentences of it are an advice notice."""
        found = boilerplate.notices_in(self.text[whole.start : whole.end])
        if not found:
            return [whole]
        left: list[Paragraph] = []
        said, noticed = False, False  # what the sentence before was
        for start, end in split(whole.masked, whole.start):
            inside = any(begin + whole.start < end and start < stop + whole.start for begin, stop in found)
            if inside:
                self._found("notice", self.blocks.pop().start if noticed else start, end)
            else:
                begin = left.pop().start if said else start
                left.append(Paragraph(begin, end, whole.masked[begin - whole.start : end - whole.start]))
            said, noticed = not inside, inside
        return left

    def _prose(self, line: Line) -> None:
        bullet = markdown_lines.bullet_length(line.body)
        if bullet:
            self.close()
        start = line.content + bullet
        if self.open is None:
            self.open = Stretch([], bool(bullet))
        self.open.spans.append((start, line.end))

    def _joined(self, spans: Sequence[tuple[int, int]], place: int, item: bool) -> bool:
        """Whether a line goes on with the sentence of the line before it."""
        if not self.wrapped:
            return False
        before = self.text[spans[place - 1][0] : spans[place - 1][1]]
        body = self.text[spans[place][0] : spans[place][1]].lstrip()
        if before.rstrip().endswith(":") and len(before) < 45:
            return False
        if self.format == "markdown" or item:
            return True
        if body[:1].islower() and not markdown_lines.ends_sentence(before):
            return True
        return len(before) >= 45 and len(before) + len(body.split(" ", 1)[0]) >= 60

    def _heading(self, first: int, last: int, words: str) -> int:
        self.explicit = True
        level_one = self.lines[first].body.lstrip().lower().startswith(("# ", "<h1")) or (
            last == first + 2 and self.lines[first + 1].body.lstrip().startswith("=")
        )
        if not self.title and level_one and not self.stretches:
            self.title = words
            self._block("title", first, last)
        else:
            self._block("heading", first, last)
        return last

    def _setext_follows(self, place: int) -> bool:
        return (
            self.open is None
            and place + 1 < len(self.lines)
            and len(self.lines[place].body) <= 150
            and markdown_lines.is_setext(self.lines[place + 1].body)
            and not markdown_lines.bullet_length(self.lines[place].body)
        )

    def _apart(self, place: int) -> bool:
        """Whether the line before does not run on into this one."""
        return place == 0 or self.lines[place - 1].blank or markdown_lines.ends_sentence(self.lines[place - 1].body)

    def _boilerplate(self, place: int, kind: str) -> int:
        self.close()
        if kind == "byline":
            who, writes = boilerplate.byline_of(self.lines[place].body)
            if writes and not self.byline:
                self.byline = who
        self._block(kind, place, place + 1)
        return place + 1

    def _until_fence(self, place: int, fence: str) -> int:
        self.close()
        last = place + 1
        while last < len(self.lines) and not self.lines[last].body.lstrip().startswith(fence):
            last += 1
        last = min(last + 1, len(self.lines))
        self._block("code", place, last)
        return last

    def _is_indented_code(self, place: int) -> bool:
        """CommonMark 4.4: four spaces after a blank line, unless a list goes on there."""
        if self.format != "markdown" or self.open or not self.lines[place].body.startswith(("    ", "\t")):
            return False
        return not (self.stretches and self.stretches[-1].item) and not markdown_lines.bullet_length(
            self.lines[place].body
        )

    def _indented_code(self, place: int) -> int:
        last = place
        while last < len(self.lines) and self.lines[last].body.startswith(("    ", "\t")):
            last += 1
        self._block("code", place, last)
        return last

    def _table(self, place: int) -> int:
        self.close()
        last = place
        while last < len(self.lines) and "|" in self.lines[last].body:
            last += 1
        self._block("table", place, last)
        return last

    def _note(self, place: int) -> int:
        self.close()
        last = place + 1
        while (
            last < len(self.lines)
            and not self.lines[last].blank
            and not markdown_lines.note_length(self.lines[last].body)
        ):
            last += 1
        line = self.lines[place]
        start = line.content + markdown_lines.note_length(line.body)
        name = line.body.lstrip()[2:].partition("]")[0]
        words = self.text[start : self.lines[last - 1].end]
        start += len(words) - len(words.lstrip())
        self.notes.append((name, start, start + len(words.strip())))
        self._block("note", place, last)
        return last

    def _masked(self, stretch: Stretch) -> str:
        parts = []
        begin = stretch.spans[0][0]
        for start, end in stretch.spans:
            parts.append(" " * (start - begin))
            parts.append(self.text[start:end])
            begin = end
        return _TAG.sub(lambda match: " " * len(match.group()), inline_footnotes.masked("".join(parts)))

    def _block(self, kind: str, first: int, last: int) -> None:
        if first < last:
            self._found(kind, self.lines[first].content, self.lines[last - 1].end)

    def _found(self, kind: str, start: int, end: int) -> None:
        self.blocks.append(Block(kind, start, end, self.text[start:end]))
