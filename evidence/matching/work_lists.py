"""Works listed right below the passage that they bear out: "Naps help memory." and under it "* [Naps and recall](…)".

Source: standards.md A3.2 (forward): marks at the end of a passage cover up to three sentences before them; a list names
its sources once. The lines themselves are titles and claim nothing. What is linked so has to be research: pages to read
on, links that are sentences of the author and links that an author lists by what they say to "you" are no such list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from evidence.language.lines import line_start
from evidence.language.patterns import lazily
from evidence.matching.coverage import MANY, takes_up
from evidence.references.identifiers import article_key, work_key
from evidence.values import Claim, Document, How, Link, Sentence, Wording

REACH = 3
"""Sentences above the list that it covers (A3.2)."""

_MOST = 30
"""Titles of a list that are looked at [house]."""

_FEWEST = 4
"""A title of fewer words may be any word that is linked [house]."""

_LONGEST = 3000

_ADDRESS = r"\(\s?<?(?P<url>https?://[^\s()<>]{1,2000}(?:\([^\s()<>]{1,200}\)[^\s()<>]{0,1000}){0,3})>?(?:\s[\"'][^\"'\n]{0,200}[\"'])?\s?\)"
_LINE = lazily(
    rf"(?P<before>[^\[\]<>]{{0,160}})\[(?P<label>(?:[^\[\]]|\[[^\[\]]{{0,80}}\]){{1,600}})\]{_ADDRESS}(?P<after>[^\[\]]{{0,120}})",
    re.DOTALL,
)
_BARE = lazily(r"[\W_]{0,4}<?(?P<bare>https?://\S{8,2000}?)>?[\W_]{0,3}")
_NAMES = lazily(
    r"(?:\W|\d|\b(?:[A-ZÀ-ÖØ-Þ]\w*|et|al|and|in|by|the|of|for|from|de|van|von|p?m?id|doi|pp?|vol|n|open|access|free|full|text|pdf|abstract|study|studies|review|trial|meta-analysis|analysis|article|paper|citations?|published)\b)*"
)
"""What may stand beside a title on its line: who wrote it, when, where, of what kind."""

_SPOKEN = lazily(
    r"\b(?:you|your|yourself|my|me|our)\b|(?<![\w-])(?:i|we)(?:['’]\w{1,3})?\s+(?:am|are|was|were|have|had|do|did|can|take|took|think|use|used|need|like|love|know|eat)\b|^[\W_]*(?:read|see|learn|click|watch|download|visit)\b",
    re.IGNORECASE,
)
_LEADS_ON = lazily(
    r"\b(?:(?:further|more|additional|related|recommended|suggested|other|similar|interesting)\s+(?:\w+\s+)?(?:reading|resources?|links?|articles?|posts?|information|info|papers?|stuff|pages?)"
    r"|(?:read|learn|see|find\s+out)\s+(?:more|also|on)|see\s+also|also\s+(?:read|see)|resources|recommend\w*|check\s+out)\b",
    re.IGNORECASE,
)
"""What sends the reader on, above a list that bears out nothing."""

_ITEM = lazily(r"[ \t]*+(?:>[ \t]*+)*+(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)])[ \t]+")
_QUOTED_OR_ATTRIBUTED = lazily(r"[ \t]*+(?:>|<blockquote|—|―|--)", re.IGNORECASE)
"""What is quoted names its work as quotations do: see `quoted_passages`."""

_BREAKS = ("heading", "title", "reference-list")


class _Title(NamedTuple):
    """A paragraph or item that is a title: places of its sentences, its form, and what its link leads to."""

    places: range
    start: int
    item: bool
    research: bool
    titled: bool
    spoken: bool


def listed_titles(document: Document) -> frozenset[int]:
    """The places of sentences that are nothing but the linked title of research in a list or below a passage."""
    return frozenset(place for run in _lists(document) for title in run for place in title.places)


def without_titles(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without the titles of works: a title says what was studied, and nothing that the author claims."""
    titles = listed_titles(document)
    return tuple(
        Claim(claim.sentence, False, (), Wording.NONE) if claim.claim and place in titles else claim
        for place, claim in enumerate(claims)
    )


