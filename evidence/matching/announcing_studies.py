"""Sentences with sources that announce something, and what stands under them: "The council recommends:".

Source: standards.md A3.2: a list or a quotation stands on the source that its lead-in names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.language.lines import is_block_quoted, line_start
from evidence.language.patterns import lazily
from evidence.matching import inheritance_cues as cues
from evidence.reading.source_lines import holds_only_sources
from evidence.values import Document, Link, Sentence

_FEW_WORDS = 5
_LINE_WORDS = 14
"""A line of more words is a paragraph and no item that lost its bullet [house]."""

_ITEM = lazily(r"[ \t]*+(?:>[ \t]*+)*+(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+$")
_NEXT_ITEM = lazily(r"(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+$")
"""An item that stands as far left as any: it does not belong to the item before it."""

_QUOTED = lazily(r"[ \t]{0,3}>")
_LONGEST_LINE = 4_000
"""Letters of a line that are looked back at for the signs of quotations [house]."""
_QUOTES = lazily(r"[ \t>]+")
_MARKS_AT_END = lazily(
    r"(?:\s*(?:\[[^\[\]]{0,200}\](?:\([^()\s]{0,500}\))?|<[^<>]{0,300}>|\([^()]{0,200}\)|[\d¹²³⁴-⁹,]{1,12}+|[*_”\"’']))*+\s*$"
)
LABEL = lazily(r"[\W_]{0,4}(?:(?:the|for|on|in)\s+)?[\w'’-]{2,20}(?:\s+[\w'’-]{2,20})?[*_]{0,3}:[*_]{0,3}\s?")
"""A word or two above a part of a list: "Good:", "In children:"."""

_SOURCE_LABEL = lazily(
    r"(?:[\W_]|<[^<>]{0,300}>)*(?:sources?|references?|refs?|stud(?:y|ies)|citations?|credits?|via|(?:for\s+)?more(?:\s+\w+)?|read\s+more|see\s+also|links?)[\s*_]{0,3}:[\s*_]{0,3}",
    re.IGNORECASE,
)


@dataclass(eq=False, repr=False)
class Lead:
    """A sentence with sources that announces something: "The council recommends:", "In her book she writes:"."""

    links: Sequence[Link]
    is_item: bool = False
    is_label: bool = False
    """Whether it is no more than such a label itself, with a mark: the next label is of another list."""
    paragraph: int = -1
    marked: bool = False
    quoted: bool = False
    depth: int = 0
    """How many block quotations the announcement itself stands in: what goes on there is not what it announces."""

    def covers(self, document: Document, sentence: Sentence) -> bool:
        """Whether a sentence is an item, a quotation or the paragraph right under the announcement.

        Pages that lost their marks show items and quotations as plain lines: the first of them, and after it lines
        that are too short and open to be paragraphs.
        """
        if self.paragraph < 0 and holds_only_sources(sentence.text, ":"):
            return False  # what was announced is the address, and nothing behind it
        opening = line_before(document.text, sentence.start)
        quoted = _QUOTED.match(opening) is not None and opening.count(">") > self.depth
        if self.quoted and not quoted and sentence.paragraph != self.paragraph:
            return False  # the quotation is over: a list below it is the author's own
        if LABEL.fullmatch(sentence.text):
            self.paragraph = -1  # "Good:" above one part of what is announced
            return not self.is_label
        if self.is_item and _NEXT_ITEM.match(opening):
            return False
        marked = quoted or _ITEM.match(opening) is not None
        if self.paragraph < 0:
            self.paragraph, self.marked, self.quoted = sentence.paragraph, marked, quoted
        if marked or sentence.paragraph == self.paragraph:
            self.paragraph = sentence.paragraph if self.marked else self.paragraph
            return True
        bare = sentence.text.rstrip()
        words = len(bare.split())
        return not self.marked and words <= _LINE_WORDS and (words <= _FEW_WORDS or bare[-1:] not in '.!?:”"')


def ends_with_colon(text: str, whole: str, end: int) -> bool:
    """Whether a sentence ends with a colon, markers and closing marks behind it left out of account."""
    tail = text[-400:]
    marks = _MARKS_AT_END.search(tail)
    bare = tail[: marks.start()] if marks else tail
    if _SOURCE_LABEL.fullmatch(bare):
        return False  # "Source: [Lee 2020](…)" names where something is from and announces nothing
    return (
        bare.rstrip(" *_").endswith(":")
        or tail.rstrip(" *_)]").endswith(":")
        or whole[end : end + 2].lstrip().startswith(":")
    )


def stands_above(whole: str, sentence: Sentence) -> bool:
    """Whether a quotation or a list stands right below a sentence that tells of a study or passes on a word."""
    end = sentence.end
    below = cues.BELOW.match(whole, end)
    if below is None:
        return False
    quoted = is_block_quoted(whole, sentence.start)
    if quoted or below.group().endswith(">"):
        return not quoted
    return cues.COUNTS_UP.search(whole, max(sentence.start, end - 400), end) is not None


def depth_of(text: str, sentence: Sentence) -> int:
    """How many block quotations the line of a sentence stands in."""
    begin = max(line_start(text, sentence.start), sentence.start - _LONGEST_LINE)
    marks = _QUOTES.match(text, begin, sentence.start + 1)
    return marks.group().count(">") if marks else 0


def line_before(text: str, place: int) -> str:
    """What stands before a place on its line, as far as a mark of an item may reach."""
    return text[max(line_start(text, place), place - 80) : place]
