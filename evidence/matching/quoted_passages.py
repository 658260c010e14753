"""Passages quoted from a work that is named once: behind the closing mark, above the quotation or below it.

What an author quotes is cited as a whole. "“One. Two.” [3]" rests on the work for both sentences; a block quotation
rests on the work whose linked title opens it, or on the one that its last line, the attribution, leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from evidence.language.lines import is_block_quoted, line_start
from evidence.language.patterns import lazily
from evidence.matching import cited_blocks
from evidence.matching.announced_quotations import announced
from evidence.reading.source_lines import holds_only_sources
from evidence.values import Document, How, Link, Sentence

_CLOSED = lazily(r"[”»\"][.,]?[*_]{0,2}\s?$")
_ATTRIBUTES = lazily(r"(?:</?\w{1,10}>|\W){0,4}(?:[—–―~]|--|-\s|&mdash;|sources?\s?:|from\s?:|via\s?:)", re.IGNORECASE)
_LINKED = lazily(r"\[([^\[\]]{1,600})\]\([^()\s]{1,1000}\)|<a\b[^<>]{0,2000}>(.{1,800}?)</a>")
_ALL = lazily(
    r"\W{0,3}(?:(?:in|across|from)\s)?(?:(?:all|both|each)(?:\sof)?(?:\s(?:the|these|those|two|three|four|five|\d{1,2})){0,2}|these|those"
    r"|the\sabove)\s(?:studies|trials|papers|reviews|articles|study)\b",
    re.IGNORECASE,
)
_LONGEST = 3000
"""Letters of a quotation that is followed [house]."""

_MOST = 40
"""Sentences of a quotation that is followed [house]."""

_BLANK = lazily(r"\n[ \t]*\r?\n")
_LINK_FIRST = lazily(r"[*_]{0,3}(?:\[[^\[\]]{20,600}\]\(|<a\b)")
_ATTRIBUTION = 25
"""Words of a line that names whom a quotation is from [house]."""

_TITLE = 4
"""A title of fewer words may be any word that is linked [house]."""


def quoted(document: Document, owned: Sequence[Sequence[Link]]) -> Mapping[int, tuple[Link, ...]]:
    """By the index of a sentence without links of its own: those of the quotation that it is part of."""
    found: dict[int, tuple[Link, ...]] = {}
    found.update(announced(document, owned))
    found.update(_all_listed(document, owned))
    for first, last, source in (
        *_between_marks(document, owned),
        *_in_blocks(document, owned),
        *cited_blocks.cited(document, owned),
    ):
        for place in range(first, last):
            if place != source and not owned[place] and place not in found:
                index = document.sentences[place].index
                how = How.COVERED if place < source else How.INHERITED
                found[index] = tuple(Link(index, link.key, how, link.mention) for link in owned[source])
    return found


def _all_listed(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, tuple[Link, ...]]]:
    """Sentences on "all these studies" right below a list of linked titles: the works of all of them."""
    for place, sentence in enumerate(document.sentences):
        if owned[place] or sentence.place or not _ALL.match(sentence.text):
            continue
        listed = list(_listed(document, owned, place))
        if len(listed) > 1:
            links = {link.key: link for at in reversed(listed) for link in owned[at]}
            told = tuple(Link(sentence.index, link.key, How.INHERITED, link.mention) for link in links.values())
            yield sentence.index, told


def _listed(document: Document, owned: Sequence[Sequence[Link]], place: int) -> Iterator[int]:
    """The places of the linked titles in the paragraphs right before a sentence, from the last to the first."""
    sentences = document.sentences
    at = place - 1
    while at >= 0 and sentences[at].text.strip() in ("&nbsp;", "&#160;", "<br>", "<br />"):
        at -= 1
    if at >= 0 and sentences[at].paragraph == sentences[place].paragraph:
        return
    for _ in range(_MOST):
        while at > 0 and sentences[at - 1].paragraph == sentences[at].paragraph:
            at -= 1
        if at < 0 or not (owned[at] and _LINK_FIRST.match(sentences[at].text)):
            return
        yield at
        at -= 1


def _between_marks(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, int, int]]:
    """Quotations in quotation marks with a marker right behind: the places from, up to, and of the source."""
    for place, sentence in enumerate(document.sentences):
        links = [link for link in owned[place] if link.how in (How.MARKER, How.NOTE)]
        if not links or not any(mark in sentence.text for mark in '”»"'):
            continue
        before, _, _ = sentence.text.partition(links[0].mention)
        if not links[0].mention or not (_CLOSED.search(before) or sentence.text.rstrip("*_ .")[-1:] in '”»"'):
            continue
        first = _opened(document, place)
        if first < place:
            yield first, place + 1, place


def _opened(document: Document, place: int) -> int:
    """The sentence that opens the quotation which ends in another one of its paragraph; `place` where none does."""
    end = document.sentences[place]
    opened, closed = ("«", "»") if "»" in end.text else ("“", "”") if "”" in end.text else ('"', '"')
    if end.text.count(closed) % 2 == 0 if opened == closed else end.text.count(opened) >= end.text.count(closed):
        return place  # it opens and closes in one sentence
    for at in range(place - 1, max(-1, place - _MOST), -1):
        sentence = document.sentences[at]
        if sentence.paragraph != end.paragraph or sentence.place or end.start - sentence.start > _LONGEST:
            return place
        if opened in sentence.text:
            return at if sentence.text.lstrip(" *_>(")[:1] == opened else place if opened != closed else at
    return place


def _in_blocks(document: Document, owned: Sequence[Sequence[Link]]) -> Iterator[tuple[int, int, int]]:
    """Block quotations below the linked title of a work or above their attribution."""
    sentences = document.sentences
    place = 0
    while place < len(sentences):
        last = place
        while last < len(sentences) and last - place < _MOST and _is_quoted(document, sentences, last, place):
            last += 1
        if last > place and last < len(sentences) and owned[last] and _names_the_quoted(document, sentences[last]):
            yield place, last, last
        elif last - place > 1:
            yield from _of_block(document, owned, place, last)
        place = max(last, place + 1)


def _of_block(
    document: Document, owned: Sequence[Sequence[Link]], first: int, last: int
) -> Iterator[tuple[int, int, int]]:
    titles = [place for place in range(first, last) if owned[place] and is_linked_title(document.sentences[place].text)]
    end = document.sentences[last - 1]
    if owned[last - 1] and (_ATTRIBUTES.match(end.text) or _attributes(document, end)):
        yield first, last, last - 1
    elif owned[last - 1] and not any(link.mention in end.text for link in owned[last - 1]):
        yield first, last, last - 1  # its source stands on a line below the quotation
    elif not owned[last - 1] and holds_only_sources(end.text, document.sentences[last - 2].text):
        yield first, last - 1, last - 2  # the sentence before it has its links
    elif titles and titles[0] == first:
        for place, after in zip(titles, [*titles[1:], last], strict=True):
            yield place, after, place
    elif titles == [last - 1]:
        yield first, last, last - 1


def _names_the_quoted(document: Document, sentence: Sentence) -> bool:
    """Whether a short line right below a quotation says whose words it holds: "— [Lee](address)"."""
    bare = len(_LINKED.sub(r"\1\2", sentence.text).split())
    return bare <= _ATTRIBUTION and bool(_ATTRIBUTES.match(sentence.text) or _attributes(document, sentence))


def is_linked_title(text: str) -> bool:
    """Whether a sentence is the linked title of a work and nothing else."""
    link = _LINKED.search(text)
    words = (link[1] or link[2]) if link else ""
    return link is not None and len(words.split()) >= _TITLE and len(text) - len(link.group()) <= 12


def _attributes(document: Document, sentence: Sentence) -> bool:
    return _ATTRIBUTES.match(document.text[max(0, sentence.start - 3) : sentence.start].strip() or " ") is not None


def _is_quoted(document: Document, sentences: Sequence[Sentence], place: int, first: int) -> bool:
    """Whether a sentence stands in a block quotation: in the one of the sentence `first`, where that is another."""
    text, start = document.text, sentences[place].start
    if not is_block_quoted(text, start):
        return False
    return place == first or not _BLANK.search(text[sentences[place - 1].end : line_start(text, start)])