def below_passages(
    document: Document, owned: Sequence[Sequence[Link]]
) -> Iterator[tuple[How, Sequence[int], Sequence[tuple[str, str]]]]:
    """Each passage right above a list of works: how it is tied, its places, keys and words of the works."""
    sentences = document.sentences
    breaks = sorted(block.start for block in document.not_prose if block.kind in _BREAKS)
    for run in _lists(document):
        first, last = run[0].places.start, run[-1].places.stop
        links = list({link.key: link.mention for at in range(first, last) for link in owned[at]}.items())
        below = run[0].item or (run[0].titled and _closes(document, breaks, last))
        if not first or not links or not below:
            continue
        top = _top(sentences, owned, first, many=len(links) >= MANY)
        same_part = bisect_left(breaks, sentences[top].start) == bisect_left(breaks, sentences[first].start)
        if top < first and same_part and not _LEADS_ON.search(sentences[first - 1].text):
            yield How.COVERED, range(top, first), links


def _top(sentences: Sequence[Sentence], owned: Sequence[Sequence[Link]], first: int, *, many: bool) -> int:
    """The first sentence of the passage above a list: one work covers what goes on about the same thing, many all."""
    top, paragraph = first, sentences[first - 1].paragraph
    while top and first - top < REACH:
        before = sentences[top - 1]
        apart = before.paragraph != paragraph or bool(before.place) or bool(owned[top - 1])
        if apart or (top < first and not many and not takes_up(before.text, sentences[top].text)):
            break
        top -= 1
    return top


def _closes(document: Document, breaks: Sequence[int], last: int) -> bool:
    """Whether a section ends behind the sentence before `last`: what follows might be told of the title else."""
    sentences = document.sentences
    if last >= len(sentences):
        return True
    return bisect_left(breaks, sentences[last].start) != bisect_left(breaks, sentences[last - 1].start)


def _lists(document: Document) -> Iterator[Sequence[_Title]]:
    """Lines that hold nothing but linked titles, at least half of them of research, as far as they stand together."""
    breaks = sorted(block.start for block in document.not_prose if block.kind in _BREAKS)
    run: list[_Title] = []
    for title in _titles(document):
        apart = bool(run) and (
            title.places.start != run[-1].places.stop
            or bisect_left(breaks, title.start) != bisect_left(breaks, run[-1].start)
        )
        if apart:
            if _is_list(run):
                yield run
            run = []
        run.append(title)
    if run and _is_list(run):
        yield run


def _is_list(run: Sequence[_Title]) -> bool:
    return 2 * sum(title.research for title in run) >= len(run) and not any(title.spoken for title in run)


def _titles(document: Document) -> Iterator[_Title]:
    """Every paragraph or item that is the linked title of a page or work, or an address alone."""
    if "http" not in document.text:
        return
    place = 0
    for _, group in groupby(document.sentences, key=lambda one: one.paragraph):
        lines = list(group)
        places = range(place, place + len(lines))
        place = places.stop
        start = lines[0].start
        text = document.text[start : min(lines[-1].end, start + _LONGEST)]
        if lines[0].place or "http" not in text:
            continue
        url, label = _only_link(text.strip())
        item = _ITEM.match(document.text, line_start(document.text, start)) is not None
        if len(lines) > 1 and not item:
            continue  # sentences of the author that are linked as a whole
        if url and not _QUOTED_OR_ATTRIBUTED.match(document.text, line_start(document.text, start)):
            yield _Title(
                places,
                start,
                item=item,
                titled=bool(label),
                research=bool(work_key(url) or article_key(url)),
                spoken=_SPOKEN.search(label) is not None,
            )


def _only_link(text: str) -> tuple[str, str]:
    """Address and title of the work that a line holds and nothing else; no title where the address is all; "" twice."""
    if bare := _BARE.fullmatch(text):
        return bare["bare"], ""
    line = _LINE.fullmatch(text)
    if line is None:
        return "", ""
    label = line["label"].strip(" *_\"“”'‘’")
    if label.startswith("http"):
        return line["url"], ""
    titled = len(label.split()) >= _FEWEST and (label[0].isupper() or label[0].isdigit())
    sentence = line["after"].strip("*_ )") in (".", "!") and not line["before"].strip("*_ (")
    named = _NAMES.fullmatch(line["before"]) and _NAMES.fullmatch(line["after"])
    return (line["url"], label) if titled and named and not sentence else ("", "")
