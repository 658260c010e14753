"""Which claims without a source an editor is asked about: what hardly anybody agrees with is not asked.

Three places where a flag that stops nothing was judged by reading (scripts/benchmark/judged_flags.md), with the share
that editors agreed with: what takes up the sentence right before it, which has a source, in the same paragraph (none of
10); a doubtful claim in a paragraph that has a source (2 of 10); and a doubtful item of a list, for which its lead-in
answers (8 of 21). docs/decisions/0020 says why. What stops publication, a benefit, a harm, a number, something that is
taken or treated with, and whatever speaks of pregnancy or a child is asked about as before.
"""

from __future__ import annotations

import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.benefit_and_advice import TAKEN
from evidence.flags.findings import NEAREST, Findings
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
from evidence.language.patterns import lazily
from evidence.values import Flag, Severity

_CODE = "missing-citation"
MORE = 0.13
"""By so much a chance has to be higher beside a source, or as an item of a list, to be asked about [house]."""
_NUMBER = lazily(r"(?<![\w-])\d")
_ENDED = lazily(r"[.!?…:;,][\"”’')\]*_]*\s*$")
_AT_RISK = lazily(
    r"\b(?:pregnan\w*|bab(?:y|ies)|infants?|newborns?|child(?:ren)?|toddlers?|breast-?fe\w+|f(?:o)?etus)\b",
    re.IGNORECASE,
)


def is_asked(findings: Findings, flag: Flag, severity: Severity, chance: float, least: float) -> bool:
    """Whether a claim without a source, as likely one as `chance`, is asked about; `least` is what any has to reach."""
    if flag.code != _CODE or flag.sentence is None or severity is Severity.BLOCKER:
        return True
    text = findings.visible[flag.sentence].text
    if _NUMBER.search(text) or _AT_RISK.search(text) or _asserts(text):
        return True
    if flag.severity is not Severity.BLOCKER and _TAKES_UP.match(text) and _is_behind_cited(findings, flag.sentence):
        return False
    if chance >= least + MORE:
        return True
    return findings.nearest_source(flag.sentence) != NEAREST[-1] and _ENDED.search(text) is not None


_TAKES_UP = lazily(
    r"\W*(?:(?:in\s+other\s+words|and|but|so|thus|indeed)\W+)?(?:(?:some|many|most|all|both|each)\s+of\s+)?(?:this|these|those|such|it|they|there\s+(?:is|are)\s+also)\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on from the one before it (standards.md A3.2: anaphora)."""


def _is_behind_cited(findings: Findings, index: int) -> bool:
    """Whether the sentence right before, in the same paragraph, stands on a source."""
    sentences = findings.document.sentences
    if index == 0 or sentences[index - 1].place or sentences[index].place:
        return False
    return sentences[index - 1].paragraph == sentences[index].paragraph and bool(findings.links_of(index - 1))


def _asserts(text: str) -> bool:
    """Whether a text tells of a benefit or a harm, sets something against a disease, or names what is taken for one."""
    if ASSERTS.search(text) or BENEFIT.search(text) or disease_words(text):
        return True
    return any(vocabulary.is_treatment(word) or vocabulary.on_list(word, TAKEN) for word in vocabulary.words(text))
