"""Studies that a short section tells of and links to on a line of its own at its end: "[Read the study](…)".

Source: standards.md A3.2: a section that names its source once covers what stands in it. Cards and summaries of
research tell of one study in a few sentences under a heading, and its link stands below them. Where a second study is
brought in behind the first, nothing is handed back: the link may be that of either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from evidence.claims import study_cues
from evidence.deadline import paced
from evidence.matching import inheritance_cues as cues
from evidence.reading.source_lines import holds_only_sources
from evidence.values import Claim, Document, How, Link, Sentence

REACH = 6
"""Sentences of such a section at most [house]."""
_LABELS = 3
"""Lines without a stop that may stand above the heading of the next card: journal, year, kind of study [house]."""

_QUOTES = "\"“«'‘"
"""What a card quotes from its study brings in no other."""


def linked_below(
    document: Document,
    claims: Sequence[Claim],
    links: Mapping[int, Sequence[Link]],
    works: Collection[str],
    have: Collection[int],
) -> Iterator[Link]:
    """A link for each claim of a section on one study, from where it speaks of the study on.

    `works` are the keys of sources that are no mere pages, `have` the sentences that have links by now.
    """
    breaks = sorted(block.start for block in document.not_prose if block.kind in ("heading", "title"))
    breaks += [sentence.start for sentence in document.sentences if sentence.place == "heading"]
    breaks.sort()
    for line in paced(document.sentences):
        if not line.index or not holds_only_sources(line.text, document.sentences[line.index - 1].text):
            continue
        own = [one for one in links.get(line.index - 1, ()) if one.how is How.LINK and one.key in works]
        told = _told(document, claims, line, breaks) if len({one.key for one in own}) == 1 else ()
        for one in told:
            if claims[one.index].claim and one.index not in have:
                yield Link(one.index, own[0].key, How.COVERED, own[0].mention)


def _told(document: Document, claims: Sequence[Claim], line: Sentence, breaks: Sequence[int]) -> Sequence[Sentence]:
    """The sentences of the section that a line ends, from the first that speaks of a study; () where it is none."""
    part = bisect_left(breaks, line.start)
    sentences = document.sentences
    behind = [one for one in sentences[line.index + 1 : line.index + 2 + _LABELS] if not one.place]
    behind = [one for one in behind if bisect_left(breaks, one.start) == part]
    if not part or len(behind) > _LABELS or any(one.text.rstrip()[-1:] in ".!?:" for one in behind):
        return ()
    first = line.index
    while first and not sentences[first - 1].place and bisect_left(breaks, sentences[first - 1].start) == part:
        first -= 1
        if line.index - first > REACH:
            return ()
    section = sentences[first : line.index]
    speaks = next((place for place, one in enumerate(section) if cues.STUDY.search(one.text)), len(section))
    others = [one for one in section[speaks + 1 :] if study_cues.OTHER_STUDY.search(one.text)]
    brought = sum(bool(claims[one.index].mention) and one.text[:1] not in _QUOTES for one in section)
    return () if others or brought > 1 else section[speaks:]
