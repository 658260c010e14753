"""Paragraphs of prose: their words without tags and notes, and without the sentences of them that are a notice."""

from __future__ import annotations

import re
from typing import NamedTuple

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import boilerplate, inline_footnotes
from evidence.reading.markdown_lines import Stretch
from evidence.reading.markup_lines import is_markup

_TAG = lazily(
    r"</?(?:p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|thead|tbody|section|article|br|hr|blockquote|figure|figcaption|center|font)\b[^<>]{0,500}>",
    re.IGNORECASE,
)


_SPELT_SPACE = lazily(
    r"&(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|puncsp|NonBreakingSpace|#0{0,4}(?:160|819[2-9]|820[0-2])|#[xX]0{0,4}(?:[aA]0|200[0-9aA]));"
)
_ATTRIBUTES = lazily(r"\{:[^{}\n]{0,300}\}")
"""Classes and addresses for the element beside them: "{: .note}", "[link](…){:target='_blank'}" (kramdown)."""
_TEMPLATE = lazily(r"\{%[^{}\n]{0,300}%\}|\{\{[<%][^{}\n]{0,300}[>%]\}\}")

_COMMENT = lazily(
    r"%%(?=[^%])(?:[^%]|%(?!%)){1,2000}%%|\{/\*(?:(?!\{/\*|\*/\}).){0,2000}\*/\}|<!--(?!-?>)(?:(?!<!--|--!?>).){0,2000}-->",
    re.DOTALL,
)
_ENDED = lazily(r"[.!?…][\"'”’)\]*_]{0,6}\Z")
_NEAR = 40


class Paragraph(NamedTuple):
    """A paragraph of prose. `masked` is as long as its text; quote marks inside it are blanks."""

    start: int
    end: int
    masked: str


def paragraph_of(text: str, stretch: Stretch) -> Paragraph:
    """The paragraph that a stretch of lines of `text` makes."""
    parts = []
    first = begin = stretch.spans[0][0]
    for start, end in stretch.spans:
        parts.append(" " * (start - begin))
        parts.append(text[start:end])
        begin = end
    masked = _TAG.sub(_blank, inline_footnotes.masked("".join(parts)))
    return Paragraph(first, begin, _without_machinery(masked))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _without_machinery(text: str) -> str:
    """A text with blanks for spaces that are spelt, for attributes of kramdown and for tags of templates."""
    if "&" in text:
        text = _SPELT_SPACE.sub(_blank, text)
    if "{" not in text:
        return text
    text = _ATTRIBUTES.sub(_blank, text)
    return _TEMPLATE.sub(lambda match: _blank(match) if is_markup(match.group()) else match.group(), text)


def without_notice(text: str, whole: Paragraph) -> tuple[list[Paragraph], list[tuple[int, int]]]:
    """What is left of a paragraph where sentences of it are an advice notice, and where in the text the notice is."""
    found = boilerplate.notices_in(text[whole.start : whole.end])
    if not found:
        return [whole], []
    left: list[Paragraph] = []
    notices: list[tuple[int, int]] = []
    said, noticed = False, False  # what the sentence before was
    for start, end in split(whole.masked, whole.start):
        inside = any(begin + whole.start < end and start < stop + whole.start for begin, stop in found)
        if inside:
            notices.append((notices.pop()[0] if noticed else start, end))
        else:
            begin = left.pop().start if said else start
            left.append(Paragraph(begin, end, whole.masked[begin - whole.start : end - whole.start]))
        said, noticed = not inside, inside
    return left, notices


def without_comments(text: str, whole: Paragraph, html: bool) -> tuple[list[Paragraph], list[tuple[int, int]]]:
    """What is left of a paragraph without the comments that stand between its sentences, and where these are.

    Comments are "%% … %%" of Obsidian, "{/* … */}" of MDX and, where tags are followed (`html`), "<!-- … -->".
    One within a sentence stays: what is left of that would be another sentence.
    """
    if not any(mark in whole.masked for mark in ("%%", "{/*", "<!--")):
        return [whole], []
    left: list[Paragraph] = []
    comments: list[tuple[int, int]] = []
    begin = whole.start
    for match in _COMMENT.finditer(text, whole.start, whole.end):
        if (html or match.group()[0] in "%{") and _is_between(text, begin, match.span(), whole.end):
            left += _piece(whole, begin, match.start())
            comments.append(match.span())
            begin = match.end()
    return left + _piece(whole, begin, whole.end), comments


def _is_between(text: str, begin: int, span: tuple[int, int], end: int) -> bool:
    """Whether a sentence has ended before it, or none has begun, and a new one begins behind it, or none."""
    before = text[max(begin, span[0] - _NEAR) : span[0]].rstrip()
    behind = text[span[1] : min(end, span[1] + _NEAR)].lstrip()
    return (not before or _ENDED.search(before) is not None) and not (
        behind[:1].islower() or behind[:1] in tuple(".,;:)")
    )


def _piece(whole: Paragraph, begin: int, end: int) -> list[Paragraph]:
    masked = whole.masked[begin - whole.start : end - whole.start]
    if not masked.strip():
        return []
    begin += len(masked) - len(masked.lstrip())
    return [Paragraph(begin, begin + len(masked.strip()), masked.strip())]
