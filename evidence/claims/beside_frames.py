"""What a sentence tells beside the turn of phrase that makes it no claim: "We have all been there, and salt ages you".

A turn of phrase lets only its own clause pass. Every other clause, before it, behind a comma with "and", behind a colon
or behind "that", "why" and the like, must say nothing of health with a verb of its own. Behind "how" or "whether" in an
aim of research it may stand how things hang together, but no benefit, harm or advice. Source: standards.md A3.1, A3.5.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from evidence.claims import cues, frame_cues, topic
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.diseases import disease_words
from evidence.language.patterns import lazily

_PARTS = lazily(
    r"[;:—–]|,\s*(?:and|or|so|yet|but|nor|while|whereas)\s+|\s-\s|\(|\)"
    r"|\s+(?:and|so|yet)\s+(?!(?:then|also|instead|later|only|to|not|\w+ed|more|other|both)\b)"
    r"|\s+(?:that|why|because|since|which|saying|as\s+if|as)\s+|,\s+(?=(?:it|they|this|these|you|we|the|a|an)\s)",
    re.IGNORECASE,
)
_ASKED = lazily(r"\s+(?:how|whether|if|what)\s+", re.IGNORECASE)
_OUGHT = lazily(
    r"\b(?:should|must|ought|need(?:s|ed)?\s+to|ha(?:s|ve)\s+to|never|avoid|don['’]t|do\s+not)\b", re.IGNORECASE
)
_BARE_VERB = lazily(
    r"^\W*(?:[\w'’-]+\s+){1,3}?(?:keep|make|give|burn|fight|calm|help|hurt|ruin|strain|clean|clear|build|slow|stop|end"
    r"|cut|ease|heal|cure|kill|thin|age|boost|raise|lower|feed|work)\s+\w",
    re.IGNORECASE,
)
"""A verb that looks like a noun, behind its subject."""
_HANGS_TOGETHER = lazily(
    r"\b(?:relat\w+|contribut\w+|acts?|affects?|influenc\w+|interacts?|differs?|develops?|changes?|comes?\s+about|responds?"
    r"|hangs?|var(?:y|ies))\b",
    re.IGNORECASE,
)
"""How one thing bears on another, without saying that it does good or harm."""
_NOTED = lazily(
    r"\W*(?:their|its|the)\s+(?:\w+\s+){1,3}?(?:was|were)\s+(?:noted|measured|recorded|taken|compared|counted|checked)\W*",
    re.IGNORECASE,
)
"""What was measured: "their weight was noted"."""


_CURES = lazily(
    r"\b(?:cure[sd]?|heal(?:s|ed)?|reverse[sd]?|eliminate[sd]?|defeat(?:s|ed)?|kill(?:s|ed)?|wipe[sd]?\s+out|put(?:s)?\s+an\s+end\s+to)\b",
    re.IGNORECASE,
)
_WITHIN = lazily(r"\s+(?:that|how|why|and|because|since)\s+|[,;:—–]\s*", re.IGNORECASE)
_SAID = lazily(
    r"\b(?:learn|see|show(?:s|n)?|tells?|say(?:s)?|explains?|find\s+out|discover|prove[sn]?)\s+(?:you\s+)?that\s+",
    re.IGNORECASE,
)
_ONES_OWN = lazily(r"\b(?:i|me|my|mine|we|our)\b", re.IGNORECASE)
_ASSURES = lazily(
    r"\b(?:i|we)(?:['’]ll|\s+(?:can|will|do))?\s+(?:tell|show|promise|assure|guarantee|prove|proved|know|confirm|say|teach)\b",
    re.IGNORECASE,
)


def cures_within(text: str) -> bool:
    """Whether an announcement announces a cure of a disease, or that something does good or harm: "In this article we
    show that garlic cures cancer".

    One's own illness is a story, and a question asks.
    """
    clauses = _WITHIN.split(text)[1:]
    said = _SAID.split(text)[1:]
    if any(ASSERTS.search(one) and not _ONES_OWN.search(one) for one in said):
        return True
    return any(_CURES.search(one) and disease_words(one) and not _ONES_OWN.search(one) for one in clauses)


def assures_of_a_cure(text: str) -> bool:
    """Whether somebody who speaks of themselves vouches for one: "I tell you that honey cures asthma"."""
    return _ASSURES.search(text) is not None and cures_within(text)


def tells_beside(text: str, start: int, end: int, *, research: bool = False) -> bool:
    """Whether clauses other than that of the turn of phrase at `start` to `end` tell of health.

    With `research` it is an aim of research or what comes next, behind which "how" asks and does not tell.
    """
    asked = _ASKED.split(text[end:])
    others = _PARTS.split(asked[0])[1:]
    before = _PARTS.split(text[:start])[:-1]
    if any(map(tells, (*before, *others))):
        return True
    parts = [part for told in asked[1:] for part in _PARTS.split(told)]
    return any(tells(part) and (not research or _promises(part) or not _HANGS_TOGETHER.search(part)) for part in parts)


def hangs_together(text: str) -> bool:
    """Whether a text says how one thing bears on another, and of no benefit, harm or advice."""
    return _HANGS_TOGETHER.search(text) is not None and not _promises(text)


def any_tells(text: str) -> bool:
    """Whether any clause of a stretch of text tells of health."""
    return any(map(tells, _PARTS.split(text)))


def tells(part: str) -> bool:
    """Whether a clause speaks of health and has a verb."""
    words = topic.words_of(part)
    if not (words.telling or words.everyday) or _NOTED.fullmatch(part):
        return False
    return cues.has_verb(part) or _BARE_VERB.match(part) is not None or _promises(part)


def _promises(part: str) -> bool:
    """Whether a clause tells of a benefit, a harm, a dose or what one ought to do."""
    found = any(cue.search(part) for cue in (ASSERTS, BENEFIT, cues.BENEFIT, cues.SAFETY, frame_cues.GOOD_OR_BAD))
    return found or _OUGHT.search(part) is not None or disease_words(part) != ""


_SAYS = lazily(
    r"^\W*(?:[\w'’-]+\s+){1,6}?(?:is|are|was|were|has|have|had|can|may|might|will|must|should|makes?|keeps?|gives?|gave|made|kept"
    r"|ages|thins|shrinks?|strains?|strengthens?|stops?|ends?|cuts|fights?|kills?|burns?|calms?|soothes?|shortens?|weakens?|ruins?)\b",
    re.IGNORECASE,
)
_CLAUSES = lazily(
    r"[;:—–]|\bsurprised\s+(?:that|to\s+\w+\s+that)\s+|,\s+(?:(?:and|or|so|yet|but)\s+)?|\s(?:and|so|yet|but|because|since)\s+",
    re.IGNORECASE,
)


def says(text: str) -> bool:
    """Whether a line is a sentence of a subject and its verb rather than a name."""
    return _SAYS.match(text) is not None


def says_elsewhere(text: str, is_line: Callable[[str], bool]) -> bool:
    """Whether a clause that is no line of these by itself (`is_line`) says something of health."""
    clauses = _CLAUSES.split(text)
    return len(clauses) > 1 and any(_speaks_of_health(part) and not is_line(part) for part in clauses)


def _speaks_of_health(part: str) -> bool:
    if _ONLY_WHEN.match(part) or _TAKEN.search(part):
        return False
    words = topic.words_of(part)
    return bool(words.telling or words.everyday) and says(part)


_ONLY_WHEN = lazily(
    r"\W*(?:in\s+order\s+)?to\s|\W*(?:\w+\s+){0,2}?(?:if|when|whenever|unless|whether|where|until|while)\b|\W*(?:\w+\s+that\s+)?its\s+(?:focus|aim|goal|scope)\b",
    re.IGNORECASE,
)
"""On which condition, to what end, and what a work is about: no word of health itself."""
_TAKEN = lazily(
    r"\b(?:was|were)\s+(?:taken|drawn|collected|noted|measured|recorded|compared|counted|checked)\W*$", re.IGNORECASE
)
"""What was measured."""
