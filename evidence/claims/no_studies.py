"""Words that look like one study and are none: what might be done, what somebody has done to them, what a field is.

Source: standards.md A3.3 asks for a specific study that was made and can be looked up.
"""

from __future__ import annotations

import re

from evidence.claims.explained_designs import explains_design
from evidence.language.patterns import Cue, lazily

_STUDY = r"(?:study|trial|experiment|survey|paper|review|investigation|meta-?analysis)"
_SUPPOSED = Cue(
    rf"\b(?:(?:no\s?one|nobody|few|who)\s+(?:\w+\s+){{0,3}}(?:wants?|would|dares?|wish(?:es)?|likes?|approves?|volunteers?)\b[^.;]{{0,80}}|if\s+(?:there\s+(?:were|was)|you|we|someone|somebody)\s+[^.;,]{{0,60}}"
    rf"|(?:i|we|they)(?:\s+would|['’]d)\s+(?:like|love|want|need)\s+[^.;]{{0,60}}|imagine\s+(?:\w+\s+){{0,3}}|(?:need|want|wait(?:ing)?\s+for|look(?:ing)?\s+for|hop(?:e|ing)\s+for|design|run|plan|conduct|do|set\s+up)\s+)"
    rf"(?:a|an|another|any|one)\s+(?:[\w-]+\s+){{0,4}}{_STUDY}\b(?!\s+(?:published|from|by|in\s+(?:19|20)))"
    r"|\b(?:an?|any)\s+(?:rct|trial|study|experiment)\s+(?:on|of|in|like)\s+(?:this|that|it)\s+(?:would|could|might)\b"
    rf"|\b(?:a|an|any|one)\s+(?:[\w-]+\s+){{0,3}}{_STUDY}\s+(?:that|which)\s+(?:might|would|could|should|will)\b"
)
"""A study that is wished for, feared or thought of: "nobody wants to volunteer for a study that might harm"."""

_FIELD = Cue(
    r"\b(?:is|was|are|means|involves)\s+(?:simply\s+|really\s+|basically\s+|essentially\s+)?(?:a|an|the)\s+(?:[\w-]+\s+){0,3}study\s+of\s+(?:how|the\s+(?:ways?|body|mind|relationship|effects?|nature|human)|different|points|what|why|plants?|people|life)\b"
    r"|\b(?:the|an?)\s+(?:ancient|scientific|traditional|natural)\s+study\s+of\b"
)
"""What a field or a method is: "iridology is a study of the iris"."""

_OWN = Cue(
    rf"\b(?:this|that|it|mine)(?:\s+(?:is|was)|['’]s)\s+(?:just\s+|only\s+|purely\s+|more\s+of\s+)?(?:an?|my(?:\s+own)?)\s+(?:[\w-]+\s+){{0,3}}{_STUDY}\s+(?:with|of)\s+(?:a\s+sample(?:\s+size)?\s+of\s+one|n\s?=\s?1|one\b|myself)"
    rf"|\bmy\s+(?:own\s+|little\s+|personal\s+|small\s+)+{_STUDY}\b|\bsample\s+size\s+of\s+(?:one|1)\b|\bn\s?=\s?1\b"
)
_ON_SOMEBODY = Cue(
    r"\b(?:did|had|have|has|ordered|order|scheduled|underwent|undergo|sent\s+(?:me|him|her|us)\s+for|referred\s+(?:me|him|her)\s+for|booked|get|got|need(?:ed)?|do|perform(?:ed)?|recommend(?:ed)?|suggest(?:ed)?)\s+"
    r"(?:(?:\w+\s+){0,3})?(?:an?|another|the|my|this|one)\s+(?:[\w-]+\s+){0,2}(?:nerve|conduction|sleep|imaging|motility|emptying|swallow\w*|blood|urodynamic\w*|gait|bone|x-?ray|ultrasound|barium|contrast|home\s+sleep|overnight)\s+(?:conduction\s+|velocity\s+)?study\b"
)
"""An examination of somebody: "the doctor did a nerve study on the left side"."""

_AT_ALL = lazily(
    r"\b(?:Western|Eastern|Asian|African|Modern|Many|Several|Various)\s+(?:researchers|scientists|investigators)\s+(?:have\s+|has\s+|had\s+)?(?:long\s+)?(?:studied|tested|observed|examined)\b"
)
"""Science as a whole that has turned to something."""

_OF_GOODS = lazily(
    r"\b(?:risk[\s-]free|free|(?:\d+|seven|ten|thirty|sixty|ninety)[\s-](?:day|night|week|month)s?|home|money[\s-]back)\s+(?:[\w-]+\s+){0,2}trials?\b(?!\s+of\s+\d)|\btrial\s+(?:period|sizes?|packs?|offer|version|subscription|membership|class(?:es)?|lessons?|run)\b",
    re.IGNORECASE,
)
"""A time in which goods can be sent back: "a 60-day risk-free trial"."""
_PROGRAMME = lazily(
    r"['’]s\s+(?:own\s+)?research\s+(?:is\s+(?:focus(?:s)?ed|cent(?:er|re)d|for|about|on)|focus(?:s)?es|centers|centres|concentrates|aims|looks)\b",
    re.IGNORECASE,
)
"""What the research of a house is about, and no study of it: "their lab's research focuses on sleep"."""
_OTHERS = lazily(
    r"\blike\s+[A-Z][\w’'-]+\s+and\s+others\b|\band\s+others\s+(?:do|does|did|like|say|think|believe|swear|who|have\s+(?:said|argued|claimed))\b"
)
"""People of one mind: "as Saladino and others do"."""

_REPORTED = lazily(
    r"\b(?:found|showed|reported|published|concluded|observed|revealed|followed|compared|randomi[sz]ed)\b",
    re.IGNORECASE,
)


def is_ones_own(text: str) -> bool:
    """Whether the study is what the writer tried on themselves: that nobody appraises."""
    return _OWN.search(text) is not None


def names_no_study(text: str) -> bool:
    """Whether a name is of people who hold the same, or of a house and what it works on, rather than of authors."""
    return any(one.search(text) for one in (_OTHERS, _PROGRAMME)) and _REPORTED.search(text) is None


def means_no_study(text: str) -> bool:
    """Whether the words of a sentence on a study mean none that was made and could be cited."""
    if explains_design(text):
        return True
    if _SUPPOSED.search(text):
        return _REPORTED.search(text) is None
    if _OF_GOODS.search(text) and _REPORTED.search(text) is None:
        return True
    return any(one.search(text) for one in (_FIELD, _OWN, _ON_SOMEBODY, _AT_ALL))
