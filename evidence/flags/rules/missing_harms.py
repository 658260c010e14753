"""The page argues for benefits and says nothing on harms, side effects or who should be careful.

Standard: HealthNewsReview 3, DISCERN 11; standards.md D. Where nobody has answered, the words of the page decide, and
one benefit in passing on a longer page does not make it argue for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import Cue
from evidence.values import Flag, Kind

CODE = "missing-harms"

_SHORT = 8
"""Sentences up to which one benefit is what a page is about [house]."""

_HARM = Cue(
    r"\b(?:side[\s-]effects?|adverse(?:ly)?|harms?|unsafe|contraindicat\w+|overdos\w+|toxicity|toxic|poison\w*|dangers?|dangerous|caution\w*|warn(?:s|ed|ings?)?|precautions?|complications?|"
    r"interact(?:s|ions?)?\s+with\s+(?:\w+\s+){0,3}?(?:drugs?|medicines?|medications?)|allergic\s+reactions?|(?:not|n['’]t)\s+(?:be\s+)?safe|risks\s+of|(?:known|potential|possible|serious|some|health)\s+risks?|safety\s+(?:concerns?|data|problems?)|"
    r"should\s+(?:not|avoid)|(?:talk|speak|check)\s+(?:to|with)\s+(?:your|a)\s+(?:doctor|physician|midwife|pharmacist)[^.]{0,40}(?:before|first)|downsides?|drawbacks?|injur(?:y|ies))\b",
)

_DENIED = Cue(
    r"\b(?:no|not|n['’]t|never|neither|nor|little|minimal|without|lack(?:s|ed|ing)?|fail(?:s|ed)?|unclear|inconclusive|insufficient)\b"
    r"[^.;]{0,50}\b(?:effects?|benefits?|evidence|difference|improv\w+|reduc\w+|help\w*|proof|impact|work\w*)\b"
    r"|\b(?:effects?|benefits?|impact|evidence)\b[^.;]{0,40}\b(?:minimal|unclear|inconclusive|insufficient|negligible|lacking)\b"
)
"""A benefit that is denied or doubted, which argues for nothing."""


def check(findings: Findings) -> Iterator[Flag]:
    covered = findings.page.harms_covered
    if covered is None:
        covered = any(_HARM.search(sentence.text) for sentence in findings.document.sentences)
    benefits = [
        sentence
        for sentence, claim in findings.rows
        if {Kind.EFFICACY, Kind.PRODUCT} & set(claim.kinds) and not _DENIED.search(sentence.text)
    ]
    argues = len(benefits) > 1 or len(findings.document.sentences) <= _SHORT or findings.page.harms_covered is False
    if benefits and argues and not covered:
        yield raised(CODE, facts=[("sentences on benefits", str(len(benefits)))])
