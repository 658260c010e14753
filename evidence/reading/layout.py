"""The lines of a text into paragraphs of prose and the blocks that are not prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidence import deadline
from evidence.reading import (
    boilerplate,
    captions,
    headings,
    inline_footnotes,
    item_labels,
    markdown_lines,
    multiline_blocks,
    property_lines,
    source_lines,
)
from evidence.reading.kept_lines import KeptLines
from evidence.reading.markdown_lines import Line
from evidence.reading.marked_headings import glued_prose, heading_at, is_first_level
from evidence.reading.markup_lines import is_markup, opens_indented
from evidence.reading.paragraphs import Paragraph, paragraph_of, shown_of, without_comments, without_notice
from evidence.reading.prose_lines import ProseLines, is_wrapped
from evidence.reading.reference_lists import ReferenceList
from evidence.reading.unseen_blocks import COMMENTS, UnseenBlocks
from evidence.values import Block


class Layout(NamedTuple):
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
    html: bool = True,
) -> Layout:
    """Paragraphs and blocks in order of place. `format` is "text" or "markdown".

    With `html` what tags hide is left out. With `guess` a short line may be a heading by its look; where the author
    writes Markdown, only marks make one.
    """
    marked = format == "markdown"
    walk = _Walk(text, lines, marked, ProseLines(text, marked, is_wrapped(lines, format)), not guess, html)
    by_start = {(found.heading if found.heading >= 0 else found.first): found for found in lists}
    place = 0
    while place < len(lines):
        deadline.check()
        found = by_start.get(place)
        place = walk.reference_list(found) if found else walk.line(place)
    return walk.finish()


@dataclass(slots=True, eq=False, repr=False)
class _Walk(KeptLines):
    """One walk over the lines. Mutable while it lasts; what leaves it is frozen."""

    unseen: UnseenBlocks = field(init=False)

    def __post_init__(self) -> None:
        self.unseen = UnseenBlocks(self.lines)

    def reference_list(self, found: ReferenceList) -> int:
        """Takes a list of references with its heading."""
        self.prose.close()
        if found.heading >= 0:
            self._block("heading", found.heading, found.heading + 1)
        first = found.first
        while first < found.last and self.lines[first].blank:
            first += 1
        self._block("reference-list", first, found.last)
        return found.last

    def line(self, place: int) -> int:
        """Takes the line at `place` and what goes with it."""
        line = self.lines[place]
        body = line.body
        if not body.strip():
            self.prose.close()
            self.inside = "" if self.inside == "html" else self.inside
            return place + 1
        if opened := opens_indented(body):
            self.inside = opened
        elif not body.startswith((" ", "\t")):
            self.inside = ""
        last = (
            self._title_line(place, body)
            or self._unseen(place, body)
            or self._caption(place)
            or self._tag(place)
            or self._box(place, body)
            or self._property(place, body)
            or self._multiline_block(place, body)
            or self._heading(place, body)
            or self._rule_or_boilerplate(place, body)
        )
        if not last:
            self._prose(line)
        return last or place + 1

    def _prose(self, line: Line) -> None:
        """Takes a line of prose. A property of the author's own and the end of a named block stand for themselves."""
        own = self.marked and property_lines.is_own_property(line.body)
        if own:
            self.prose.close()
        self.prose.add(line)
        if own or (self.marked and property_lines.without_name(line.body) != line.body):
            self.prose.close()

    def finish(self) -> Layout:
        """The layout of all lines taken so far."""
        self.prose.close()
        paragraphs: list[Paragraph] = []
        heads = headings.find(self.text, self.prose.stretches, self.explicit)
        heads |= item_labels.find(self.text, self.prose.stretches)
        for number, stretch in enumerate(self.prose.stretches):
            start, end = stretch.spans[0][0], stretch.spans[-1][1]
            if number == 0 and number in heads and not self.title and not self.explicit:
                self.title = headings.words_of(self.text[start:end])
                self._found("title", start, end)
            elif number in heads:
                self._found("heading", start, end)
            else:
                whole = paragraph_of(self.text, stretch, html=self.html)
                shown, comments = without_comments(self.text, whole, self.html)
                for start, end in comments:
                    self._found("code", start, end)
                for part in shown:
                    paragraphs += self._prose_of(part)
        for paragraph in paragraphs:
            self.notes += inline_footnotes.find(self.text, paragraph.start, paragraph.end)
        ordered = tuple(sorted(self.blocks, key=lambda block: (block.start, block.end)))
        return Layout(self.text, self.title, self.byline, tuple(paragraphs), ordered, tuple(self.notes))

    def _prose_of(self, whole: Paragraph) -> Iterator[Paragraph]:
        """The prose of a paragraph, without notices and without what stands between its sentences."""
        parts, beside = shown_of(self.text, whole, html=self.html)
        self.blocks += beside
        for part in parts:
            left, notices = without_notice(self.text, part)
            yield from left
            for start, end in notices:
                self._found("notice", start, end)

    def _title_line(self, place: int, body: str) -> int:
        if not body.startswith("Title:") or self.title or self.prose.stretches or self.prose.open is not None:
            return 0
        self.title = body.removeprefix("Title:").strip()
        return self._block("title", place, place + 1)

    def _unseen(self, place: int, body: str) -> int:
        """What is not shown is left out; a comment may make a claim all the same. Words behind it are prose."""
        if any(mark in body[:8] for mark in COMMENTS) and (last := self.unseen.comment(place, self.html)):
            self.prose.close()
            return self._block("code", place, last)
        if not self.html or "<" not in body[:4] or (found := self.unseen.end_of(place)) is None:
            return 0
        self.prose.close()
        after, size = found
        line = self.lines[after]
        if not body.lstrip()[:7].lower().startswith(("<style", "<script", "<svg")):
            self._found("hidden", self.lines[place].content, line.content + size)
        if line.body[size:].strip():
            behind = line.content + size
            rest = self.text[behind : line.end]
            self.prose.add(Line(behind, line.end, behind, rest, rest))
        return after + 1

    def _caption(self, place: int) -> int:
        if not self.marked or not self.html or (found := captions.caption_at(self.text, self.lines, place)) is None:
            return 0
        self.prose.close()
        last, start, end = found
        words = self.text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            self._found("caption", start, start + len(words.strip()))
        return last

    def _multiline_block(self, place: int, body: str) -> int:
        if (last := multiline_blocks.code(self.lines, place, body, indented=self._may_indent())) or (
            self.marked and (last := multiline_blocks.formula(self.lines, place, body))
        ):
            kind = "code"
        elif last := multiline_blocks.note(self.lines, place, body):
            kind = "note"
            self.notes.append(multiline_blocks.text_of_note(self.text, self.lines[place], self.lines[last - 1]))
        elif last := multiline_blocks.table(self.lines, place, body):
            kind = "table"
        else:
            return 0
        self.prose.close()
        return self._block(kind, place, last)

    def _may_indent(self) -> bool:
        """Whether indented lines are code here: after a blank line, unless a list goes on (CommonMark 4.4).

        Within an element or an admonition they are prose.
        """
        prose = self.prose
        if self.inside:
            return False
        return self.marked and prose.open is None and not (prose.stretches and prose.stretches[-1].item)

    def _heading(self, place: int, body: str) -> int:
        last, words = heading_at(self.lines, place, body, alone=self.prose.open is None)
        if not last:
            return 0
        self.prose.close()
        self.explicit = True
        if not self.title and not self.prose.stretches and is_first_level(self.lines, place, last):
            self.title = words
            return self._block("title", place, last)
        if last == place + 1 and source_lines.is_sourced_heading(self.lines, last):
            self._finding(self.lines[place], words)
            return last
        if last == place + 1 and (glued := glued_prose(words)) >= 0:
            line = self.lines[place]
            start = line.content + max(0, line.body.find(words))
            if glued:
                self._found("heading", line.content, start + glued)
            self._words(start + glued, start + len(words))
            return last
        return self._block("heading", place, last)

    def _finding(self, line: Line, words: str) -> None:
        """A heading that only sources follow is what they are cited for: it is read as prose."""
        start = line.content + max(0, line.body.find(words))
        self._words(start, start + len(words))

    def _rule_or_boilerplate(self, place: int, body: str) -> int:
        if markdown_lines.is_rule(body) or (self.marked and self.html and is_markup(body)):
            self.prose.close()
            return place + 1
        kind = boilerplate.kind_of(body)
        if not kind or (self.prose.open and kind in ("nav", "tag-line") and not self._apart(place)):
            return 0
        self.prose.close()
        if kind == "byline" and not self.byline:
            who, writes = boilerplate.byline_of(body)
            self.byline = who if writes else ""
        return self._block(kind, place, place + 1)

    def _apart(self, place: int) -> bool:
        """Whether the line before does not run on into this one."""
        return place == 0 or self.lines[place - 1].blank or markdown_lines.ends_sentence(self.lines[place - 1].body)
