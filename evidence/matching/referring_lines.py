"""Sentences that only say where the claim before them is told: "See [this review](…).", "[EFSA](…) has an overview."

Source: standards.md A3.2 (forward): a link behind a claim covers it where it goes on about the same thing. What sends
the reader on ("read more", "for further information") names no source.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from evidence.language.patterns import lazily
from evidence.matching.suggestions import stems
from evidence.references.article_addresses import article_key
from evidence.values import Claim, Document, How, Link

_WORK = (
    r"(?:stud(?:y|ies)|reviews?|trials?|papers?|meta-analys[ei]s|research|guidelines?|reports?|analysis|evidence"
    r"|articles?|data|statement|survey)"
)
_SEES = lazily(
    rf"[\W_]*(?:(?:please\s+)?see|cf\.?|compare|as\s+(?:shown|described|reported|explained|discussed)\s+(?:in|by|here))\s[^.]{{0,60}}?\[[^\[\]]{{0,120}}?(?:\b{_WORK}\b|\b(?:19|20)\d\d\b|\bet\s+al\b)"
    rf"|[\W_]*(?:here(?:['’]s|\s+is|\s+are)|this\s+is\s+(?:from|according\s+to|based\s+on))\s+(?:the\s+|an?\s+|one\s+|some\s+|two\s+)?[^.]{{0,30}}?\[[^\[\]]{{0,120}}?\b{_WORK}\b",
    re.IGNORECASE,
)
"""Points at a work for what was just said."""

_POINTS = lazily(
    rf"[\W_]*(?:(?:please\s+)?see|cf\.?|compare)\s+(?:(?:e\.g\.,?|for\s+example|also)\s+)?(?:the|this|that|an?|these)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\b[^.\[\]]{{0,60}}?:?\s*\["
    r"|[\W_]*(?:this|these|the|that)\s+(?:(?:findings?|results?|data|numbers?|figures?|statistics?|conclusions?|insights?)\s+)?"
    r"(?:comes?|came|(?:is|are|was|were)\s+(?:taken|drawn|based|published|reported|shown|found|demonstrated))\s+(?:from|on|in|by)\s+[^.\[\]]{0,40}\["
    r"|[\W_]*(?:that|this)(?:['’]s|\s+is|\s+was)\s+(?:also\s+)?what\s+[^.\[\]]{0,40}\["
    rf"|[\W_]*(?:you\s+(?:can|may)\s+)?(?:read|find|view|access)\s+(?:the|this|that|their)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\s+(?:(?:for\s+yourself|online|itself)\s+)?\[",
    re.IGNORECASE,
)
"""Points at a study, review or the like, the title of which, or the word "here", stands behind in a link of its own."""

_HOLDS = lazily(
    r"[\W_]*(?:the\s+|this\s+|an?\s+)?[^.]{0,40}?\[[^\[\]]{2,120}\]\([^()\s]{5,600}\)\s+(?:also\s+)?(?:has|have|gives?|offers?|provides?|contains?|includes?|publishe[sd])\s+"
    r"(?:an?\s+|the\s+|some\s+)?(?:[\w-]+\s+){0,3}?(?:summar(?:y|ies)|overviews?|reviews?|explanations?|breakdown|details|evidence|figures|data|statistics|list|fact\s?sheet|guidance|account)\b"
    r"|[\W_]*(?:the\s+|this\s+|an?\s+)?[^.]{0,40}?\[[^\[\]]{2,120}\]\([^()\s]{5,600}\)\s+(?:nicely\s+|also\s+|briefly\s+)?(?:summari[sz]es|reviews|explains|discusses|describes|confirms|documents|details|backs|supports)\s+(?:this|it|these|that|how|why|the)\b",
    re.IGNORECASE,
)
"""Says of a linked page or work that it tells of the same."""

_SENDS_ON = lazily(
    r"\b(?:more|further|also|learn|interested|additional|related|recommend\w*|enjoy|podcast|video|buy|shop)\b",
    re.IGNORECASE,
)


def referred(
    document: Document, claims: Sequence[Claim], links: Mapping[int, Sequence[Link]], have: Collection[int]
) -> Iterator[Link]:
    """A link for each claim right behind which a sentence says where it is told. `have` have links by now."""
    sentences = document.sentences
    for before, later in pairwise(sentences):
        own = [link for link in links.get(later.index, ()) if link.how is How.LINK]
        if not own or before.index in have or not claims[before.index].claim:
            continue
        if before.place or later.place or before.paragraph != later.paragraph or _SENDS_ON.search(later.text):
            continue
        works = any(not link.key.startswith("url:") or article_key(link.key[4:]) for link in own)
        sees = _SEES.match(later.text) is not None or (works and _POINTS.match(later.text) is not None)
        if sees or (_HOLDS.match(later.text) and stems(before.text) & stems(later.text)):
            yield from (Link(before.index, link.key, How.COVERED, link.mention) for link in own)
