"""What a page is about to tell, and what an abstract sets out to find: nothing of that is told yet.

"This section covers the signs of gout and ways to manage it", "OBJECTIVE: To assess a walking programme". What is announced is asked about where it is told, and
the aim of a study needs no source, its results do (docs/labelling.md: `lead-in`, `method`). An announcement is known by
its whole wording, which has no place for a remedy; an aim gives way where it asserts a benefit, a harm or a dose. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS
from evidence.claims.beside_frames import tells_beside
from evidence.claims.outright_promises import promised
from evidence.language.patterns import Cue, lazily

_WILL_TELL = Cue(
    r"^\W*(?:in\s+the\s+(?:following|next|coming)\s+(?:sections?|chapters?|paragraphs?|parts?|pages?)|moving\s+forward|going\s+forward|as\s+we\s+(?:proceed|go\s+on|go\s+along|continue)|below|next|later(?:\s+on)?),?\s+"
    r"(?:we|i)(?:['’]ll|\s+will)\s+(?:also\s+|now\s+)?(?:explore|delve\s+(?:deeper\s+)?into|dive\s+(?:deeper\s+)?into|talk\s+(?:a\s+lot\s+|more\s+)?about|look\s+(?:closely\s+|more\s+closely\s+)?at|discuss|cover|go\s+over|go\s+through)\b",
)
"""What comes next: "Below, we'll look at the signs of gout"."""
_PART_TELLS = Cue(
    r"^\W*(?:this|the\s+(?:next|following))\s+(?:\w+\s+)?(?:article|guide|section|post|page|report|chapter|overview)\s+(?:will\s+)?(?:delves?\s+into|dives?\s+into|explores?|looks?\s+(?:closely\s+)?at|examines?|covers?|discusses|breaks?\s+down|sheds?\s+light\s+on|synthesi[sz]es?|summari[sz]es?|walks?\s+(?:you\s+)?through)\b",
)
"""What a part of the page is about."""
_OBJECT = r"(?:it|them|this|(?:these|your|the|its|their)\s+(?:symptoms|effects|signs)|stress|pain|swelling|discomfort|inflammation|tiredness)"
_TOPIC = lazily(
    r"(?:(?:shedding\s+light\s+on|identifying|revealing|including|explaining|describing|from|to|most\s+importantly|also|then|finally)\s+){0,2}"
    r"(?:more\s+)?(?:(?:about|on)\s+)?(?:(?:the|its|their|some|various|common|classic|main|different|underlying|effective|practical|simple|key|early|typical)\s+){0,3}"
    rf"(?:(?:how\s+to|(?:ways|steps|strategies|methods)\s+(?:to|for))\s+(?:reduc|eas|manag|track|recogni[sz]|measur|mitigat|relieve?|cop|handl)(?:e|ing)?\s+(?:with\s+)?{_OBJECT}"
    rf"|(?:causes|signs|symptoms|types|basics|stages|forms|kinds|history|world|anatomy|structure|parts|mechanisms)(?:\s+(?:of|behind)\s+(?:{_OBJECT}|(?:(?:the|an?)\s+)?[^\W\d]{{3,20}}))?)",
    re.IGNORECASE,
)
"""What can be announced without saying anything of it: causes, signs, ways to ease something; no remedy has a place in it."""
_PARTS = lazily(r",\s+(?:and\s+)?(?:most\s+importantly,\s+)?|\s+and\s+|\s+as\s+well\s+as\s+", re.IGNORECASE)
_REMEDY = lazily(r"\bhealth\b|\bcur(?:e|es|ing)\b|\bheal\w*|\bgood\b|\bharm\w*", re.IGNORECASE)


def only_previews(text: str) -> bool:
    """Whether a sentence says what will be told, and nothing of what that is."""
    found = _WILL_TELL.search(text) or _PART_TELLS.search(text)
    if found is None or _REMEDY.search(text) or promised(text):
        return False
    parts = _PARTS.split(text[found.end() :].strip(" .!*_\n"))
    return all(_TOPIC.fullmatch(part.strip()) for part in parts)


_SETS_OUT = Cue(
    r"^\W*(?:abstract\W+)?(?:(?:background|rationale|context)\s+and\s+)?(?:objectives?|aims?)\b\W{1,5}(?:to\s+(?:determine|investigate|evaluate|assess|examine|compare|explore|describe|identify|estimate|test|study|characteri[sz]e|review|elucidate)|(?:we|the\s+authors)\s+(?:studied|aimed|sought|investigated|examined|evaluated|assessed|compared))\b",
)
"""What a study set out to do, by its label in an abstract."""
_ANSWERS = lazily(
    r"[;:(]|\.\s|\b(?:that|because|since|why|how|found|showed|shown|but|however|which|so|prov(?:en|es|ed)|cur\w+|heal\w*|should|must|ought|avoid)\b|\d\s?%",
    re.IGNORECASE,
)


def sets_out(text: str) -> bool:
    """Whether a sentence is the labelled aim of a study: "OBJECTIVE: To assess a walking programme"."""
    found = _SETS_OUT.search(text)
    if found is None:
        return False
    rest = text[found.end() :]
    return not (_ANSWERS.search(rest) or ASSERTS.search(rest) or tells_beside(text, found.start(), found.end()))
