"""Emphasis, tags and marks of direction that cut a word in two or turn it round: "**re**duces", "cu{{< shy >}}res".

They show as nothing, or as another face of the same letters; the word is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.patterns import lazily

_INLINE = (
    "b|i|em|strong|span|u|mark|font|small|big|s|a|ins|abbr|kbd|tt|code|cite|var|samp|bdi|dfn|nobr|strike|del|label|time"
)
_BETWEEN = "sup|sub"
"""These may hold the letter of a note behind a word, and cut one only where it goes on behind them."""
_TAG = rf"</?(?:{_INLINE}|wbr)\b(?:\s[^<>]{{0,200}})?/?>"
_UNSEEN = (
    r"<(?:span|i|b|em|small|font)\b[^<>]{0,200}?(?:(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|(?:left|top|text-indent)\s*:\s*-\d{3}"
    r"|class=[\"']?[^\"'<>]{0,80}(?:sr-only|visually-?hidden|screen-reader))[^<>]{0,200}>[^<>]{0,40}</(?:span|i|b|em|small|font)>"
)
"""What a style sets out of sight. Inside a word it hides the word; whole words of it are read like others, for a script
may show them."""
_POINTS = r"(?![^{}\n]{0,30}(?:note|cit|ref|fn|sn|marg|aside|link|source|bib|abbr|tip))"
"""A tag that opens a note or cites is no mere cut."""
_TEMPLATE = (
    rf"\{{\{{{_POINTS}[^{{}}\n]{{0,80}}\}}\}}|\{{%{_POINTS}[^{{}}%\n]{{0,80}}%\}}"
    r"|\{!![^{}\n]{0,80}!!\}|<%[^<>%\n]{0,80}%>|\$\{[^{}\n]{0,40}\}"
    r"|\[/?(?:shy|wbr|zwsp|zwnj|nbsp|soft-?hyphen|word-?break)\s?/?\]"
)
"""Tags of templates and shortcodes: what they make of themselves is not known, so the word is read without them."""
_NOTHING = (
    rf"(?:{_UNSEEN}|{_TEMPLATE}|{_TAG}|<!--[^<>]{{0,200}}-->|<\?[^<>]{{0,200}}\?>|!?\[\]\([^()\s]{{0,200}}\)"
    r"|<img\b(?![^<>]{0,300}\balt\s*=\s*[\"']?[^\"'\s<>])[^<>]{0,300}>)"
)
_IN_WORD = lazily(
    r"(?=[*~=`])(?:"  # quickly past all else
    r"(?<![\w*~=`])(?P<a>\*{1,3}|~{1,2}|==|`)(?P<aw>[^\W\d_]{1,60})(?P=a)(?=[^\W\d_])"
    r"|(?<=[^\W\d_])(?P<b>\*{1,3}|~{1,2}|==|`)(?P<bw>[^\W\d_]{1,60})(?P=b)(?![*~=`]))"
)
_LETTERS = r"[^\W\d_]++"
_TAGGED = lazily(
    rf"(?P<head>(?:{_TAG}){{0,12}})(?<![^\W\d_]){_LETTERS}(?P<cut>(?:{_NOTHING}{{1,12}}{_LETTERS})+)(?P<tail>(?:{_TAG}){{0,12}})",
    re.IGNORECASE,
)
_CUTS = lazily(r"[<\[{$](?<=[^\W\d_][<\[{$])|!\[\]\(")
"""A bracket right behind a letter: what cuts a word begins with one. A quick look before the long ones."""
_RAISED = lazily(
    rf"(?<=[^\W\d_])<(?P<name>{_BETWEEN})>(?P<word>[^\W\d_]{{1,20}})</(?P=name)>(?=[^\W\d_])", re.IGNORECASE
)
_SPANNED = lazily(r"\[(?P<word>[^\W\d_]{1,60})\]\{[^{}\n]{1,80}\}")
"""A part of a word that Pandoc sets in another face: "[cu]{.smallcaps}res"."""
_EACH_TAG = lazily(_TAG, re.IGNORECASE)
_RUN = lazily(rf"{_NOTHING}{{1,12}}(?={_LETTERS})", re.IGNORECASE)
_REVERSED = lazily(
    r"\u202e(?P<sign>[^\u202a-\u202e\n]{1,200})\u202c"
    r"|<bdo\b[^<>]{0,80}\bdir=[\"']?rtl[^<>]{0,80}>(?P<tag>[^<>\n]{1,200})</bdo>",
    re.IGNORECASE,
)
_OTHER_WAY = lazily("[\u0590-\u08ff]")


def marks_in_words(text: str) -> Iterator[tuple[int, int]]:
    """From where to where emphasis and tags cut a word in two, with what they open or close at its edges."""
    if "*" in text or "~" in text or "==" in text or "`" in text:
        for match in paced(_IN_WORD.finditer(text)):
            word = "aw" if match["a"] else "bw"
            yield match.start(), match.start(word)
            yield match.end(word), match.end()
    if "]{" in text:
        yield from _faces_in_words(text)
    if _CUTS.search(text) is None:
        return
    for match in paced(_TAGGED.finditer(text)):
        yield from _tags_of(match)
    for match in paced(_RAISED.finditer(text)):
        yield match.start(), match.start("word")
        yield match.end("word"), match.end()


def _faces_in_words(text: str) -> Iterator[tuple[int, int]]:
    for match in paced(_SPANNED.finditer(text)):
        if text[match.start() - 1 : match.start()].isalpha() or text[match.end() : match.end() + 1].isalpha():
            yield match.start(), match.start("word")
            yield match.end("word"), match.end()


def _tags_of(word: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The tags within a word, and those at its edges that belong to them."""
    yield from (run.span() for run in _RUN.finditer(word.string, *word.span("cut")))
    opened = closed = 0
    for tag in _EACH_TAG.finditer(word["cut"]):
        if tag[0].startswith("</"):
            opened, closed = (opened - 1, closed) if opened else (0, closed + 1)
        elif not tag[0].endswith("/>") and not tag[0].lower().startswith("<wbr"):
            opened += 1
    before = list(_EACH_TAG.finditer(word.string, *word.span("head")))
    yield from (tag.span() for tag in before[len(before) - min(closed, len(before)) :])
    behind = list(_EACH_TAG.finditer(word.string, *word.span("tail")))
    yield from (tag.span() for tag in behind[:opened])


def turned_words(text: str) -> Iterator[tuple[int, int, str]]:
    """From where to where signs or tags turn a text round, and how it shows; Hebrew and Arabic run so by themselves."""
    if "\u202e" not in text and "<bdo" not in text.lower():
        return
    for match in _REVERSED.finditer(text):
        said = match["sign"] or match["tag"]
        if not _OTHER_WAY.search(said):
            yield *match.span(), said[::-1]
