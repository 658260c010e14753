"""Tags of templates and shortcodes in a text: what they are, where they end, and which of their words readers see.

Liquid (Jekyll, Eleventy, Nunjucks, Twig): "{% include figure.html caption="…" %}". Hugo and Quarto: "{{< figure
caption="…" >}}". WordPress: "[gallery ids="1,2"]". A tag may take several lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.reading.markdown_lines import Line

_NO_BLANK_LINE = r"(?!\n[ \t]*\n)"
_LIQUID = rf"\{{%(?:(?!%\}}|\{{%){_NO_BLANK_LINE}[\s\S]){{0,4000}}%\}}"
_HUGO = rf"\{{\{{[<%](?:(?![>%]\}}\}}|\{{\{{[<%]){_NO_BLANK_LINE}[\s\S]){{0,4000}}[>%]\}}\}}"
_REMARK = (
    rf"\{{\{{/\*(?:(?!\*/\}}\}}|\{{\{{/\*){_NO_BLANK_LINE}[\s\S]){{0,4000}}\*/\}}\}}|\{{#\s[^{{}}#\n]{{0,1000}}\s#\}}"
)
_WORDPRESS = (
    r"\[/?(?:caption|gallery|contact-form-\d|embed|audio|video|playlist|wpforms|ninja_forms?|gravityform|mc4wp_form|ez-toc"
    r"|lwptoc|adrotate|one_half|one_third|(?:vc|et|fusion|su|elementor|wp|ultimate|tcb|av)_\w{1,40})\b[^\[\]\n]{0,1000}\](?![(\[])"
)
_VALUE = r"\"[^\"]{0,2000}\"|'[^']{0,2000}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\}"
_COMPONENT = (
    r"<(?!(?:Cite|Citation|Ref|Reference|Footnote|FootnoteRef|Note|Sidenote|SideNote|MarginNote|Link|A)\b)"
    rf"(?-i:[A-Z])[\w.]{{0,60}}(?:\s(?:[^<>\"'{{}}]|{_VALUE}){{0,3000}})?/?>|</(?-i:[A-Z])[\w.]{{0,60}}>"
)
"""Of MDX; those that cite are markers (see `template_keys`), and links have words of their own."""
_TAG = lazily(rf"{_LIQUID}|{_HUGO}|{_REMARK}|{_WORDPRESS}|{_COMPONENT}", re.IGNORECASE)
_REMARKS = {"{{/*": "*/}}", "{{-/*": "*/-}}", "{{!--": "--}}", "{# ": "#}", "{#\n": "#}", "{#-": "#}"}
"""What opens a remark of Hugo, Handlebars or Jinja, which may hold blank lines, and what closes it."""
_OVER_LINES = lazily(
    r"<(?:img|div|section|figure|iframe|video|audio|source|input|button|table|td|th|tr|p|ul|ol|li|h[1-6]|blockquote"
    rf"|details|picture|object|embed|form|center)\s(?:[^<>\"'{{}}]|{_VALUE}){{0,3000}}>",
    re.IGNORECASE,
)
"""A tag of HTML that may be broken over lines."""
_MODULE = lazily(
    r"import\s(?:[\w*,\s$]|\{[\w*,\s$]{0,2000}\}){1,2000}from\s{1,3}[\"'][^\"'\n]{1,300}[\"'];?"
    r"|export\s(?:const|default|let|function|async)\b[^\n]{0,500}[\[{(][ \t]*\n"
    r"(?:[^\n]{0,2000}\n){0,200}?[\])}]{1,4};?[ \t]*(?=\n|\Z)"
)
"""Imports and exports of MDX over several lines."""
_CLOSED_LATER = lazily(
    r"\{%-?\s*(?P<liquid>comment|highlight|javascript|stylesheet|style|schema|mermaid|math|plantuml)\b[^{}%\n]*%\}"
    r"|\{\{[<%]\s*(?P<hugo>highlight|mermaid|chart|math|katex|comment|plantuml)\b[^{}\n]*[>%]\}\}"
)
"""What stands between such a tag and the one that closes it is a remark or code."""
_LONGEST_REMARK = 20_000
"""Letters of a remark [house]."""
_MOST = 2000
"""Lines of such a block [house]."""
_STRING = lazily(
    r"(?:(?P<name>[A-Za-z][\w-]{0,30})\s{0,3}[=:]\s{0,3})?"
    r"(?:\"(?P<double>[^\"]{3,2000})\"|(?<!\w)'(?P<single>(?:[^']|(?<=\w)'(?=\w)){3,2000})')"
)
_WORDED = lazily(r"[\s\S]*?[A-Za-z]{2,}\s+[a-z]{2,}\s+[\s\S]*\S")
_UNSEEN_NAMES = frozenset(
    {
        "class",
        "style",
        "src",
        "url",
        "href",
        "link",
        "id",
        "width",
        "height",
        "sizes",
        "srcset",
        "rel",
        "target",
        "file",
        "path",
    }
)
_SHOWN_BESIDE = frozenset(
    {
        "alt",
        "caption",
        "title",
        "label",
        "credit",
        "attr",
        "attribution",
        "name",
        "header",
        "heading",
        "summary",
        "figcaption",
    }
)
_PICTURES = lazily(
    r"\{[{%][<%-]?-?\s*(?:include(?:_\w+)?\s+[\"']?[\w/-]*(?:figure|fig|image|img|photo|picture|video|youtube|gallery|caption)"
    r"|[\w-]*(?:figure|fig|image|img|photo|picture|video|youtube|vimeo|gallery|caption))",
)


_BLANK_LINE = lazily(r"\n[ \t]*\n")


class Said(NamedTuple):
    """Words of a tag that readers see: their span, and whether they stand beside a picture or above a box."""

    start: int
    end: int
    beside: bool


class Tag(NamedTuple):
    """A tag of a template: its span and what it says to readers. `code` is a whole block of code or a remark."""

    start: int
    end: int
    said: tuple[Said, ...]
    code: bool = False


def tags_in(text: str, start: int, end: int) -> Iterator[Tag]:
    """The tags between two places, in order and apart."""
    if any(sign in text[start:end] for sign in "{[<"):
        for found in paced(_TAG.finditer(text, start, end)):
            yield _tag(text, found.start(), found.end())


def masked(text: str) -> str:
    """A text with blanks for tags that say nothing to readers."""
    for tag in list(tags_in(text, 0, len(text))):
        if not tag.said:
            text = text[: tag.start] + " " * (tag.end - tag.start) + text[tag.end :]
    return text


def opening(text: str, lines: Sequence[Line], place: int, unclosed: set[str]) -> Tag | None:
    """The tag that opens a line and ends on a later one or says something, or the whole block that it opens.

    `unclosed` keeps the names of blocks that were looked through in vain, so that none is again.
    """
    line = lines[place]
    body = line.body
    begin = line.content + len(body) - len(body.lstrip())
    sign = text[begin : begin + 1]
    if sign in "ie" and body.startswith(("import", "export")) and (module := _MODULE.match(text, begin)):
        return Tag(begin, module.end(), ()) if module.end() > line.end else None
    if not sign or sign not in "{<":
        return None
    if block := _CLOSED_LATER.match(text, begin, line.end):
        return _block(lines, place, begin, (block["liquid"] or block["hugo"]).lower(), unclosed)
    found = _TAG.match(text, begin) or _OVER_LINES.match(text, begin)
    if found is None or (_BLANK_LINE.search(text, begin, found.end())):
        return None
    tag = _tag(text, begin, found.end())
    over = tag.end > line.end
    return tag if over or (tag.said and _TAG.match(text, begin)) else None


def remark_at(text: str, lines: Sequence[Line], place: int, unclosed: set[str]) -> int:
    """The line behind a remark that opens a line, to the end of a line: "{% comment %} … {% endcomment %}"; else 0."""
    line = lines[place]
    begin = line.content + len(line.body) - len(line.body.lstrip())
    if block := _CLOSED_LATER.match(text, begin, line.end):
        name = (block["liquid"] or block["hugo"]).lower()
        tag = _block(lines, place, begin, name, unclosed) if name == "comment" else None
        end = tag.end if tag else 0
    else:
        end = _remark(text, begin, unclosed)
    if not end:
        return 0
    last = bisect_left(lines, end, place, key=attrgetter("end"))
    return last + 1 if not text[end : lines[last].end].strip() else 0


def _remark(text: str, begin: int, unclosed: set[str]) -> int:
    """The place behind a remark that begins at a place; 0 where none does, or nothing closes it within reach."""
    opens = next((mark for mark in _REMARKS if mark not in unclosed and text.startswith(mark, begin)), "")
    closes = _REMARKS.get(opens, "")
    found = text.find(closes, begin + len(opens), begin + _LONGEST_REMARK) if opens else -1
    if opens and found < 0:
        unclosed.add(opens)
    return found + len(closes) if found >= 0 else 0


def _block(lines: Sequence[Line], place: int, begin: int, name: str, unclosed: set[str]) -> Tag | None:
    """From the tag that opens a block to the one that closes it; None where none does."""
    if name in unclosed:
        return None
    closes = lazily(rf"\{{%-?\s*end{name}\s*-?%\}}|\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}")
    for line in paced(lines[place : place + _MOST]):
        if found := closes.search(line.text):
            return Tag(begin, line.start + found.end(), (), code=True)
    unclosed.add(name)
    return None


def _tag(text: str, start: int, end: int) -> Tag:
    if end - start < len('{% x "a bc de" %}') or not ('"' in text[start:end] or "'" in text[start:end]):
        return Tag(start, end, ())
    picture = _PICTURES.match(text, start, end) is not None
    said = []
    for found in _STRING.finditer(text, start, end):
        name = (found["name"] or "").lower()
        kind = "double" if found["double"] else "single"
        if name not in _UNSEEN_NAMES and _WORDED.match(found[kind]):
            said.append(Said(*found.span(kind), picture or name in _SHOWN_BESIDE))
    return Tag(start, end, tuple(said))
