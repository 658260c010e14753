"""Studies told of before they are presented: "Naps help, a new study found. … The study, [published in Sleep](…)".

Source: standards.md A3.2 (a resolved name): the sentence that presents "the study" says which one was meant before.
Only a study that was brought in without a source, a few sentences earlier and with none between, can be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from evidence.language.patterns import lazily
from evidence.matching.inheritance_cues import speaks_of_others
from evidence.values import Claim, Document, How, Link

REACH = 3
"""Sentences before the one that presents a study in which it may have been brought in [house]."""

_KIND = r"(?:study|trial|paper|research|review|report|meta-analysis|analysis|survey|experiment)"
_PRESENTS = lazily(
    rf"\W*(?:the|this)\s+(?:(?:new|recent|small|large|full|original|same|whole|actual|clinical|pilot|[a-z]+-[a-z]+)\s+){{0,2}}\[?(?:{_KIND}|findings|results|work)\b"
    r"(?:,?\s?[\[(<]|\]\(|[^.;\[(<]{0,60}?(?:\bpublished\b|\bappear(?:s|ed)\b|\b(?:led|done|made|conducted|run|carried\s+out)\s+(?:by|at|in)\b|\b(?:comes?|came)\s+from\b)"
    r"|\s+(?:is|can\s+be)\s+(?:(?:found|read|seen|available|free|online)\s+){0,2}\[?here\b)",
    re.IGNORECASE,
)
_BRINGS_IN = lazily(rf"\b(?:a|an|one|new|recent|latest)\s+(?:[\w'’-]+\s+){{0,3}}?{_KIND}\b", re.IGNORECASE)
_AT_LARGE = lazily(r"(?:new|recent|latest)\s+research$", re.IGNORECASE)
_BY_FORM = frozenset({How.LINK, How.NOTE, How.MARKER})


def presented(
    document: Document, claims: Sequence[Claim], owned: Sequence[Sequence[Link]]
) -> Iterator[tuple[int, str, str]]:
    """Place, words and key wherever a study is told of that a later sentence presents with its source."""
    sentences = document.sentences
    breaks = sorted(block.start for block in document.not_prose if block.kind in ("heading", "title", "reference-list"))
    for place, sentence in enumerate(sentences):
        links = [link for link in owned[place] if link.how in _BY_FORM]
        if not links or sentence.place or not _PRESENTS.match(sentence.text):
            continue
        for before in range(place - 1, max(-1, place - 1 - REACH), -1):
            earlier = sentences[before]
            apart = bisect_left(breaks, earlier.start) != bisect_left(breaks, sentence.start)
            if owned[before] or earlier.place or apart or sentence.paragraph - earlier.paragraph > 1:
                break
            if (words := _brings_in(earlier.text, claims[before])) is not None:
                yield before, words, links[0].key
                break


def _brings_in(text: str, claim: Claim) -> str | None:
    """The words that bring in a single study, None where none do."""
    if claim.mention:
        return claim.mention
    found = _BRINGS_IN.search(text)
    if found is None or (speaks_of_others(text) and not _AT_LARGE.match(found.group())):
        return None
    return found.group()
