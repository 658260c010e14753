"""Captions that Markdown writes as such: what `<figcaption>` holds, and words in italics right below a picture.

The bare name of a site, linked to it and alone below a picture, is whose the picture is, and no source of the text.
They say what a picture shows, so they are read like other captions: for what they claim outright (`outside_prose`).
A caption beyond some lines is an article in a figure, and stays prose, as does one that holds a picture of its own
and one that advises or names a dose: nothing to act on hides below a picture.
Source: HTML Standard 4.4.13 (`figcaption`); CommonMark has no captions, and writers set them so [house].
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.reading import boilerplate, markdown_lines
from evidence.reading.markdown_lines import Line

_OPENS = lazily(r"[ \t]*(?:<figure\b[^<>]{0,500}>[ \t]*)?<figcaption\b[^<>]{0,500}>", re.IGNORECASE)
_CLOSES = lazily(r"</figcaption>", re.IGNORECASE)
_BEHIND = lazily(r"[ \t]*(?:</figure>)?[ \t]*", re.IGNORECASE)
_MOST_LINES = 12
_MOST_LETTERS = 1200
"""Lines and letters of a caption [house]."""
_PICTURE = lazily(r"!\[|<img\b", re.IGNORECASE)
_IN_ITALICS = lazily(r"[ \t]*(?:\*(?![*\s])[^*\n]{3,300}(?<!\s)\*|_(?![_\s])[^_\n]{3,300}(?<!\s)_)[ \t]*")

_SITE = lazily(
    r"[ \t]*[*_(]{0,3}\[[*_]{0,2}(?:www\.)?(?P<name>(?:[\w-]{1,60}\.){1,4}[a-z]{2,12})/?[*_]{0,2}\]"
    r"\(https?://(?P<host>[^/()\s]{3,200})[^()\s]{0,1000}\)[*_)]{0,3}[ \t]*",
    re.IGNORECASE,
)
"""The bare name of a site with a link, and nothing else: "[tea.example](https://www.tea.example/mint)"."""
_ADVISES = lazily(
    r"\d\s?(?:mg|mcg|µg|iu|ml)\b|\b(?:should|must|ought)\b|\b(?:safe|unsafe|toxic|dangerous|poison\w*|deadly|addictive)\b"
    r"|(?:^|[.!?](?=\s))\W*(?:avoid|never|always|take|stop|eat|drink|don['’]t|do\s+not)\b",
    re.IGNORECASE,
)

Found = tuple[int, int, int]
"""The place of the line behind a caption, and where its words begin and end in the text."""


def caption_at(text: str, lines: Sequence[Line], place: int) -> Found | None:
    """The caption that begins on the line at `place`, None where none does."""
    found = _figcaption(lines, place) or _below_a_picture(lines, place) or _site_of_a_picture(lines, place)
    return None if found is None or advises(text[found[1] : found[2]]) else found


def advises(words: str) -> bool:
    """Whether a caption says what to do, how much to take, or that something is safe or harmful."""
    return _ADVISES.search(words) is not None


def _figcaption(lines: Sequence[Line], place: int) -> Found | None:
    opened = _OPENS.match(lines[place].body)
    if opened is None:
        return None
    start = lines[place].content + opened.end()
    for last in range(place, min(len(lines), place + _MOST_LINES)):
        body = lines[last].body
        begin = opened.end() if last == place else 0
        if closed := _CLOSES.search(body, begin):
            end = lines[last].content + closed.start()
            alone = _BEHIND.fullmatch(body, closed.end()) and not _PICTURE.search(body, begin, closed.start())
            return (last + 1, start, end) if alone and end - start <= _MOST_LETTERS else None
        if _PICTURE.search(body, begin) or markdown_lines.heading_length(body):
            return None
    return None


def _below_a_picture(lines: Sequence[Line], place: int) -> Found | None:
    line = lines[place]
    if not place or boilerplate.kind_of(lines[place - 1].body) != "caption":
        return None
    if not _PICTURE.search(lines[place - 1].body) or not _IN_ITALICS.fullmatch(line.body):
        return None
    following = lines[place + 1] if place + 1 < len(lines) else None
    return (place + 1, line.content, line.end) if following is None or following.blank else None


def _site_of_a_picture(lines: Sequence[Line], place: int) -> Found | None:
    site = _SITE.fullmatch(lines[place].body) if "](" in lines[place].body else None
    if site is None or not f".{site['host'].lower()}".endswith(f".{site['name'].lower()}"):
        return None
    above = place - 1
    while above > 0 and lines[above].blank:
        above -= 1
    shown = above >= 0 and boilerplate.kind_of(lines[above].body) == "caption" and _PICTURE.search(lines[above].body)
    return (place + 1, lines[place].content, lines[place].end) if shown else None
