"""What stands below the linked title of a work of research: its abstract, copied there, or a list of what it found.

Source: standards.md A3.2: a list that names its source once, in its lead-in, has it for all its items.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.matching import quoted_passages
from evidence.values import Document, How, Link, Sentence

Reach = tuple[How, Sequence[int], Sequence[tuple[str, str]]]
"""How, places and sources of sentences that share a source."""

_OF_ABSTRACT = lazily(
    r"^\W*(?:abstract|background|objectives?|aims?|purpose|methods?|results?|conclusions?)\W*[:.—–]"
    r"|\b(?:we|authors)\s+(?:\w+ly\s+)?(?:randomi[sz]ed|studied|examined|investigated|compared|gave|followed|enrolled|recruited|assessed|evaluated|measured"
    r"|tested|reviewed|searched|found|included|analy[sz]ed|conducted|aimed|hypothesi[sz]ed|report(?:ed)?|observed|conclude|show|identified|sought|used)\b"
    r"|\b(?:in\s+)?(?:this|the\s+present|the\s+current)\s+(?:study|trial|review|paper|meta-analysis|article)\b"
    r"|\b(?:participants|patients|subjects|volunteers|women|men|mice|rats|children)\s+were\s+(?:\w+ly\s+)?(?:randomi[sz]ed|assigned|given|recruited|enrolled|divided|allocated|treated)\b"
    r"|\bp\s?[<=]\s?0?\.\d|\b95\s?%\s?(?:ci|confidence)",
    re.IGNORECASE,
)
_PART_OF_ABSTRACT = lazily(
    r"\W*(?:background|introduction|objectives?|aims?|purpose|methods?(?:\s+and\s+\w+)?|design|setting|participants|patients|interventions?"
    r"|measurements?|results?|findings|conclusions?|interpretation|significance|discussion)\W*[:.—–]",
    re.IGNORECASE,
)
_ITEM = lazily(r"[ \t]*+(?:>[ \t]*+)*+(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\|)[ \t]+")
_BULLET = r"(?:(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+)"
_BETWEEN_ITEMS = lazily(rf"[\s*_>]*(?:{_BULLET}(?:\*\*)?[^\n.!?]{{3,80}}:(?:\*\*)?\s*\n\s*)?{_BULLET}{{0,2}}[*_]*")
"""Bullets, and an item that only announces those set in below it."""
_NEAR = 140
"""Letters between an item and the one before it: spaces, bullets and what announces the items below [house]."""
_LONGEST_TITLE = 30
"""Linked words beyond these are a sentence and no title [house]."""


def abstracts_below(document: Document, owned: Sequence[Sequence[Link]], breaks: Sequence[int]) -> Iterator[Reach]:
    """An abstract copied under the linked title of its work: the paragraph below, and named parts after it.

    The title has a paragraph to itself, and leads to a work of research: a page that is linked so leads on. What an
    author says below a title in words of their own tells of no "we" that gave, followed or found.
    """
    sentences = document.sentences
    for place, sentence in enumerate(sentences[:-1]):
        links = [link for link in owned[place] if link.how is How.LINK and not link.key.startswith("url:")]
        titled = links and quoted_passages.is_linked_title(sentence.text)
        if not titled or len(links[0].mention.split()) > _LONGEST_TITLE or not _is_alone(sentences, place):
            continue
        part, last, paragraph = bisect_left(breaks, sentence.start), place + 1, sentences[place + 1].paragraph
        while last < len(sentences) and not owned[last] and bisect_left(breaks, sentences[last].start) == part:
            if sentences[last].paragraph != paragraph:
                if not _PART_OF_ABSTRACT.match(sentences[last].text):
                    break
                paragraph = sentences[last].paragraph
            last += 1
        if not any(_OF_ABSTRACT.search(one.text) for one in sentences[place + 1 : last]):
            continue
        yield How.INHERITED, range(place + 1, last), [(link.key, link.mention) for link in links]


def items_below(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[Reach]:
    """The items of a list right below the linked title of a work of research: what a reader noted of it."""
    sentences = document.sentences
    for place, sentence in enumerate(sentences[:-1]):
        links = [link for link in owned[place] if link.how is How.LINK and not link.key.startswith("url:")]
        if not links or not quoted_passages.is_linked_title(sentence.text) or is_item(document, sentence):
            continue
        last, at = place + 1, sentence.end
        while last < len(sentences) and _follows_as_item(document, at, sentences[last]):
            last, at = last + 1, sentences[last].end
        yield How.INHERITED, range(place + 1, last), [(link.key, link.mention) for link in links]


def _follows_as_item(document: Document, end: int, sentence: Sentence) -> bool:
    """Whether a sentence stands in an item of a list, with no blank line but those between items before it."""
    between = document.text[end : min(sentence.start, end + _NEAR)]
    return "\n" not in between or (is_item(document, sentence) and _BETWEEN_ITEMS.fullmatch(between) is not None)


def _is_alone(sentences: Sequence[Sentence], place: int) -> bool:
    """Whether a sentence has a paragraph to itself, and another one stands below it that is no further title."""
    paragraph = sentences[place].paragraph
    near = (*sentences[max(0, place - 1) : place], sentences[place + 1])
    return all(one.paragraph != paragraph for one in near) and not quoted_passages.is_linked_title(near[-1].text)


def is_item(document: Document, sentence: Sentence) -> bool:
    """Whether the line of a sentence opens with a bullet, a number or a letter."""
    return _ITEM.match(document.text, line_start(document.text, sentence.start)) is not None
