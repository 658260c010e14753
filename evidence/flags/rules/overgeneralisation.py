"""Whom the source studied is dropped: a result in some people is told as if it held for everyone.

Standard: GRADE indirectness; standards.md A2 and A3.8. Judged by the population recorded for the source: each of
its words must have a counterpart in the sentence, unless the sentence narrows its people itself ("babies with").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.context import Source
from evidence.flags.findings import Findings, raised
from evidence.grading.levels import asserts_effect
from evidence.language import vocabulary
from evidence.language.patterns import Cue, lazily
from evidence.values import Claim, Flag, How, Kind, Sentence

CODE = "overgeneralisation"

_GROUPS = (
    frozenset({"babies", "baby", "infant", "infants", "newborn", "newborns", "neonate", "neonates"}),
    frozenset({"breastfeeding", "lactating", "nursing", "breastfed", "breast-fed", "milk", "breastmilk"}),
    frozenset({"child", "childhood", "children", "kid", "kids", "paediatric", "pediatric", "toddlers"}),
    frozenset(
        {"dyad", "dyads", "maternal", "mom", "moms", "mother", "mothers", "mum", "mums", "women", "woman", "pairs"}
    ),
    frozenset({"pregnancy", "pregnant", "perinatal", "prenatal", "gestation", "trimester"}),
    frozenset({"old", "older", "elderly", "seniors", "aged"}),
    frozenset({"patient", "patients", "people", "adults", "adult", "participants", "volunteers", "persons"}),
    frozenset({"allergic", "allergy", "atopic", "atopy", "hereditary", "sensitised", "sensitized"}),
    frozenset({"men", "man", "male", "males"}),
)
_TELLING = tuple(group for group in _GROUPS if "people" not in group)
"""Groups of people that differ from people in general by more than a word."""

_IDLE = frozenset(
    "a an and at by for from had has in of on or the their to unselected who with without whose general population human humans".split()
)
_NARROWED = Cue(
    r"\b(?:adults?|athletes?|babies|baby|children|infants?|kids|men|mothers?|moms|newborns?|participants|patients?|people|pairs|women|woman|volunteers)\s+"
    r"(?:(?:already|also|both)\s+)?(?:with|who|whose|at\s+(?:high\s+|increased\s+|hereditary\s+)?risk|aged|under|over|born|in\s+(?:the|their)\s+(?:first|last|second|third))\b",
)


# A count that is told of one study ("13 of those in the trial") is that study's own and generalises nothing.
_OF_STUDY = lazily(
    r"\b(?:trials?|stud(?:y|ies)|review|reviewers|groups?|participants|took\s+part|enrol\w+|assigned|randomi[sz]ed)\b",
    re.IGNORECASE,
)


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, claim in findings.rows:
        if not _general(claim) or _NARROWED.search(sentence.text):
            continue
        if any(link.how is How.INHERITED for link in findings.links_of(sentence.index)):
            continue  # the sentence before has said whom the study is about
        if not asserts_effect(claim) and (
            claim.mention or _OF_STUDY.search(sentence.text) or _said_before(findings, sentence)
        ):
            continue
        dropped = [(source, _dropped(source, sentence.text)) for source in findings.graded(sentence.index)]
        if dropped and all(missing for _, missing in dropped):
            facts = [("studied in", source.population) for source, _ in dropped]
            yield raised(CODE, sentence=sentence.index, facts=facts)


def _said_before(findings: Findings, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, tells of the same work."""
    if sentence.index == 0:
        return False
    one = findings.document.sentences[sentence.index - 1]
    if (one.paragraph, one.place) != (sentence.paragraph, sentence.place):
        return False
    before = {link.key for link in findings.links_of(sentence.index - 1)}
    return bool(before & {link.key for link in findings.links_of(sentence.index)})


def _general(claim: Claim) -> bool:
    return asserts_effect(claim) or Kind.NUMERIC in claim.kinds


def _dropped(source: Source, text: str) -> list[str]:
    """Words of the recorded population without a counterpart in the sentence."""
    said = set(vocabulary.words(text))
    words = [word for word in vocabulary.words(source.population) if word not in _IDLE]
    if ("population", "abstract") in source.facts_from:  # nobody has confirmed it: only what it leaves no doubt of
        words = [word for word in words if any(word in group for group in _TELLING)]
    return [word for word in words if not said & _counterparts(word)]


def _counterparts(word: str) -> frozenset[str]:
    group = next((group for group in _GROUPS if word in group), frozenset())
    return group | {word, word + "s", word.removesuffix("s")}
