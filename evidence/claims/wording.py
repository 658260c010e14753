"""How strongly a sentence asserts an effect, and the words by which it promises too much.

The scale is the causal code of Sumner and others 2014 (0 none ... 6 causes); the ceilings per level are those
of GRADE guidelines 26 (standards.md A3.7): strong "reduces", moderate "probably", weak "may", below it "is
uncertain".
"""

from __future__ import annotations

import re

from evidence.claims import cues, wording_weights
from evidence.claims.wording_features import features
from evidence.language.patterns import Cue, lazily
from evidence.values import Level, Wording

CEILINGS = {Level.STRONG: 6, Level.MODERATE: 5, Level.WEAK: 4, Level.VERY_WEAK: 3, Level.NONE: 3}
"""The highest code of wording that each level of evidence carries."""

_PAST_EFFECT = Cue(
    r"\b(?:reduced|decreased|increased|improved|lowered|prevented|raised|halved|cut|cured|cleared|eased|shortened|lessened|relieved|led\s+to|resulted\s+in|fared|experienced|had|did\s+(?:\w+\s+)?(?:reduce|decrease|increase|improve|lower|prevent))\b"
)


_NEGATION = lazily(
    r"(?:\b(?:not|never|cannot|nor|neither|hardly|fail(?:s|ed)?\s+to|rather\s+than|instead\s+of)|n['’]t)\b(?!\s+(?:only|just|merely|simply|every\w*|all)\b)"
    r"(?:\s+(?:be|been|being|have|has|had|to|seem|appear|able|shown|found|proven|known|thought|likely|yet|even|the|an?|any|in|itself|help|enough|\w+ly)\b){0,4}\s*$"
    r"|^\W*(?:(?:no|none|neither|nobody)\b(?!\s+(?:doubt|question|wonder|one\s+(?:doubts|denies)))(?:\s+(?!(?:that|who|which|means?|and)\b)[\w-]+){0,6})\s*$",
    re.IGNORECASE,
)
"""What stands right before an effect and denies it."""

_FINITE = lazily(r"\w{3,}[^s\W]s\b")

_BARE_VERB = lazily(
    r"^\W*(?:or|nor|even)\b|^\W*(?!(?:this|his|its|is|was|has|does)\b)[a-z]{3,}(?<!s)(?<!ed)(?:\s+(?:or|nor)\b|\s*$)",
    re.IGNORECASE,
)
"""A clause that goes on with the verb of the one before: ", cure", ", or prevent colds"."""

_NO_EFFECT = Cue(
    r"\bno(?:t\s+any|t\s+an?)?\s+(?:(?!(?:other|means?)\b)[\w-]+\s+){0,3}?(?:links?|associations?|correlations?|relationships?|relations?|connections?|effects?|impact|influence|differences?|benefits?|changes?"
    r"|increases?|decreases?|reductions?|improvements?|evidence|proof|signs?|role|higher|lower|greater|more\s+likely|less\s+likely)\b"
)
"""An effect that was looked for and is not there: "no link", "no difference", "no greater risk"."""


def wording(text: str, *, of_abstract: bool = False) -> Wording:
    """How the sentence asserts its effect; `NONE` where it asserts none. `of_abstract` says it concludes a paper."""
    return wording_weights.shipped()["abstract" if of_abstract else "page"].best(features(text))


def strength(text: str) -> int:
    """The code 0-6 of the strongest clause; a clause is what stands between commas, semicolons and "and".

    A clause that denies its effect asserts none, nor does one that goes on denying ("does not treat, cure or prevent").
    """
    strongest, denied = 0, False
    for clause in _clauses(text):
        denied = _is_negated(clause) or (denied and _BARE_VERB.match(clause) is not None)
        strongest = max(strongest, 0 if denied else _clause_strength(clause))
    return strongest


def _is_negated(clause: str) -> bool:
    """Whether the first effect or link of a clause is denied ("does not cause", "no link between")."""
    found = [match for match in (cues.EFFECT.search(clause), cues.ASSOCIATION.search(clause)) if match]
    nothing = _NO_EFFECT.search(clause)
    if not found:
        return nothing is not None
    first = min(match.start() for match in found)
    before = _NEGATION.search(clause[:first])
    if before and before.group().lower().startswith("not ") and _FINITE.match(clause[first:]):
        before = None  # "not smoking lowers": what is denied is the smoking
    return before is not None or (nothing is not None and nothing.start() <= first)


def _clauses(text: str) -> list[str]:
    return [part for part in re.split(r"[;:,]|\band\b|\bbut\b|\s[-–—]\s", text) if part.strip()]


def _clause_strength(clause: str) -> int:
    effect = cues.EFFECT.search(clause)
    if cues.PROBABLY.search(clause) and (effect or cues.ASSOCIATION.search(clause)):
        return 5
    if cues.HEDGE.search(clause):
        return 4 if effect else 3
    if cues.ASSOCIATION.search(clause):
        return 3
    if not effect:
        return 0
    return 5 if cues.CAN.search(clause) else 6


def in_past(text: str) -> bool:
    """Whether the effect is told as a result that was found ("reduced"), as standards.md A3.7 allows."""
    return _PAST_EFFECT.search(text) is not None
