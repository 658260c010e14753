"""What a walk over the lines of a text keeps, and the lines that tools leave there: tags, boxes, properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from evidence.reading import asides, boilerplate, box_titles, markdown_lines, property_lines, template_tags
from evidence.reading.markdown_lines import Line
from evidence.reading.prose_lines import ProseLines
from evidence.values import Block


@dataclass(slots=True, eq=False, repr=False)
class KeptLines:
    """The lines of a text and what was found on them so far.

    `marked` says that the text is Markdown, `explicit` that its headings carry marks, `html` that tags are followed. A
    method that takes a place returns the place of the line behind what it found there, or 0 where it found nothing.
    """

    text: str
    lines: Sequence[Line]
    marked: bool
    prose: ProseLines
    explicit: bool
    html: bool
    blocks: list[Block] = field(default_factory=list)
    notes: list[tuple[str, int, int]] = field(default_factory=list)
    title: str = ""
    byline: str = ""
    inside: str = ""
    box: str = ""
    unclosed: set[str] = field(default_factory=set)

    def _tag(self, place: int) -> int:
        """A template's tag over several lines, or one that says something; words behind it are prose."""
        if not self.marked or not self.html:
            return 0  # what is shown as it is written is prose
        if (behind := template_tags.remark_at(self.text, self.lines, place, self.unclosed)) > place + 1:
            self.prose.close()
            return self._block("code", place, behind)
        if (tag := template_tags.opening(self.text, self.lines, place, self.unclosed)) is None:
            return 0
        self.prose.close()
        if tag.code:
            self._found("code", tag.start, tag.end)
        for said in tag.said:
            if said.beside:
                self._found("caption", said.start, said.end)
            else:
                self._words(said.start, said.end)
        last, rest = asides.rest_of(self.text, self.lines, place, tag.end)
        if rest:
            self.prose.add(rest)
        elif last > place and self.text.startswith("<", tag.start) and not self.text.startswith("/", tag.end - 2):
            self.inside = "own"
        return last + 1

    def _box(self, place: int, body: str) -> int:
        """The line that opens a box, or closes one between fences: its title stands above its words."""
        if self.box and body.strip() == self.box:
            self.box = ""
            self.prose.close()
            return place + 1
        marked = self.marked and self.html  # what is shown as it is written is prose
        fence = box_titles.fence_of(body) if marked else ""
        title = box_titles.title_in(body) if marked else None
        if not fence and not title:
            return 0
        self.prose.close()
        if title:
            start = self.lines[place].content + title[0]
            end = self.lines[place].content + title[1]
            if markdown_lines.ends_sentence(body[slice(*title)]):
                self._words(start, end)
            else:
                self._found("heading", start, end)
        last = place + 1
        if fence:
            self.box = fence
            while last < len(self.lines) and box_titles.is_option(self.lines[last].body):
                last += 1
        return last

    def _property(self, place: int, body: str) -> int:
        """What describes the page or a part of it. Nobody may hide a claim there: it is asked for as in code."""
        if not self.html:
            return 0  # what is shown as it is written is prose
        if self.marked and (last := property_lines.block_at(self.lines, place)):
            self.prose.close()
            return self._block("code", place, last)
        if self.marked and property_lines.is_property(body):
            self.prose.close()
            return self._block("code", place, place + 1)
        kind, words = property_lines.told_at(body)
        if kind:
            self.prose.close()
            self.title = self.title or (body[words:].strip() if kind == "title" else "")
            self._found(kind, self.lines[place].content + words, self.lines[place].end)
            return place + 1
        begins = not self.prose.stretches and self.prose.open is None
        if not begins or not (last := property_lines.fields_at(self.lines, place)):
            return 0
        for line in self.lines[place:last]:
            who, writes = boilerplate.byline_of(line.body)
            self.byline = self.byline or (who if writes else "")
        return self._block("tag-line", place, last)

    def _words(self, start: int, end: int) -> None:
        """Takes some words for a paragraph of their own."""
        self.prose.close()
        kept = self.text[start:end]
        self.prose.add(Line(start, end, start, kept, kept))
        self.prose.close()

    def _block(self, kind: str, first: int, last: int) -> int:
        """Adds the lines from `first` up to `last` as a block."""
        if first < last:
            self._found(kind, self.lines[first].content, self.lines[last - 1].end)
        return last

    def _found(self, kind: str, start: int, end: int) -> None:
        self.blocks.append(Block(kind, start, end, self.text[start:end]))
