"""The page argues for benefits and says nothing on harms, side effects or who should be careful.

Standard: HealthNewsReview 3, DISCERN 11; standards.md D. Where nobody has answered, the words of the page decide. A
page argues where it words benefits as effects, more often than it denies or doubts one; one benefit in passing on a
longer page, and what is hardly likelier a claim than none, does not make it argue.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.claims import wording
from evidence.flags.findings import Findings, raised
from evidence.language.patterns import Cue
from evidence.values import Claim, Flag, Kind, Sentence, Wording

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


_LIKELY = 0.6
"""Learned chance from which a sentence counts as a claim of benefit here [house]."""
_BENEFIT = frozenset({Kind.EFFICACY, Kind.PRODUCT})
_NOT = Cue(r"\b(?:no|not|never|neither|nor|cannot|fail(?:s|ed)?)\b|n['’]t\b")


def check(findings: Findings) -> Iterator[Flag]:
    covered = findings.page.harms_covered
    if covered is None:
        covered = any(_HARM.search(sentence.text) for sentence in findings.document.sentences)
    told = [(sentence, claim) for sentence, claim in findings.rows if _BENEFIT & set(claim.kinds)]
    benefits = [(sentence, claim) for sentence, claim in told if not _denies(sentence)]
    if covered or not benefits:
        return
    if findings.page.harms_covered is False or _argues(findings, benefits, len(told) - len(benefits)):
        yield raised(CODE, facts=[("sentences on benefits", str(len(benefits)))])


def _argues(findings: Findings, benefits: list[tuple[Sentence, Claim]], denied: int) -> bool:
    """Whether a page speaks for benefits by the words of its claims, and more often than it denies one."""
    if len(findings.document.sentences) <= _SHORT:
        return len(benefits) > denied
    return sum(_is_worded(claim) for _, claim in benefits) > max(1, denied)


def _denies(sentence: Sentence) -> bool:
    if _DENIED.search(sentence.text):
        return True
    return _NOT.search(sentence.text) is not None and wording.strength(sentence.text) == 0


def _is_worded(claim: Claim) -> bool:
    """Whether a claim words an effect, and is one surely enough."""
    return claim.wording is not Wording.NONE and (claim.certainty is None or claim.certainty >= _LIKELY)
