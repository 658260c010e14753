"""What authors say of their own habits, days and measurements: "I mostly drink decaf these days".

Such a sentence needs no source (standards.md A3.1; docs/labelling.md: `practice`, `tip`, "one's own plan"): of 132 sentences
on labelled pages that begin with an "I" or with what is "mine", eight are claims. It stays one where it recommends, reports
what is known, gives a reason or a cause, tells of a dose or of what went away, speaks of others, or where a part of it claims
something without the "I": a testimony is put forward as proof.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.annotation import Reading
from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.claims.beside_frames import says_elsewhere
from evidence.claims.frame_features import fact_beside_person
from evidence.claims.framing_cues import FIRST_PERSON, SMALL_I
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, lazily

_OWN = Cue(
    r"^\W*(?:(?:and|but|so|also|yet|personally|today|now|currently|lately|recently|usually|these\s+days|for\s+now|then|at\s+first|again|after\s+that|before\s+(?:this|that|then)|(?:up\s+)?until\s+(?:now|then|recently)|afterwards|instead|anyway|sometimes|most\s+days|at\s+(?:night|home|work)"
    r"|in\s+(?:the\s+)?(?:mornings?|evenings?|afternoons?|19\d\d|20\d\d|summer|winter|spring|autumn)|on\s+\w+days?|when(?:ever)?\s+I\s[^,;:]{2,60}|one\s+thing\s+I\s[^,;:]{2,40}),?\s+){0,2}"
    rf"(?:(?-i:I(?:['’](?:m|ve|d|ll))?(?=\s)|{SMALL_I})|my\s+(?:[\w-]+\s+){{1,4}}?(?:is|are|was|were|has|have|had)\b)",
)
_REPORTS = lazily(
    r"^\s+(?:(?:also|would|do|don['’]t|did|didn['’]t|do\s+not|did\s+not|will|can|could|can['’]t|only|really|just|still|always|never|often|strongly|highly|have|had|was|am|'m)\s+){0,3}"
    r"(?:recommend\w*|suggest\w*|advi[sc]\w+|believe\w*|think|thought|know|knew|known|find|found|see|saw|seen|read|hear\w*|learn\w*|learnt|understand|understood|agree\w*|disagree\w*|say|said|says|tell|told|mention\w*|mean|meant|sure|certain|convinced|notice[sd]?|bet|guess\w*"
    r"|suspect\w*|assume\w*|doubt\w*|wonder\w*|realis\w+|realiz\w+|discover\w*|treat\w*|prescrib\w+|explain\w*|claim\w*|argue\w*|point\w*|note|noted|look\w*|research\w*|review\w*|predict\w*|expect\w*|promis\w+|show\w*|teach|taught|write|wrote|asked|consider\w*|credit\w*|attribut\w+|owe|remember|warn\w*|urge\w*|encourage\w*)\b",
    re.IGNORECASE,
)
"""What somebody recommends, reports or holds for true is more than a habit."""
_MORE = lazily(
    r"\b(?:because|since|which|so\s+that|as\s+it|it\s+(?:helps?|helped|works?|worked|makes?|made|keeps?|gives?|gave|is|was|has|does|did)|thanks\s+to|due\s+to|after\s+(?:tak\w+|us\w+|eat\w+|drink\w+|quit\w+|stopp\w+|start\w+|switch\w+)|gone|no\s+longer|went\s+away|disappear\w*|vanish\w*|free\s+of|healed|cured|recovered|better|best|worse|worst|improv\w*|lost\s+\d+"
    r"|without\s+any|never\s+(?:sick|ill)|you|your|yours|people|everyone|everybody|anyone|patients?|clients?|women|men|children|kids|babies|should|must|need\s+to|ought|studies|study|research|evidence|proven|proof|experts?|safe|unsafe|dangerous|harmful|toxic|good\s+for|bad\s+for|healthy|unhealthy|effective|works?\s+(?:for|against|well|wonders))\b|\d\s?(?:mg|mcg|µg|iu|ml|grams?|g)\b|[:;?]",
    re.IGNORECASE,
)
_LONGEST = 32


def tells_of_own_habit(reading: Reading) -> bool:
    """Whether a sentence only says what its author does, did or measured."""
    text = reading.text
    found = _OWN.search(text)
    if found is None or len(reading.words) > _LONGEST or _REPORTS.match(text[found.end() :]):
        return False
    if _MORE.search(text) or disease_words(text):
        return False
    if ASSERTS.search(text) or BENEFIT.search(text):
        return False
    return not fact_beside_person(reading) and not says_elsewhere(text, _is_own)


def _is_own(part: str) -> bool:
    return FIRST_PERSON.search(part) is not None
