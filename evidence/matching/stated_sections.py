"""Sections that say in a sentence what they are drawn from: "This section is based on [the review](…)."

Source: standards.md A3.2: a section that names its source once covers its sentences. Said at the head of a section or
with "this section", it covers all up to the next heading; said of what stands above, all from the last one. A line that
names a source below a passage and does not say for how much has its paragraph or list. A sentence on a whole page
covers nothing: a page has to cite where its claims are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from evidence.language.patterns import Cue, lazily
from evidence.matching.linked_titles import Reach, is_item
from evidence.values import Document, How, Link, Sentence

_WHAT = (
    r"(?:information|facts?|figures|numbers|data|statistics|details|text|summary|advice|tips|guidance|guidelines|recommendations|definitions?|descriptions?"
    r"|points|steps|material|content|notes?|list|tables?|paragraphs?|passages?|explanations?|overview)"
)
_HERE = r"(?:below|above|here|that\s+follows?|following|in\s+this\s+(?:section|part|chapter|list|table))"
_DRAWN = (
    r"(?:(?:\w+ly|all|mostly|mainly)\s+){0,2}(?:based\s+(?:up)?on|drawn\s+from|taken\s+from|adapted\s+from|summari[sz]ed\s+from|compiled\s+from|sourced\s+from"
    r"|paraphrased\s+from|condensed\s+from|excerpted\s+from|reproduced\s+from|borrowed\s+from|from|an?\s+(?:\w+\s+)?summary\s+of)\b"
)
_IS = r"(?:is|are|was|were|has\s+been|have\s+been|comes?|came)\s+"
_STATES = Cue(
    rf"^[\W_]*(?:(?:(?:all|most|much|some)\s+(?:of\s+)?)?(?:the\s+)?{_WHAT}\s+{_HERE}\s+{_IS}{_DRAWN}"
    rf"|(?P<whole>this\s+(?:whole\s+|entire\s+)?(?:section|part|chapter|list|table))\s+(?:{_IS}{_DRAWN}|draws\s+(?:\w+\s+){{0,2}}?(?:up)?on\b|summari[sz]es\b)"
    rf"|(?P<ahead>(?:what|everything\s+that)\s+follows|the\s+(?:following|next)(?:\s+(?:section|part|{_WHAT}))?)\s+{_IS}{_DRAWN}"
    rf"|(?P<back>the\s+(?:above|preceding|previous|foregoing)(?:\s+(?:section|part|{_WHAT}))?)\s+{_IS}{_DRAWN})",
)
_LABEL = lazily(
    rf"[\W_]*(?:(?P<top>sources?|reference)[\W_]*:|(?:adapted|taken|excerpted|summari[sz]ed|condensed|paraphrased|drawn|compiled|sourced)\s+from\b|based\s+on\b|{_WHAT}(?:\s+{_HERE})?\s+from\b)",
    re.IGNORECASE,
)
"""On a line of its own, beside its link: "Adapted from [the agency's fact sheet](…)"."""
_OF_SECTION = lazily(r"\bin\s+this\s+(?:section|part|chapter)\b", re.IGNORECASE)
_LABELLED_WORDS = 10
"""Words of such a line beside those of its links [house]."""
_REST = 2
"""Words beside the link of a sentence that only says where a section is from [house]."""
_LINKED = lazily(
    r"\[[^\[\]]{1,300}\]\[[^\[\]]{0,80}\]|\[[^\[\]]{1,300}\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,300})?[^()]{0,200}\)|<a\b[^<>]{0,1000}>[^<]{1,300}</a>"
)


def of_stated(document: Document, owned: Sequence[Sequence[Link]], breaks: Sequence[int]) -> Iterator[Reach]:
    """How, places and sources of each section that says where it is from; `breaks` are the places of headings."""
    sentences = document.sentences
    for place, sentence in enumerate(sentences):
        if not owned[place] or sentence.place or not (stated := _stated(sentences, place)):
            continue
        first, last = _section(sentences, breaks, place)
        ahead, back = range(place + 1, last), range(first, place)
        links = [(link.key, link.mention) for link in owned[place]]
        if stated == "top" and back:
            continue  # a line "Source:" below a passage is that of its paragraph or list
        if stated == "beside" and back:
            yield How.COVERED, _right_above(document, first, place), links
        elif stated == "back" or (stated != "ahead" and not ahead):
            yield How.COVERED, back, links
        elif stated == "whole":
            yield How.INHERITED, [*back, *ahead], links
        elif stated == "ahead" or not back:
            yield How.INHERITED, ahead, links


def only_states(text: str) -> bool:
    """Whether a sentence says where a section is from and nothing else."""
    found = _STATES.search(text)
    rest = _LINKED.sub(" ", text[found.end() :]) if found else ""
    return found is not None and len(rest.split()) <= _REST and not re.search(r"[,;:–—]|\b(?:and|or|but)\b", rest)


def _stated(sentences: Sequence[Sentence], place: int) -> str:
    """Which way a sentence says that what stands there is drawn from its source; "" where it says no such thing."""
    text = sentences[place].text
    if found := _STATES.search(text):
        below = re.search(r"\b(?:below|follow(?:s|ing)?)\b", found.group(), re.IGNORECASE)
        return found.lastgroup or ("back" if "above" in found.group().lower() else "ahead" if below else "whole")
    paragraph = sentences[place].paragraph
    alone = all(
        one.paragraph != paragraph for one in (*sentences[max(0, place - 1) : place], *sentences[place + 1 : place + 2])
    )
    label = _LABEL.match(text) if alone and len(_LINKED.sub(" ", text).split()) <= _LABELLED_WORDS else None
    if label is None:
        return ""
    return "top" if label["top"] else "whole" if _OF_SECTION.search(text) else "beside"


def _right_above(document: Document, first: int, place: int) -> range:
    """The paragraph or the list right above a line that names a source and does not say for how much."""
    sentences, begin = document.sentences, place - 1
    while begin > first:
        before, here = sentences[begin - 1], sentences[begin]
        listed = is_item(document, here) and is_item(document, before)
        if before.paragraph != here.paragraph and not listed:
            break
        begin -= 1
    return range(begin, place)


def _section(sentences: Sequence[Sentence], breaks: Sequence[int], place: int) -> tuple[int, int]:
    """The first sentence between two headings and the one behind the last."""
    part = bisect_left(breaks, sentences[place].start)
    first = last = place
    while first and bisect_left(breaks, sentences[first - 1].start) == part:
        first -= 1
    while last < len(sentences) and bisect_left(breaks, sentences[last].start) == part:
        last += 1
    return first, last
