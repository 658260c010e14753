"""Paragraphs of prose: their words without tags and notes, and without the sentences of them that are a notice."""

from __future__ import annotations

import re
from typing import NamedTuple

from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import asides, boilerplate, inline_footnotes, property_lines, template_tags
from evidence.reading.markdown_lines import Stretch
from evidence.values import Block

_NAMED_TAG = (
    r"</?(?:p|div|li|ul|ol|td|th|tr|table|tbody|thead|section|article|br|hr|blockquote|figure|figcaption|center|font|cite"
    r"|summary|details|dl|dt|dd|aside|header|footer|h[1-6])\b"
)
_TAG = lazily(_NAMED_TAG + r"[^<>]{0,500}>", re.IGNORECASE)
_WORDLESS_TAG = lazily(
    _NAMED_TAG + r"(?:\s+[\w-]{1,30}=(?:\"[^\"\s]{0,300}\"|'[^'\s]{0,300}')){0,10}\s{0,3}/?>", re.IGNORECASE
)
_SPELT_SPACE = lazily(
    r"&(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|puncsp|NonBreakingSpace|#0{0,4}(?:160|819[2-9]|820[0-2])|#[xX]0{0,4}(?:[aA]0|200[0-9aA]));"
)
_ATTRIBUTES = lazily(r"\{:[^{}\n]{0,300}\}|\{[ \t]?[.#][A-Za-z][\w-]{0,60}(?:[ \t][^{}\n]{0,200})?\}")
"""Classes and addresses for the element: "{: .note}", "{:target='_blank'}" (kramdown), "{.mark}" (Pandoc)."""
_COMMENT = lazily(
    r"%%(?=[^%])(?:[^%]|%(?!%)){1,2000}%%|\{/\*(?:(?!\{/\*|\*/\}).){0,2000}\*/\}|<!--(?!-?>)(?:(?!<!--|--!?>).){0,2000}-->",
    re.DOTALL,
)


class Paragraph(NamedTuple):
    """A paragraph of prose. `masked` is as long as its text; quote marks inside it are blanks."""

    start: int
    end: int
    masked: str


def paragraph_of(text: str, stretch: Stretch, *, html: bool = True) -> Paragraph:
    """The paragraph that a stretch of lines of `text` makes.

    Where tags are shown as they are written (without `html`), they are words like any other.
    """
    parts = []
    first = begin = stretch.spans[0][0]
    for start, end in stretch.spans:
        parts.append(" " * (start - begin))
        parts.append(text[start:end])
        begin = end
    words = inline_footnotes.masked("".join(parts))
    return Paragraph(first, begin, _without_machinery(words) if html else words)


def shown_of(text: str, whole: Paragraph, *, html: bool = True) -> tuple[list[Paragraph], list[Block]]:
    """A paragraph without pictures and tags between its sentences, cut where elements end; and what those show.

    Where tags are shown as they are written (without `html`), only those without words of their own are left out.
    """
    masked, blocks = asides.blanked(text, whole.start, whole.masked, html=html)
    tag = _TAG if html else _WORDLESS_TAG
    parts = [
        Paragraph(whole.start + begin, whole.start + end, tag.sub(_blank, masked[begin:end]))
        for begin, end in asides.cut(masked, html=html)
        if masked[begin:end].strip()
    ]  # with the blanks around them: a mark behind the last stop is one of the paragraph
    return parts, blocks


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _without_machinery(text: str) -> str:
    """A text with blanks for spaces that are spelt, for attributes of kramdown and for tags of templates."""
    if "&" in text:
        text = _SPELT_SPACE.sub(_blank, text)
    if "{" in text:
        text = _ATTRIBUTES.sub(_blank, text)
    return property_lines.without_name(template_tags.masked(text))


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
        if (html or match.group()[0] in "%{") and asides.is_between(text, begin, match.span(), whole.end):
            left += _piece(whole.masked, whole.start, begin - whole.start, match.start() - whole.start)
            comments.append(match.span())
            begin = match.end()
    return left + _piece(whole.masked, whole.start, begin - whole.start, len(whole.masked)), comments


def _piece(masked: str, shift: int, begin: int, end: int) -> list[Paragraph]:
    """The part of a paragraph at `shift` between two places of it; none where it is blank."""
    body = masked[begin:end]
    if not body.strip():
        return []
    begin += shift + len(body) - len(body.lstrip())
    return [Paragraph(begin, begin + len(body.strip()), body.strip())]
