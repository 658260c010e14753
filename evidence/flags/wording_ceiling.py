"""What the two flags on overstatement share: whether the wording goes beyond the level's ceiling.

Standard: GRADE guidelines 26 (wording), Sumner and others 2014 (the scale); standards.md A3.7.
"""

from __future__ import annotations

from evidence.claims import wording
from evidence.context import Design
from evidence.flags.findings import Findings
from evidence.flags.mere_pages import is_mere_page
from evidence.grading.levels import LABORATORY, NOT_RANDOMISED
from evidence.language.patterns import Cue
from evidence.values import Claim, Kind, Sentence, Wording

_KINDS = frozenset({Kind.CAUSAL, Kind.EFFICACY, Kind.SAFETY, Kind.STUDY_RESULT})
_ONLY_EVIDENCE = Cue(
    r"\bthere(?:\s+is|['’]s)\s+(?:(?:some|limited|weak|early|preliminary|emerging|growing|mixed|a\s+little|initial|low-quality|now|also)\s+){0,2}evidence\b"
    r"[^.;]{0,80}?\bthat\b[^.;]{0,80}?\b(?:can|may|might|could)\b"
)
"""Speaks of evidence for what may be, and asserts no more: "there is some evidence that caffeine can delay sleep"."""
_EXPLAINS = Cue(
    r"\b(?:(?:may|might|could|can|would|partly|also|perhaps|probably|in\s+part)\s+){0,2}(?:helps?|goes\s+some\s+way)\s+(?:to\s+|us\s+)?(?:explain|understand|account\s+for)(?:ing)?\b"
)
"""Offers an explanation, and asserts no effect of its own: "this helps explain some of the disruption"."""
_TRIALS = frozenset({Design.RCT, Design.SYSTEMATIC_REVIEW})


def exceeds(findings: Findings, sentence: Sentence, claim: Claim) -> bool:
    """Whether an effect, harm or cause is worded more strongly than the level of its sources allows."""
    sources = findings.graded(sentence.index)
    if not sources or not _KINDS & set(claim.kinds) or claim.wording is Wording.NONE:
        return False  # words of an effect alone assert none ("acids that separate", "to help you choose")
    if len(sources) < len(findings.judged_by(sentence.index)) or all(map(is_mere_page, sources)):
        return False  # what stands on a page, or in a work of unknown design, may be worded as strongly and rightly
    if _ONLY_EVIDENCE.search(sentence.text):
        return False
    if wording.in_past(sentence.text) and any(source.design in _TRIALS for source in sources):
        return False  # the result of a trial, told as one
    level = findings.grades[sentence.index].level
    return wording.strength(_EXPLAINS.sub(" ", sentence.text)) > wording.CEILINGS[level]


def only_observed(findings: Findings, sentence: Sentence) -> bool:
    """Whether no source is randomised, and none of them words its own finding as strongly."""
    sources = findings.graded(sentence.index)
    if any(source.design not in NOT_RANDOMISED or source.design in LABORATORY for source in sources):
        return False
    said = wording.strength(sentence.text)
    return all(wording.strength(source.title) < said for source in sources) and all(
        wording.strength(part) < said for source in sources for part in source.abstract.split(". ")[-2:]
    )
