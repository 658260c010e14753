"""The source reports no effect, or the opposite, where the sentence asserts one.

Standard: Sumner and others 2014; standards.md B. Read from the text held of the source: a statement of no effect that
shares at least three words with the sentence, with no statement of an effect that shares as many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence import cues, vocabulary
from evidence.findings import Findings, raised
from evidence.grading import asserts_effect
from evidence.values import Flag, Source

CODE = "contradicted-by-source"

_NO_EFFECT = re.compile(
    r"\b(?:no\s+(?:\w+\s+){0,2}?(?:effects?|differences?|associations?|benefits?|improvements?|reductions?|evidence|correlation|change)|"
    r"(?:did|does|do|was|were|is|are|has|have)\s+not\s+(?:\w+\s+)?(?:affect|alter|associated|change|decrease|differ|effective|improve|increase|lower|prevent|reduce|shorten|superior|better|help)\w*|"
    r"(?:did|does)\s+not\s+have\s+(?:an?\s+|any\s+)?(?:\w+\s+)?effects?|no\s+(?:better|more\s+effective)\s+than|neither\b[^.;]{0,80}?\bdiffer\w*|"
    r"not\s+(?:significantly|statistically)|ineffective|fail(?:s|ed)\s+to)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:no|not|n['’]t|never|without|neither|nor|cannot|fails?|failed|lack|little|inconclusive|unclear)\b",
    re.IGNORECASE,
)
_SHARED = 3


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        if not asserts_effect(claim) or _DENIES.search(sentence.text):
            continue
        for source in findings.standing(sentence.index):
            words = _denial(source, sentence.text)
            if words:
                facts = [("source", source.key), ("it says", words)]
                yield raised(CODE, sentence=sentence.index, facts=facts)
                break


def _denial(source: Source, text: str) -> str:
    """The statement of no effect in the source's text that speaks of the same thing, or ""."""
    said = _stems(text)
    denied, denies, affirms = "", 0, 0
    for statement in re.split(r"(?<=[.;])\s+", source.abstract):
        shared = len(said & _stems(statement))
        if _NO_EFFECT.search(statement):
            if shared > denies:
                denied, denies = statement.strip(), shared
        elif cues.EFFECT.search(statement):
            affirms = max(affirms, shared)
    return denied if denies >= _SHARED and denies > affirms else ""


def _stems(text: str) -> set[str]:
    return {word[:6] for word in vocabulary.words(text) if len(word) > 4}
