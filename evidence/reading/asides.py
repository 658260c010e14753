"""What stands between the sentences of a paragraph and is none of them: pictures, tags of templates, tags of blocks.

A picture or a tag within a sentence stays: what is left of that would be another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.reading import template_tags
from evidence.reading.markdown_lines import Line
from evidence.values import Block

_TARGET = r"\([^()\n]{0,2000}\)"
_PICTURE = lazily(
    rf"\[[ \t]*!\[[^\[\]\n]{{0,500}}\]{_TARGET}[ \t]*\]{_TARGET}"
    rf"|!\[[^\[\]\n]{{0,500}}\]{_TARGET}(?:\{{[^{{}}\n]{{0,200}}\}})?"
    r"|!\[\[[^\[\]\n]{1,300}\]\]|<img\b[^<>]{0,3000}>",
    re.IGNORECASE,
)
"""Of Markdown, linked or with attributes; of Obsidian; of HTML."""
_BLOCKS = lazily(
    r"(?:</?(?:li|p|div|summary|details|dl|dt|dd|tr|ul|ol|table|tbody|thead|section|article|blockquote|figure|figcaption|aside"
    r"|header|footer|h[1-6])\b[^<>]{0,500}>\s*)+",
    re.IGNORECASE,
)
"""Tags of elements that stand on lines of their own in every browser (HTML Standard, 15.3)."""
_ENDED = lazily(r"[.!?…:][\"'”’)\]*_]{0,6}(?:\[\^?[^\[\]]{1,40}\]|<sup>[^<>]{1,40}</sup>|[⁰¹²³⁴-⁹]{1,6})*\Z")
_STOPPED = lazily(r"[.!?…][\"'”’)]{0,3}\Z")
_NEAR = 90
_WIDE = 400
"""Signs looked at on either side, tags included [house]."""
_TAGS = lazily(r"</?[A-Za-z][^<>]{0,300}>")


def blanked(text: str, start: int, masked: str, *, html: bool = True) -> tuple[str, list[Block]]:
    """A paragraph, as long as its text, with blanks for what stands between its sentences, and what that shows."""
    if not any(sign in masked for sign in "[<{"):
        return masked, []
    shown: list[Block] = []
    begin = start
    for first, last, words in sorted(_asides(text, start, start + len(masked), html)):
        if first < begin or not _is_between(masked, first - start, last - start):
            continue
        pieces, place = "", first
        for said in words:
            if said.beside or not _STOPPED.search(text[said.start : said.end]):
                shown.append(Block("caption", said.start, said.end, text[said.start : said.end]))
            else:
                pieces += " " * (said.start - place) + text[said.start : said.end]
                place = said.end
        masked = masked[: first - start] + pieces + " " * (last - place) + masked[last - start :]
        begin = last
    return masked, shown


def _is_between(masked: str, first: int, last: int) -> bool:
    """The same as `is_between` for a place of a paragraph, whatever tags stand beside it."""
    before = _TAGS.sub(" ", masked[max(0, first - _WIDE) : first])
    behind = _TAGS.sub(" ", masked[last : last + _WIDE])
    return is_between(f"{before}{behind}", 0, (len(before), len(before)), len(before) + len(behind))


_VALUE = lazily(r"\{\{-?[^{}\"'\n]{1,200}\}\}")
"""What a template puts in: "{{ notice | markdownify }}"."""


def _asides(text: str, start: int, end: int, html: bool) -> Iterator[tuple[int, int, tuple[template_tags.Said, ...]]]:
    if html:
        yield from _machinery(text, start, end)
    for picture in paced(_PICTURE.finditer(text, start, end)):
        yield *picture.span(), (template_tags.Said(*picture.span(), beside=True),)


def _machinery(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[template_tags.Said, ...]]]:
    for tag in template_tags.tags_in(text, start, end):
        if tag.said:
            yield tag.start, tag.end, tag.said
    for value in paced(_VALUE.finditer(text, start, end)):
        yield *value.span(), ()


def is_between(text: str, begin: int, span: tuple[int, int], end: int) -> bool:
    """Whether a sentence has ended before it, or none has begun, and a new one begins behind it, or none."""
    before = text[max(begin, span[0] - _NEAR) : span[0]].rstrip()
    behind = text[span[1] : min(end, span[1] + _NEAR)].lstrip()
    return (not before or _ENDED.search(before) is not None) and not (
        behind[:1].islower() or behind[:1] in tuple(".,;:)")
    )


def cut(masked: str, *, html: bool = True) -> Iterator[tuple[int, int]]:
    """The parts of a paragraph between the tags of elements that stand on lines of their own."""
    begin = 0
    if html and "<" in masked:
        for found in paced(_BLOCKS.finditer(masked)):
            yield begin, found.start()
            begin = found.end()
    yield begin, len(masked)


def rest_of(text: str, lines: Sequence[Line], place: int, end: int) -> tuple[int, Line | None]:
    """The line that a place of the text lies on, from line `place` on, and what stands there behind it, if anything."""
    while lines[place].end < end:
        place += 1
    line = lines[place]
    rest = text[end : line.end]
    return place, Line(end, line.end, end, rest, rest) if rest.strip() else None
