"""Talk of "the study", sections later, where the page has brought in one work of research alone so far.

Source: standards.md A3.2: a source is handed on to sentences about the same study. `inheritance` hands on within a
section; a page that looks at one paper under several headings goes on calling it "the paper".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from evidence.language.patterns import lazily
from evidence.matching import authors_remarks
from evidence.matching import inheritance_cues as cues
from evidence.values import Claim, Link, Sentence

_WORK = r"(?:stud(?:y|ies)|papers?|trials?|reviews?|meta-analys[ie]s|experiments?|cohorts?)"
_THE_WORK = lazily(
    rf"\b(?:this|the|that|these)\s+(?:(?:same|whole|very|original|above|\w+\s+of\s+(?:the|this))\s+)?{_WORK}(?:['’]s?)?\b"
    rf"(?!\s+(?:of|on|by|from|i|we|you|that\s+(?:i|we|you))\b)",
    re.IGNORECASE,
)
"""Definite and without whose or what study it is: "the trial of kiwis" may be another one."""
_TELLS_OF_ONE = lazily(
    rf"\b(?:an?|one|another|other|several|some|many|most|\d+)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\b", re.IGNORECASE
)


class OnlyWork:
    """The one work of research that a page has linked or cited so far, as one walks down its sentences.

    `works` are the keys of the sources that are works of research.
    """

    def __init__(self, works: Collection[str]) -> None:
        self._works = works
        self._links: Sequence[Link] = ()
        self._lost = False

    def ties(self, links: Sequence[Link]) -> None:
        """A sentence has sources of its own."""
        keys = {link.key for link in links if link.key in self._works}
        if keys and self._links and keys != {link.key for link in self._links}:
            self._lost = True
        elif keys:
            self._lost = self._lost or len(keys) > 1
            self._links = [link for link in links if link.key in keys]

    def meant(self, sentence: Sentence, claim: Claim) -> Sequence[Link]:
        """The links of that work where a sentence without any speaks of it; () where another study has been told of."""
        text = sentence.text
        if not self._links or self._lost:
            return ()
        if cues.speaks_of_others(text) or _TELLS_OF_ONE.search(text):
            self._lost = True
            return ()
        if (
            not claim.claim
            or _THE_WORK.search(text) is None
            or authors_remarks.plans_the_page(text)
            or authors_remarks.finds_fault(text)
        ):
            return ()
        return self._links
