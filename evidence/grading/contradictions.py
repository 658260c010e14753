"""Whether the text held of a work says in words that an effect is not there, or goes the other way.

Standard: Sumner and others 2014; standards.md B. Both texts have to speak of the same things; where the work says
both, or anything less than outright, there is silence.
"""

from __future__ import annotations

import re

from evidence.claims import cues
from evidence.language import vocabulary
from evidence.language.patterns import lazily

_NO_EFFECT = lazily(
    r"\b(?:no\s+(?:\w+\s+){0,2}?(?:effects?|differences?|associations?|benefits?|improvements?|reductions?|evidence|correlation|change)|"
    r"(?:did|does|do|was|were|is|are|has|have)\s+not\s+(?:\w+\s+)?(?:affect|alter|associated|change|decrease|differ|effective|improve|increase|lower|"
    r"prevent|prolong|reduce|relieve|shorten|superior|better|help)\w*|"
    r"(?:did|does)\s+not\s+have\s+(?:an?\s+|any\s+)?(?:\w+\s+)?effects?|no\s+(?:better|more\s+effective)\s+than|neither\b[^.;]{0,80}?\bdiffer\w*|"
    r"not\s+(?:significantly|statistically)|ineffective|fail(?:s|ed)\s+to)\b",
    re.IGNORECASE,
)
_DENIES = lazily(
    r"\b(?:no|not|n['’]t|never|without|neither|nor|cannot|fails?|failed|lack|little|inconclusive|unclear)\b",
    re.IGNORECASE,
)
_UP = lazily(
    r"\b(?:increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|elevat(?:e[sd]?|ing)|worsen(?:s|ed|ing)?|higher|greater|prolong(?:s|ed)?)\b",
    re.IGNORECASE,
)
_DOWN = lazily(
    r"\b(?:reduc(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|lower(?:s|ed|ing)?|prevent(?:s|ed|ing)?|protect(?:s|ed|ing)?|halv(?:e[sd]?|ing)|cuts?|shorten(?:s|ed)?|fewer|diminish(?:es|ed)?)\b",
    re.IGNORECASE,
)
_LACKING = lazily(
    r"\b(?:deficien\w+|low|lack|absen\w+|poor|inadequate|insufficien\w+|stop\w*|withdraw\w*|without|skipp\w+|short|placebo|controls?|untreated|non\w*|avoid\w*|quit\w*|high|excess\w*)\b",
    re.IGNORECASE,
)
"""Words before an effect that turn what is given into its opposite ("low vitamin D raises")."""

_HEDGED = lazily(
    r"\b(?:may|might|could|possibly|perhaps|suggest\w*|seem\w*|appear\w*|trend\w*|hypothes\w+|whether|if)\b",
    re.IGNORECASE,
)
_MIXED = lazily(
    r"\b(?:but|although|though|except|however|whereas|while|unlike|baseline|randomi[sz]ation|in\s+terms\s+of|when|only|subset|subgroup)\b",
    re.IGNORECASE,
)
"""Words of a statement that denies one thing and grants another, or that tells of the beginning of a study."""

_OF_STUDIES = frozenset(
    {
        "after", "among", "before", "between", "compared", "during", "group", "groups", "participants", "patients",
        "people", "significant", "significantly", "study", "treatment", "trial", "versus", "which", "while", "women",
    }
)  # fmt: skip
"""Words that stand in reports of every kind."""

_CHANGED = lazily(
    r"\b(?:significant(?:ly)?|higher|lower|fewer|greater|more|less|better|worse|longer|shorter)\b", re.IGNORECASE
)
_STATEMENT = lazily(r"(?<=[.;])\s+")
_SHARED = 3
"""Words that a sentence and a statement share before one can contradict the other."""

_MOST = 0.5
"""Share of the words of a sentence that a statement of no effect has to hold."""

_SHORT = 4
"""Letters up to which a word tells nothing of the subject."""

_AFTER = 70
"""Letters behind a direction in which stands what goes up or down."""

_ENDS = lazily(r"\b(?:in|with|among|for|by|during|than|when|after|at|and|or|compared|versus)\b", re.IGNORECASE)
"""Words with which the thing that changes is over."""

_MEASURES = frozenset({"risk", "risks", "rate", "rates", "level", "levels", "incid", "frequ", "likel", "chanc"})


def contradiction(told: str, abstract: str) -> str:
    """The statement of the abstract that contradicts a sentence which asserts an effect, or ""."""
    if not abstract or _DENIES.search(told):
        return ""
    statements = _STATEMENT.split(abstract)
    return _no_effect(told, statements) or _opposite(told, statements)


def _no_effect(told: str, statements: list[str]) -> str:
    """A statement of no effect on what the sentence is about, where no other one tells of an effect on it."""
    said = _stems(told)
    denied, denies, affirms = "", 0, 0
    for statement in statements:
        shared = len(said & _stems(statement))
        if _NO_EFFECT.search(statement):
            if _denies_other_way(told, statement):
                continue
            if shared > denies and not _MIXED.search(statement):
                denied, denies = statement.strip(), shared
        elif cues.EFFECT.search(statement) or _CHANGED.search(statement):
            affirms = max(affirms, shared)
    return denied if denies >= _SHARED and denies >= _MOST * len(said) and denies > affirms else ""


def _denies_other_way(told: str, statement: str) -> bool:
    """Whether what is denied is a change the other way: "did not increase" says nothing against "lowers"."""
    up, down = _UP.search(statement), _DOWN.search(statement)
    return bool((up and not down and _DOWN.search(told)) or (down and not up and _UP.search(told)))


def _opposite(told: str, statements: list[str]) -> str:
    """A statement that the same thing goes the other way, where none says that it goes as told."""
    direction = _direction(told)
    if direction is None or _LACKING.search(told):
        return ""
    upward, target = direction
    said, found = _stems(told), ""
    for statement in statements:
        same = _UP if upward else _DOWN
        if same.search(statement) and len(said & _stems(statement)) >= _SHARED - 1:
            return ""
        other = None if _DENIES.search(statement) or _HEDGED.search(statement) else _direction(statement)
        if other is None or other[0] is upward or not target & other[1] or _LACKING.search(statement):
            continue
        if len(said & _stems(statement)) >= _SHARED:
            found = statement.strip()
    return found


def _direction(text: str) -> tuple[bool, frozenset[str]] | None:
    """Whether the one change that a text tells goes up, and what changes; None where there is none or several."""
    up, down = list(_UP.finditer(text)), list(_DOWN.finditer(text))
    if len(up) + len(down) != 1:
        return None
    match = (up or down)[0]
    target = frozenset(_stems(_ENDS.split(text[match.end() : match.end() + _AFTER], maxsplit=1)[0]) - _MEASURES)
    return bool(up), target


def _stems(text: str) -> set[str]:
    return {word[:6] for word in vocabulary.words(text) if len(word) > _SHORT and word not in _OF_STUDIES}
